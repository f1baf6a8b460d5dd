import { isIP } from 'node:net'

import { loadBalancers } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { isHostName } from '../rules/names.ts'
import type { Document } from '../state/documents.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { accountPools, type Fields, invalid, keptIn, missing } from './load-balancer-pools.ts'
import { isPoolUsed } from './load-balancers.ts'

const { pools, monitors } = loadBalancers

const accountId = (context: Context): string => accountFor(context, context.input['account_id']).id

const found = (context: Context, kind: 'load_balancer_pools' | 'load_balancer_monitors'): Document<Fields> => {
  const [what, parameter] = kind === 'load_balancer_pools' ? ['pool', 'pool_id'] : ['monitor', 'monitor_id']
  const id = String(context.input[parameter])
  const value = keptIn(context.state, kind).get(accountId(context), id)
  if (value === undefined) throw missing(what)
  return { id, value }
}

const poolDefaults = { description: '', enabled: true, minimum_origins: 1, monitor: null, check_regions: null, notification_email: '', origin_steering: { policy: 'random' }, load_shedding: { default_percent: 0, default_policy: 'random', session_percent: 0, session_policy: 'hash' }, networks: ['cloudflare'] }

const keepPool = (context: Context, given: Fields, kept?: Document<Fields>) => {
  const { state, clock, ids } = context
  const account = accountId(context)
  const pool: Fields = { ...poolDefaults, ...given }
  if (accountPools(state, account).some(({ id, value }) => id !== kept?.id && value['name'] === pool['name'])) throw refuse('balancing_twin')
  const origins = (pool['origins'] as readonly Fields[]).map((origin) => ({ enabled: true, weight: 1, port: 0, ...origin }) as Fields)
  if (new Set(origins.map((origin) => origin['name'])).size < origins.length) throw invalid('origins', 'must have different names')
  const nowhere = origins.findIndex(({ address }) => isIP(String(address)) === 0 && !isHostName(String(address)))
  if (nowhere >= 0) throw invalid(`origins.${nowhere}.address`, 'must be an IP address or the name of a host')
  if ((pool['latitude'] === undefined) !== (pool['longitude'] === undefined)) throw invalid('latitude', 'and longitude go together')
  if (typeof pool['monitor'] === 'string' && pool['monitor'] !== '' && keptIn(state, 'load_balancer_monitors').get(account, pool['monitor']) === undefined) throw invalid('monitor', `${pool['monitor']} does not exist`)
  const now = microsecondDate(clock.now())
  const id = kept?.id ?? ids.next()
  const value: Fields = { ...pool, origins, created_on: kept?.value['created_on'] ?? now, modified_on: now }
  keptIn(state, 'load_balancer_pools').put(account, id, value)
  return { result: { id, ...value } }
}

const monitorDefaults = { type: 'http', description: '', interval: 60, timeout: 5, retries: 2, consecutive_up: 0, consecutive_down: 0 }
const httpDefaults = { method: 'GET', path: '/', header: {}, expected_codes: '200', expected_body: '', follow_redirects: false, allow_insecure: false, probe_zone: '' }

const keepMonitor = (context: Context, given: Fields, kept?: Document<Fields>) => {
  const { state, clock, ids } = context
  const type = String(given['type'] ?? monitorDefaults.type)
  const overHttp = type === 'http' || type === 'https'
  const usual = type === 'http' ? 80 : type === 'https' ? 443 : 0
  const monitor: Fields = { ...monitorDefaults, ...(overHttp ? httpDefaults : { method: type === 'tcp' ? 'connection_established' : '' }), port: usual, ...given }
  const isPort = typeof monitor['port'] === 'number' && monitor['port'] > 0
  if ((type === 'tcp' || type === 'udp_icmp' || type === 'smtp') && !isPort) throw invalid('port', `is needed for ${type}`)
  if (overHttp && !/^(?:[1-5](?:xx|\d\d))(?:\s*,\s*[1-5](?:xx|\d\d))*$/.test(String(monitor['expected_codes']))) throw invalid('expected_codes', 'must be codes such as 200 or 2xx')
  if (Number(monitor['timeout']) > Number(monitor['interval'])) throw invalid('interval', 'must not be below timeout')
  const now = microsecondDate(clock.now())
  const id = kept?.id ?? ids.next()
  const value: Fields = { ...monitor, created_on: kept?.value['created_on'] ?? now, modified_on: now }
  keptIn(state, 'load_balancer_monitors').put(accountId(context), id, value)
  return { result: { id, ...value } }
}

const removePool = (context: Context) => {
  const { id } = found(context, 'load_balancer_pools')
  if (isPoolUsed(context, accountId(context), id)) throw refuse('balancing_referenced')
  keptIn(context.state, 'load_balancer_pools').remove(accountId(context), id)
  return { result: { id } }
}

const removeMonitor = (context: Context) => {
  const { id } = found(context, 'load_balancer_monitors')
  if (accountPools(context.state, accountId(context)).some(({ value }) => value['monitor'] === id)) throw refuse('balancing_referenced')
  keptIn(context.state, 'load_balancer_monitors').remove(accountId(context), id)
  return { result: { id } }
}

const rows = (documents: readonly Document<Fields>[]) => ({ result: documents.map(({ id, value }) => ({ id, ...value })) })

const one = ({ id, value }: Document<Fields>) => ({ result: { id, ...value } })

/** Handlers of pools and monitors. */
export const poolHandlers: readonly Handler[] = [
  serve(pools.list, (context) => {
    const { monitor } = context.input
    return rows(accountPools(context.state, accountId(context)).filter(({ value }) => monitor === undefined || monitor === '' || value['monitor'] === monitor))
  }),
  serve(pools.create, (context) => keepPool(context, declaredInput(pools.create, context.input, invalid))),
  serve(pools.get, (context) => one(found(context, 'load_balancer_pools'))),
  serve(pools.update, (context) => keepPool(context, declaredInput(pools.update, context.input, invalid), found(context, 'load_balancer_pools'))),
  serve(pools.edit, (context) => {
    const kept = found(context, 'load_balancer_pools')
    return keepPool(context, { ...kept.value, ...declaredInput(pools.edit, context.input, invalid) }, kept)
  }),
  serve(pools.remove, removePool),
  serve(monitors.list, (context) => rows(keptIn(context.state, 'load_balancer_monitors').all(accountId(context)))),
  serve(monitors.create, (context) => keepMonitor(context, declaredInput(monitors.create, context.input, invalid))),
  serve(monitors.get, (context) => one(found(context, 'load_balancer_monitors'))),
  serve(monitors.update, (context) => keepMonitor(context, declaredInput(monitors.update, context.input, invalid), found(context, 'load_balancer_monitors'))),
  serve(monitors.edit, (context) => {
    const kept = found(context, 'load_balancer_monitors')
    return keepMonitor(context, { ...kept.value, ...declaredInput(monitors.edit, context.input, invalid) }, kept)
  }),
  serve(monitors.remove, removeMonitor),
]
