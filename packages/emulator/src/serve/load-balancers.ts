import { historic, loadBalancers } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Document } from '../state/documents.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'
import { accountPools, type Fields, invalid, keptIn, missing } from './load-balancer-pools.ts'

const listsOf = (value: unknown): readonly string[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap((list) => (Array.isArray(list) ? list.map(String) : [])) : [])

/** Pools that a load balancer or a map names. */
const poolsNamed = (balancer: Fields): readonly string[] => [
  ...listsOf({ default: balancer['default_pools'], global: balancer['global_pools'] }),
  ...(typeof balancer['fallback_pool'] === 'string' ? [balancer['fallback_pool']] : []),
  ...['region_pools', 'country_pools', 'pop_pools'].flatMap((name) => listsOf(balancer[name])),
]

const defaults = { description: '', enabled: true, proxied: false, steering_policy: '', session_affinity: 'none', session_affinity_attributes: { samesite: 'Auto', secure: 'Auto', drain_duration: 0, zero_downtime_failover: 'none' }, region_pools: {}, country_pools: {}, pop_pools: {}, rules: [] }

const balancersIn = ({ state, zone }: ZoneContext): readonly Document<Fields>[] => keptIn(state, 'load_balancers').all(zone.id)

const find = ({ state, zone, input }: ZoneContext): Document<Fields> => {
  const id = String(input['load_balancer_id'])
  const value = keptIn(state, 'load_balancers').get(zone.id, id)
  if (value === undefined) throw missing('load balancer')
  return { id, value }
}

const ttlRange = (kind: unknown): readonly [number, number] | undefined => (kind === 'header' ? [30, 3600] : kind === 'cookie' || kind === 'ip_cookie' ? [1800, 604_800] : undefined)

/** Checks a whole load balancer, fills in its defaults and keeps it. */
const keep = (context: ZoneContext, given: Fields, kept?: Document<Fields>) => {
  const { state, zone, clock, ids } = context
  const balancer: Fields = { ...defaults, ...given }
  const name = String(balancer['name']).toLowerCase()
  if (name !== zone.name && !name.endsWith(`.${zone.name}`)) throw invalid('name', `must be in the zone ${zone.name}`)
  if (balancersIn(context).some(({ id, value }) => id !== kept?.id && value['name'] === name)) throw refuse('balancing_twin')
  const known = new Set(accountPools(state, zone.accountId).map(({ id }) => id))
  const unknown = poolsNamed(balancer).find((pool) => !known.has(pool))
  if (unknown !== undefined) throw invalid('pool', `${unknown} does not exist`)
  const range = ttlRange(balancer['session_affinity'])
  const seconds = balancer['session_affinity_ttl']
  if (range !== undefined && typeof seconds === 'number' && (seconds < range[0] || seconds > range[1])) throw invalid('session_affinity_ttl', `must be between ${range[0]} and ${range[1]}`)
  if (zone.plan !== 'enterprise' && listsOf(balancer['pop_pools']).length > 0) throw invalid('pop_pools', 'is for Enterprise only')
  const now = microsecondDate(clock.now())
  const id = kept?.id ?? ids.next()
  const value: Fields = { ...balancer, name, ...(balancer['proxied'] === true ? {} : { ttl: balancer['ttl'] ?? 30 }), ...(range === undefined ? {} : { session_affinity_ttl: seconds ?? (range[0] === 30 ? 1800 : 82_800) }), zone_name: zone.name, created_on: kept?.value['created_on'] ?? now, modified_on: now }
  keptIn(state, 'load_balancers').put(zone.id, id, value)
  return { result: { id, ...value } }
}

const mapsScope = ({ actor }: Context): string => actor.user.id

/** Old programs name pools of any of the user's accounts. */
const checkUserPools = ({ state, actor }: Context, pools: readonly string[]): void => {
  const known = new Set(state.accounts.ofUser(actor.user.id).flatMap((account) => accountPools(state, account.id).map(({ id }) => id)))
  const unknown = pools.find((pool) => !known.has(pool))
  if (unknown !== undefined) throw invalid('pool', `${unknown} does not exist`)
}

const createMap = (context: Context) => {
  const { description = '', global_pools: pools, region_pools: regions = {} } = declaredInput(historic.loadBalancerMaps.create, context.input, invalid)
  const now = microsecondDate(context.clock.now())
  const value: Fields = { description, global_pools: pools, region_pools: Array.isArray(regions) ? {} : regions, created_on: now, modified_on: now }
  checkUserPools(context, poolsNamed(value))
  const id = context.ids.next()
  keptIn(context.state, 'load_balancer_maps').put(mapsScope(context), id, value)
  return { result: { id, ...value } }
}

const updateRegion = (context: Context) => {
  const { state, input, clock } = context
  const id = String(input['map_id'])
  const before = keptIn(state, 'load_balancer_maps').get(mapsScope(context), id)
  if (before === undefined) throw missing('load balancer map')
  const { pools } = declaredInput(historic.loadBalancerMaps.updateRegion, input, invalid)
  const list = typeof pools === 'string' ? [pools] : (pools as readonly string[])
  checkUserPools(context, list)
  const value: Fields = { ...before, region_pools: { ...(before['region_pools'] as Fields), [String(input['region'])]: list }, modified_on: microsecondDate(clock.now()) }
  keptIn(state, 'load_balancer_maps').put(mapsScope(context), id, value)
  return { result: { id, ...value } }
}

/** True when a load balancer of the account's zones, or a map of its members, names a pool. */
export const isPoolUsed = ({ state, actor }: Context, accountId: string, pool: string): boolean => {
  const balancers = state.zones.ofAccounts([accountId]).flatMap((zone) => keptIn(state, 'load_balancers').all(zone.id))
  return [...balancers, ...keptIn(state, 'load_balancer_maps').all(actor.user.id)].some(({ value }) => poolsNamed(value).includes(pool))
}

/** Handlers of load balancers and of the maps that came before them. */
export const loadBalancerHandlers: readonly Handler[] = [
  serveZone(loadBalancers.list, (context) => ({ result: balancersIn(context).map(({ id, value }) => ({ id, ...value })) })),
  serveZone(loadBalancers.create, (context) => keep(context, declaredInput(loadBalancers.create, context.input, invalid))),
  serveZone(loadBalancers.get, (context) => {
    const { id, value } = find(context)
    return { result: { id, ...value } }
  }),
  serveZone(loadBalancers.update, (context) => keep(context, declaredInput(loadBalancers.update, context.input, invalid), find(context))),
  serveZone(loadBalancers.edit, (context) => {
    const kept = find(context)
    return keep(context, { ...kept.value, ...declaredInput(loadBalancers.edit, context.input, invalid) }, kept)
  }),
  serveZone(loadBalancers.remove, (context) => {
    const { id } = find(context)
    keptIn(context.state, 'load_balancers').remove(context.zone.id, id)
    return { result: { id } }
  }),
  serve(historic.loadBalancerMaps.create, createMap),
  serve(historic.loadBalancerMaps.updateRegion, updateRegion),
]
