import { workers } from '@zonewright/v4'

import { reaches, zoneFor } from '../auth.ts'
import { refuse } from '../errors.ts'
import { routePattern } from '../rules/workers.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { domainsOf, routesOf, workerOf, type WorkerDomain } from './worker-scripts.ts'

type Fields = Readonly<Record<string, unknown>>

interface Found {
  readonly account: string
  readonly name: string
}

const one = (context: Context): Found => {
  const account = accountOf(context).id
  const name = String(context.input['script_name'])
  workerOf(context, account, name)
  return { account, name }
}

const listOf = (given: unknown): readonly Fields[] => {
  if (!Array.isArray(given) || !given.every((item) => typeof item === 'object' && item !== null)) throw refuse('request_invalid')
  return given as readonly Fields[]
}

/** The zone of a hostname: the one that is named, else the nearest at or above it that the actor may reach. */
const zoneOf = (context: Context, account: string, { hostname, zone_id: id, zone_name: name }: { readonly hostname: string; readonly zone_id?: unknown; readonly zone_name?: unknown }): Zone | undefined => {
  const { state, actor } = context
  if (typeof id === 'string') return zoneFor(state, actor, id)
  const labels = (typeof name === 'string' ? name : hostname).toLowerCase().split('.')
  const names = typeof name === 'string' ? [labels.join('.')] : labels.map((_, start) => labels.slice(start).join('.'))
  return names.map((wanted) => state.zones.byName(wanted)).find((zone) => zone !== undefined && zone.accountId === account && reaches(state, actor, zone))
}

const hostOf = (pattern: string): string => pattern.replace(/^(?:https?|\*):\/\//, '').replace(/[/?#:].*$/s, '').replace(/^\*\.?/, '')

const updateRoutes = (context: Context): Outcome => {
  const { account, name } = one(context)
  const routes = routesOf(context)
  const zones = context.state.zones.ofAccounts([account])
  const wanted = listOf(context.input['routes']).map((route) => {
    const pattern = String(route['pattern'])
    const zone = zoneOf(context, account, { ...route, hostname: hostOf(pattern) })
    if (zone === undefined) throw refuse('worker_route_pattern', { pattern, zone: 'of the account' })
    routePattern(pattern, zone.name)
    if (routes.all(zone.id).some(({ value }) => value.pattern === pattern && value.script !== undefined && value.script !== name)) throw refuse('worker_route_taken')
    return { zone, pattern }
  })
  for (const zone of zones) {
    const kept = wanted.filter((route) => route.zone.id === zone.id)
    for (const { id, value } of routes.all(zone.id)) if (value.script === name && !kept.some(({ pattern }) => pattern === value.pattern)) routes.remove(zone.id, id)
  }
  const result = wanted.map(({ zone, pattern }) => {
    const id = routes.all(zone.id).find(({ value }) => value.pattern === pattern)?.id ?? context.ids.next()
    routes.put(zone.id, id, { pattern, script: name })
    return { id, pattern, script: name }
  })
  return { result }
}

interface Wanted {
  readonly domain: WorkerDomain
  /** The hostname as it is there already, maybe for another Worker. */
  readonly id?: string
  readonly before?: WorkerDomain
  readonly hasRecords: boolean
}

const wantedDomains = (context: Context, { account, name }: Found): readonly Wanted[] =>
  listOf(context.input['origins']).map((origin) => {
    const hostname = typeof origin['hostname'] === 'string' ? origin['hostname'].toLowerCase() : ''
    const zone = zoneOf(context, account, { ...origin, hostname })
    if (zone === undefined || (hostname !== zone.name && !hostname.endsWith(`.${zone.name}`))) throw refuse('worker_domain', { property: 'hostname' })
    const there = domainsOf(context).all(account).find(({ value }) => value.hostname === hostname)
    const hasRecords = context.state.records.atName(zone.id, hostname).some(({ wire: { type } }) => type === 'A' || type === 'AAAA' || type === 'CNAME')
    return { domain: { hostname, service: name, environment: 'production', zone_id: zone.id, zone_name: zone.name }, ...(there === undefined ? {} : { id: there.id, before: there.value }), hasRecords }
  })

const left = (context: Context, { account, name }: Found, wanted: readonly Wanted[]): readonly { readonly id: string; readonly value: WorkerDomain }[] =>
  domainsOf(context).all(account).filter(({ value }) => value.service === name && !wanted.some(({ domain }) => domain.hostname === value.hostname))

const compareDomains = (context: Context): Outcome => {
  const found = one(context)
  const wanted = wantedDomains(context, found)
  return {
    result: {
      added: wanted.filter(({ id, hasRecords }) => id === undefined && !hasRecords).map(({ domain }) => domain),
      removed: context.input['replace_state'] === true ? left(context, found, wanted).map(({ id, value }) => ({ id, ...value })) : [],
      updated: wanted.flatMap(({ id, before }) => (before === undefined ? [] : [{ id, ...before, modified: before.service !== found.name }])),
      conflicting: wanted.filter(({ id, hasRecords }) => id === undefined && hasRecords).map(({ domain }) => domain),
    },
  }
}

const updateDomains = (context: Context): Outcome => {
  const found = one(context)
  const { override_existing_origin: takes = false, override_existing_dns_record: replaces = false } = context.input
  const wanted = wantedDomains(context, found)
  for (const { domain: { hostname }, before, hasRecords } of wanted) {
    if (before !== undefined && before.service !== found.name && takes !== true) throw refuse('worker_domain_other', { hostname })
    if (before === undefined && hasRecords && replaces !== true) throw refuse('worker_domain_records', { hostname })
  }
  for (const { id } of left(context, found, wanted)) domainsOf(context).remove(found.account, id)
  const result = wanted.map(({ domain, id = context.ids.next() }) => {
    domainsOf(context).put(found.account, id, domain)
    return { id, ...domain }
  })
  return { result }
}

/** Handlers that set all routes or all hostnames of a Worker. */
export const workerTriggerHandlers: readonly Handler[] = [
  serve(workers.triggers.updateRoutes, updateRoutes),
  serve(workers.triggers.compareDomains, compareDomains),
  serve(workers.triggers.updateDomains, updateDomains),
]
