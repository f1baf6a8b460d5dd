import { refuse } from '../errors.ts'
import type { PlanName } from './plans.ts'

/** One property of a zone's bot management. */
interface Property {
  readonly initial: string | boolean
  /** What it may be; true and false when not said. */
  readonly values?: readonly string[]
  /** Plans that have it; all when not said. */
  readonly plans?: readonly PlanName[]
}

const actions = ['allow', 'block', 'managed_challenge']
const paid = ['pro', 'business', 'enterprise'] as const

const properties: Readonly<Record<string, Property>> = {
  enable_js: { initial: false },
  fight_mode: { initial: false, plans: ['free'] },
  ai_bots_protection: { initial: 'disabled', values: ['block', 'disabled', 'only_on_ad_pages'] },
  crawler_protection: { initial: 'disabled', values: ['enabled', 'disabled'] },
  is_robots_txt_managed: { initial: false },
  sbfm_definitely_automated: { initial: 'allow', values: actions, plans: paid },
  sbfm_likely_automated: { initial: 'allow', values: actions, plans: ['business', 'enterprise'] },
  sbfm_verified_bots: { initial: 'allow', values: ['allow', 'block'], plans: paid },
  sbfm_static_resource_protection: { initial: false, plans: paid },
  optimize_wordpress: { initial: false, plans: paid },
  auto_update_model: { initial: true, plans: ['enterprise'] },
  suppress_session_score: { initial: false, plans: ['enterprise'] },
}

/** What a zone's bot management is set to. */
export type BotSettings = Readonly<Record<string, string | boolean>>

const available = ({ plans }: Property, plan: PlanName): boolean => plans === undefined || plans.includes(plan)

/** All properties that the plan has, as they were set or are in a new zone. */
export const shownBotSettings = (set: BotSettings, plan: PlanName): Readonly<Record<string, string | boolean>> => ({
  ...Object.fromEntries(Object.entries(properties).flatMap(([name, property]) => (available(property, plan) ? [[name, set[name] ?? property.initial] as const] : []))),
  using_latest_model: true,
})

/** The settings after a change. @throws Refusal `bot_field`, `bot_plan`. */
export const changedBotSettings = (set: BotSettings, input: Readonly<Record<string, unknown>>, plan: PlanName): BotSettings => {
  const changes = Object.entries(properties).flatMap(([name, property]) => {
    const value = input[name]
    if (value === undefined) return []
    if (!available(property, plan)) throw refuse('bot_plan', { property: name })
    if (property.values === undefined ? typeof value !== 'boolean' : typeof value !== 'string' || !property.values.includes(value)) throw refuse('bot_field', { property: name })
    return [[name, value as string | boolean] as const]
  })
  return { ...set, ...Object.fromEntries(changes) }
}
