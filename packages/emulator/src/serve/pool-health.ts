import { isIP } from 'node:net'

import { loadBalancers } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { accountPools, type Fields, invalid, keptIn, missing } from './load-balancer-pools.ts'

const { pools, monitors } = loadBalancers

const previewsIn = (state: State): Collection<readonly string[]> => state.documents.collection<readonly string[]>('load_balancer_previews')

/** Where checks come from, and how long an answer takes from there. */
const places = { 'Amsterdam, NL': '12.1ms', 'Los Angeles, US': '74.6ms', 'Singapore, SG': '161.3ms' } as const

/** Nothing is asked here: a server that is switched on is taken to be well, and one that is switched off is not checked. */
const sight = (pool: Fields, rtt: string): Fields => {
  const origins = (pool['origins'] as readonly Fields[]).filter(({ enabled }) => enabled !== false)
  return {
    healthy: origins.length >= Number(pool['minimum_origins'] ?? 1),
    origins: origins.map(({ address }) => ({ [String(address)]: { healthy: true, rtt, failure_reason: 'No failures', ...(isIP(String(address)) === 0 ? {} : { response_code: 200 }) } })),
  }
}

const poolFor = ({ state, input }: Context, account: string): Fields => {
  const pool = keptIn(state, 'load_balancer_pools').get(account, String(input['pool_id']))
  if (pool === undefined) throw missing('pool')
  return pool
}

const health = (context: Context) => {
  const pool = poolFor(context, accountOf(context).id)
  const monitored = typeof pool['monitor'] === 'string' && pool['monitor'] !== '' && pool['enabled'] !== false
  return { result: { pool_id: context.input['pool_id'], pop_health: monitored ? Object.fromEntries(Object.entries(places).map(([place, rtt]) => [place, sight(pool, rtt)])) : {} } }
}

const start = (context: Context, checked: readonly string[]) => {
  const { state, ids } = context
  const account = accountOf(context).id
  const id = ids.next()
  previewsIn(state).put(account, id, checked)
  const names = accountPools(state, account).filter((pool) => checked.includes(pool.id)).map((pool) => [pool.id, pool.value['name']])
  return { result: { preview_id: id, pools: Object.fromEntries(names) } }
}

const startForMonitor = (context: Context) => {
  const { state, input } = context
  const account = accountOf(context).id
  const id = String(input['monitor_id'])
  if (keptIn(state, 'load_balancer_monitors').get(account, id) === undefined) throw missing('monitor')
  declaredInput(monitors.preview, input, invalid)
  return start(context, accountPools(state, account).filter(({ value }) => value['monitor'] === id).map((pool) => pool.id))
}

const startForPool = (context: Context) => {
  poolFor(context, accountOf(context).id)
  declaredInput(pools.preview, context.input, invalid)
  return start(context, [String(context.input['pool_id'])])
}

const preview = (context: Context) => {
  const { state, input } = context
  const account = accountOf(context).id
  const checked = previewsIn(state).get(account, String(input['preview_id']))
  if (checked === undefined) throw refuse('balancing_not_found', { what: 'preview' })
  const here = accountPools(state, account).filter((pool) => checked.includes(pool.id))
  return { result: Object.fromEntries(here.map((pool) => [pool.id, sight(pool.value, places['Amsterdam, NL'])])) }
}

/** Handlers of the health of pools, and of checks that are made once. */
export const poolHealthHandlers: readonly Handler[] = [serve(pools.health, health), serve(pools.preview, startForPool), serve(monitors.preview, startForMonitor), serve(loadBalancers.preview, preview)]
