import type { AnyEndpoint } from '@zonewright/core'
import { argo, cache } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { PlanName } from '../rules/plans.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** A switch as it was set. */
interface Position {
  readonly value: 'on' | 'off'
  readonly modifiedOn: string
}

/** One switch: its name, its endpoints, and the plans that have it. */
interface Switch {
  readonly id: string
  readonly get: AnyEndpoint
  readonly edit: AnyEndpoint
  readonly plans: readonly PlanName[]
  /** It is not there before somebody says what it is. */
  readonly unset?: true
}

const every: readonly PlanName[] = ['free', 'pro', 'business', 'enterprise']
const paid: readonly PlanName[] = ['pro', 'business', 'enterprise']

const smart: Switch = { id: 'tiered_cache_smart_topology_enable', get: cache.tiers.smart, edit: cache.tiers.editSmart, plans: every, unset: true }
const reserve: Switch = { id: 'cache_reserve', get: cache.reserve.get, edit: cache.reserve.edit, plans: paid }

const switches: readonly Switch[] = [
  { id: 'smart_routing', get: argo.smartRouting.get, edit: argo.smartRouting.edit, plans: paid },
  { id: 'tiered_caching', get: argo.tieredCaching.get, edit: argo.tieredCaching.edit, plans: every },
  { id: 'regional_tiered_cache', get: cache.tiers.regional, edit: cache.tiers.editRegional, plans: ['enterprise'] },
  smart,
  reserve,
]

const positionsIn = (state: State): Collection<Position> => state.documents.collection<Position>('zone_switches')

const shown = ({ state, zone }: ZoneContext, { id, plans, unset }: Switch) => {
  if (!plans.includes(zone.plan)) throw refuse('switch_not_entitled', { setting: id })
  const position = positionsIn(state).get(zone.id, id)
  if (position === undefined && unset === true) throw refuse('switch_missing', { setting: id })
  return { result: { id, value: position?.value ?? 'off', editable: true, modified_on: position?.modifiedOn ?? null } }
}

/** When the last clearing of Cache Reserve began, in milliseconds since 1970; it is taken to last a minute. */
const clearingsIn = (state: State): Collection<number> => state.documents.collection<number>('cache_reserve_clear')

const clearMs = 60_000

const clearedAt = ({ state, zone }: ZoneContext): number | undefined => clearingsIn(state).get(zone.id, 'last')

const isClearing = (context: ZoneContext): boolean => context.clock.now() < (clearedAt(context) ?? -Infinity) + clearMs

const edit = (context: ZoneContext, one: Switch) => {
  const { state, zone, clock } = context
  const { value } = declaredInput(one.edit, context.input, () => refuse('switch_value', { setting: one.id }))
  if (!one.plans.includes(zone.plan)) throw refuse('switch_not_entitled', { setting: one.id })
  if (one === reserve && isClearing(context)) throw refuse('reserve_clearing')
  positionsIn(state).put(zone.id, one.id, { value: value as Position['value'], modifiedOn: microsecondDate(clock.now()) })
  return shown(context, one)
}

const clearStatus = (context: ZoneContext) => {
  const start = clearedAt(context)
  if (start === undefined) throw refuse('switch_missing', { setting: 'cache_reserve_clear' })
  const clearing = isClearing(context)
  const end = microsecondDate(start + clearMs)
  return { result: { id: 'cache_reserve_clear', state: clearing ? 'In-progress' : 'Completed', start_ts: microsecondDate(start), ...(clearing ? {} : { end_ts: end }), modified_on: clearing ? microsecondDate(start) : end } }
}

const clear = (context: ZoneContext) => {
  if (shown(context, reserve).result.value === 'on') throw refuse('reserve_on')
  if (isClearing(context)) throw refuse('reserve_clearing')
  clearingsIn(context.state).put(context.zone.id, 'last', context.clock.now())
  return clearStatus(context)
}

/** Handlers of Argo, of Cache Reserve and of the tiers of the cache. */
export const zoneSwitchHandlers: readonly Handler[] = [
  ...switches.flatMap((one) => [serveZone(one.get, (context) => shown(context, one)), serveZone(one.edit, (context) => edit(context, one))]),
  serveZone(cache.tiers.removeSmart, (context) => {
    const { result } = shown(context, smart)
    positionsIn(context.state).remove(context.zone.id, smart.id)
    return { result: { id: result.id, editable: true, modified_on: microsecondDate(context.clock.now()) } }
  }),
  serveZone(cache.reserve.clear, clear),
  serveZone(cache.reserve.clearStatus, clearStatus),
]
