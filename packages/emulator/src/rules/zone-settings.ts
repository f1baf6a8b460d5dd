import type { Schema } from '@zonewright/core'
import { zones } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { type TodaysValue, todaysValue } from './old-setting-values.ts'
import { type PlanName, plans } from './plans.ts'

type Named = (typeof zones.settings)['ssl' | 'sslRecommender' | 'advancedDdos']

/** What is known of a setting where it is declared. */
export type SettingRow = ReturnType<Named['facts']>

/** Megabytes that a visitor may upload at once. */
const uploadLimits: Readonly<Record<PlanName, number>> = { free: 100, pro: 100, business: 200, enterprise: 500 }

/** Values that a plan may choose; all that the setting takes where nothing stands here. */
const allows: Readonly<Record<string, (value: unknown, plan: PlanName) => boolean>> = {
  browser_cache_ttl: (value, plan) => value === 0 || (value as number) >= plans[plan].browserCacheTtl,
  max_upload: (value, plan) => (value as number) <= uploadLimits[plan],
  security_level: (value, plan) => value !== 'off' || plan === 'enterprise',
}

/** What a new zone of a plan has, where that is not what the setting says. */
const initialByPlan: Readonly<Record<string, Readonly<Partial<Record<PlanName, unknown>>>>> = { advanced_ddos: { free: 'off', pro: 'off' } }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const fits = (schema: Schema, value: unknown): boolean => (schema as unknown as { readonly '~standard': { validate(value: unknown): { readonly issues?: unknown } } })['~standard'].validate(value).issues === undefined

const isNamed = (member: object): member is Named => 'facts' in member

/** Every setting that has a name of its own among the declarations. */
export const namedSettings: readonly Named[] = Object.values(zones.settings).filter((member) => isNamed(member))

/** Settings that the service knows or knew, by their identifiers. */
const settingRows: Readonly<Record<string, SettingRow>> = Object.fromEntries(namedSettings.map((named) => named.facts()).map((row) => [row.id, row] as const).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Every setting's identifier, in the order of a whole listing. */
export const settingIds: readonly string[] = Object.keys(settingRows)

/**
 * The row of a setting.
 * @throws Refusal `setting_unknown`.
 */
export const settingRow = (id: string): SettingRow => {
  const row = Object.hasOwn(settingRows, id) ? settingRows[id] : undefined
  if (row === undefined) throw refuse('setting_unknown')
  return row
}

/** What a new zone of a plan has. */
export const initialValue = (row: SettingRow, plan: PlanName): unknown => initialByPlan[row.id]?.[plan] ?? row.initial

/** True when a zone of this plan may change the setting. */
export const isEditable = (row: SettingRow, plan: PlanName): boolean => row.plans === undefined || row.plans.includes(plan)

/**
 * The value that a change gives to a setting; objects are merged into what is there, as the service does. A value of 2015 is
 * taken as today's, and `old` is what was given.
 * @throws Refusal `setting_locked` when the plan forbids it, `setting_value` for a value outside the table.
 */
export const settingValue = (id: string, given: unknown, { plan, before }: { readonly plan: PlanName; readonly before: unknown }): TodaysValue => {
  const row = settingRow(id)
  const { value, ...said } = todaysValue(row, given)
  if (!isEditable(row, plan)) throw refuse('setting_locked', { setting: id })
  if (!fits(row.value, value) || allows[id]?.(value, plan) === false) throw refuse('setting_value', { setting: id })
  return { ...said, value: isObject(value) && isObject(before) ? merged(before, value) : value }
}

const merged = (before: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> => {
  const result = { ...before }
  for (const [key, value] of Object.entries(change)) {
    const old = result[key]
    result[key] = isObject(value) && isObject(old) ? merged(old, value) : value
  }
  return result
}
