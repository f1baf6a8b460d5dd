import { historic, workers } from '@zonewright/v4'

import { zoneFor } from '../auth.ts'
import { refuse } from '../errors.ts'
import { codeOf } from '../rules/worker-upload.ts'
import { firstSettings, routePattern } from '../rules/workers.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'
import { domainsOf, putCode, removeWorker, routesOf, type Worker, type WorkerDomain, type WorkerRoute, workerCode, workersOf } from './worker-scripts.ts'

const shownRoute = (id: string, { pattern, script }: WorkerRoute): Record<string, unknown> => ({ id, pattern, ...(script === undefined ? {} : { script }) })

const routeOf = (context: ZoneContext): { readonly id: string; readonly route: WorkerRoute } => {
  const id = String(context.input['route_id'])
  const route = routesOf(context).get(context.zone.id, id)
  if (route === undefined) throw refuse('worker_route_not_found')
  return { id, route }
}

const routeFrom = (context: ZoneContext, own?: string): WorkerRoute => {
  const { zone, input } = context
  const { script } = input
  const pattern = routePattern(input['pattern'], zone.name)
  if (routesOf(context).all(zone.id).some(({ id, value }) => id !== own && value.pattern === pattern)) throw refuse('worker_route_taken')
  if (script === undefined || script === null || script === '') return { pattern }
  if (workersOf(context).get(zone.accountId, String(script)) === undefined) throw refuse('worker_route_script')
  return { pattern, script: String(script) }
}

const putRoute = (context: ZoneContext, id: string, route: WorkerRoute): Outcome => {
  routesOf(context).put(context.zone.id, id, route)
  return { result: shownRoute(id, route) }
}

const shownDomain = (id: string, domain: WorkerDomain): Record<string, unknown> => ({ id, ...domain })

const domainOf = (context: Context): { readonly account: string; readonly id: string; readonly domain: WorkerDomain } => {
  const account = accountOf(context).id
  const id = String(context.input['domain_id'])
  const domain = domainsOf(context).get(account, id)
  if (domain === undefined) throw refuse('worker_domain_not_found')
  return { account, id, domain }
}

const filters = ['hostname', 'service', 'environment', 'zone_id', 'zone_name'] as const

const listDomains = (context: Context): Outcome => {
  const rows = domainsOf(context).all(accountOf(context).id)
  return { result: rows.filter(({ value }) => filters.every((name) => context.input[name] === undefined || value[name] === context.input[name])).map(({ id, value }) => shownDomain(id, value)) }
}

const putDomain = (context: Context): Outcome => {
  const account = accountOf(context).id
  const { hostname, service, zone_id: zoneId, environment = 'production' } = context.input
  if (typeof environment !== 'string') throw refuse('worker_domain', { property: 'environment' })
  const zone = zoneFor(context.state, context.actor, String(zoneId))
  const host = typeof hostname === 'string' ? hostname.toLowerCase() : ''
  if (zone.accountId !== account) throw refuse('worker_domain', { property: 'zone_id' })
  if (host !== zone.name && !host.endsWith(`.${zone.name}`)) throw refuse('worker_domain', { property: 'hostname' })
  if (typeof service !== 'string' || workersOf(context).get(account, service) === undefined) throw refuse('worker_not_found')
  const id = domainsOf(context).all(account).find(({ value }) => value.hostname === host)?.id ?? context.ids.next()
  const domain = { hostname: host, service, environment, zone_id: zone.id, zone_name: zone.name }
  domainsOf(context).put(account, id, domain)
  return { result: shownDomain(id, domain) }
}

/** The name of the one Worker that a zone had. */
const zoneScriptName = (zone: string): string => zone.replaceAll('.', '-')

const shownScript = (id: string, { etag, createdOn, modifiedOn }: Worker): Record<string, unknown> => ({ created_on: createdOn, etag, id, modified_on: modifiedOn })

const putZoneScript = (context: ZoneContext): Outcome => {
  const { zone, input } = context
  const name = zoneScriptName(zone.name)
  const settings = workersOf(context).get(zone.accountId, name)?.settings ?? firstSettings
  const worker = putCode(context, zone.accountId, name, { code: codeOf({ script: input['script'] }, {}), settings })
  const script = workerCode(context, zone.accountId, name, worker)
  return { result: { etag: worker.etag, id: name, created_on: worker.createdOn, modified_on: worker.modifiedOn, script: Buffer.from(script).toString('utf8'), size: script.length } }
}

const listUserScripts = (context: Context): Outcome => ({
  result: context.state.accounts.ofUser(context.actor.user.id).flatMap(({ id: account }) => workersOf(context).all(account).map(({ id, value }) => shownScript(id, value))),
})

/** Handlers of routes, hostnames and the Worker that a zone had before. */
export const workerRouteHandlers: readonly Handler[] = [
  serveZone(workers.routes.list, (context) => ({ result: routesOf(context).all(context.zone.id).map(({ id, value }) => shownRoute(id, value)) })),
  serveZone(workers.routes.create, (context) => putRoute(context, context.ids.next(), routeFrom(context))),
  serveZone(workers.routes.get, (context) => {
    const { id, route } = routeOf(context)
    return { result: shownRoute(id, route) }
  }),
  serveZone(workers.routes.update, (context) => {
    const { id } = routeOf(context)
    return putRoute(context, id, routeFrom(context, id))
  }),
  serveZone(workers.routes.remove, (context) => {
    const { id } = routeOf(context)
    routesOf(context).remove(context.zone.id, id)
    return { result: { id } }
  }),
  serve(workers.domains.list, listDomains),
  serve(workers.domains.put, putDomain),
  serve(workers.domains.get, (context) => {
    const { id, domain } = domainOf(context)
    return { result: shownDomain(id, domain) }
  }),
  serve(workers.domains.getRecord, (context) => {
    const { id, domain } = domainOf(context)
    return { result: shownDomain(id, domain) }
  }),
  serve(workers.domains.remove, (context) => {
    const { account, id } = domainOf(context)
    domainsOf(context).remove(account, id)
    return { result: null }
  }),
  serveZone(historic.zoneWorkers.put, putZoneScript),
  serveZone(historic.zoneWorkers.remove, (context) => {
    removeWorker(context, context.zone.accountId, zoneScriptName(context.zone.name))
    return { result: context.zone.id }
  }),
  serve(historic.zoneWorkers.list, listUserScripts),
]
