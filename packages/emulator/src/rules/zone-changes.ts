import { refuse } from '../errors.ts'
import type { Zone } from '../state/zones.ts'
import type { Compat } from './compat.ts'
import { isHostName } from './names.ts'
import { isPlanName, type PlanName, plans } from './plans.ts'
import { zoneType } from './zones.ts'

const properties = ['paused', 'type', 'vanity_name_servers', 'plan'] as const

const planOf = (value: unknown): PlanName => {
  const plan = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown; readonly legacy_id?: unknown }) : {}
  const byId = Object.keys(plans).find((name) => isPlanName(name) && plans[name].shown.id === plan.id)
  const name = byId ?? plan.legacy_id ?? plan.id
  if (!isPlanName(name)) throw refuse('zone_property', { property: 'plan' })
  return name
}

const vanityServers = (value: unknown, plan: PlanName): readonly string[] => {
  if (!Array.isArray(value) || value.some((host) => typeof host !== 'string' || !isHostName(host))) throw refuse('zone_property', { property: 'vanity_name_servers' })
  if (value.length > 0 && plan !== 'business' && plan !== 'enterprise') throw refuse('zone_plan_needed')
  return value as string[]
}

/**
 * The zone with exactly one property changed: `paused`, `type`, `vanity_name_servers` or `plan`.
 * @throws Refusal `zone_property_unknown`, `zone_one_property`, `zone_property`, `zone_type`, `zone_plan_needed`; until 2024 `zone_paused` and `zone_unpaused`.
 */
export const changedZone = (zone: Zone, changes: Readonly<Record<string, unknown>>, { now, compat }: { readonly now: string; readonly compat: Compat }): Zone => {
  const unknown = Object.keys(changes).find((name) => changes[name] !== undefined && !properties.some((property) => property === name))
  if (unknown !== undefined) throw refuse('zone_property_unknown', { property: unknown })
  const given = properties.filter((property) => changes[property] !== undefined)
  const [property] = given
  if (property === undefined || given.length > 1) throw refuse('zone_one_property')
  const value = changes[property]
  const details = { ...zone.details, modifiedOn: now }
  switch (property) {
    case 'paused':
      if (typeof value !== 'boolean') throw refuse('zone_property', { property })
      if (value === zone.details.paused && compat === '2024') throw refuse(value ? 'zone_paused' : 'zone_unpaused')
      return { ...zone, details: { ...details, paused: value } }
    case 'type':
      return { ...zone, type: zoneType(value), details }
    case 'vanity_name_servers':
      return { ...zone, details: { ...details, vanityNameServers: vanityServers(value, zone.plan) } }
    case 'plan':
      return { ...zone, plan: planOf(value), details }
  }
}
