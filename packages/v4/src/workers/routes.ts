/**
 * Routes of a zone: which Worker answers which URLs.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const oneRoute = {
  ...inZone,
  /** Identifier of the route. */
  route_id: hexIdentifier,
}

const fields = {
  /** URLs, such as `example.com/api/*`; `*` stands for any text. */
  pattern: z.string().check(z.minLength(1)),
  /** Name of the Worker; none answers when it is absent. */
  script: z.optional(z.string()),
}

/** A route. */
export const Route = z.object({
  /** Identifier. Read-only. */
  id: z.string(),
  /** URLs that the Worker answers. */
  pattern: z.optional(z.string()),
  /** Name of the Worker. */
  script: z.optional(z.nullable(z.string())),
})
export interface Route extends z.output<typeof Route> {}

const RouteList = z.strictObject(inZone)
export interface RouteList extends z.input<typeof RouteList> {}

/**
 * List the routes of a zone, all at once.
 * @example const routes = await cf.workers.routes.list({ zone_id })
 */
export const list = endpoint<RouteList, Route[]>('GET /zones/{zone_id}/workers/routes', { input: RouteList, result: z.array(Route), permission: '#worker:read' })

const RouteCreate = z.strictObject({ ...inZone, ...fields })
export interface RouteCreate extends z.input<typeof RouteCreate> {}

/**
 * Create a route.
 * @example await cf.workers.routes.create({ zone_id, pattern: 'example.com/*', script: 'hello' })
 */
export const create = endpoint<RouteCreate, Route>('POST /zones/{zone_id}/workers/routes', { input: RouteCreate, result: Route, permission: '#worker:edit' })

const RouteGet = z.strictObject(oneRoute)
export interface RouteGet extends z.input<typeof RouteGet> {}

/**
 * Read one route.
 * @example const route = await cf.workers.routes.get({ zone_id, route_id: id })
 */
export const get = endpoint<RouteGet, Route>('GET /zones/{zone_id}/workers/routes/{route_id}', { input: RouteGet, result: Route, permission: '#worker:read' })

const RouteUpdate = z.strictObject({ ...oneRoute, ...fields })
export interface RouteUpdate extends z.input<typeof RouteUpdate> {}

/**
 * Replace a route.
 * @example await cf.workers.routes.update({ zone_id, route_id: id, pattern: 'example.com/*', script: 'hello' })
 */
export const update = endpoint<RouteUpdate, Route>('PUT /zones/{zone_id}/workers/routes/{route_id}', { input: RouteUpdate, result: Route, permission: '#worker:edit' })

const RouteDelete = z.strictObject(oneRoute)
export interface RouteDelete extends z.input<typeof RouteDelete> {}

/**
 * Delete a route.
 * @example await cf.workers.routes.remove({ zone_id, route_id: id })
 */
export const remove = endpoint<RouteDelete, Id>('DELETE /zones/{zone_id}/workers/routes/{route_id}', { input: RouteDelete, result: Id, permission: '#worker:edit', repeated: { codes: [10008], result: (input) => ({ id: input['route_id'] }) } })
