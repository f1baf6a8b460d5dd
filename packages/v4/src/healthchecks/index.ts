/**
 * Health checks of servers, without load balancing.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const port = z.optional(z.int().check(z.gte(1), z.lte(65_535)))
const region = z.enum(['WNAM', 'ENAM', 'WEU', 'EEU', 'NSAM', 'SSAM', 'OC', 'ME', 'NAF', 'SAF', 'IN', 'SEAS', 'NEAS', 'ALL_REGIONS'])

const options = {
  /** Description. */
  description: z.optional(z.string()),
  /** How to ask. Default `HTTP`. */
  type: z.optional(z.enum(['HTTP', 'HTTPS', 'TCP'])),
  /** Regions to check from, or null for one that the service picks. */
  check_regions: z.optional(z.nullable(z.array(region))),
  /** Seconds between two checks. Default 60. */
  interval: z.optional(z.int().check(z.gte(5), z.lte(3600))),
  /** Seconds to wait for an answer. Default 5. */
  timeout: z.optional(z.int().check(z.gte(1), z.lte(10))),
  /** How often to ask again after a timeout. Default 2. */
  retries: z.optional(z.int().check(z.gte(0), z.lte(5))),
  /** Failures in a row that make a server unhealthy. Default 1. */
  consecutive_fails: z.optional(z.int().check(z.gte(1))),
  /** Successes in a row that make it healthy again. Default 1. */
  consecutive_successes: z.optional(z.int().check(z.gte(1))),
  /** Whether checks rest. Default false. */
  suspended: z.optional(z.boolean()),
  /** Details of a check over HTTP. */
  http_config: z.optional(
    z.nullable(
      z.object({
        /** Method. Default GET. */
        method: z.optional(z.enum(['GET', 'HEAD'])),
        /** Path to ask for. Default `/`. */
        path: z.optional(z.string()),
        /** Port. Default 80 for HTTP, 443 for HTTPS. */
        port,
        /** Status that counts as healthy, such as `200` or `2xx`. Default `200`. */
        expected_codes: z.optional(z.nullable(z.array(z.string()))),
        /** Text that the answer must hold, any case. */
        expected_body: z.optional(z.string()),
        /** Whether to follow redirects. Default false. */
        follow_redirects: z.optional(z.boolean()),
        /** Whether any certificate is good enough. Default false. */
        allow_insecure: z.optional(z.boolean()),
        /** Headers to ask with. */
        header: z.optional(z.nullable(z.record(z.string(), z.array(z.string())))),
      }),
    ),
  ),
  /** Details of a check over TCP. */
  tcp_config: z.optional(
    z.nullable(
      z.object({
        /** Method: only that a connection is made. */
        method: z.optional(z.literal('connection_established')),
        /** Port. Default 80. */
        port,
      }),
    ),
  ),
}

const name = z.string().check(z.minLength(1), z.regex(/^[A-Za-z0-9_-]+$/))
const address = z.string().check(z.minLength(1))

const Healthcheck = z.object({
  /** Identifier of the health check. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Host name or address of the server. */
  address: z.string(),
  ...options,
  /** `unknown`, `healthy`, `unhealthy` or `suspended`. Read-only. */
  status: z.string(),
  /** Why the server is unhealthy. Read-only. */
  failure_reason: z.optional(z.string()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Healthcheck extends z.output<typeof Healthcheck> {}

const oneCheck = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the health check. */
  healthcheck_id: hexIdentifier,
}

const HealthcheckList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  ...paging,
})
export interface HealthcheckList extends z.input<typeof HealthcheckList> {}

/**
 * List the health checks of a zone.
 * @example for await (const { name, status } of cf.healthchecks.list({ zone_id })) console.log(name, status)
 */
export const list = listing<HealthcheckList, Healthcheck>('GET /zones/{zone_id}/healthchecks', { input: HealthcheckList, item: Healthcheck, page: pageNumber({ perPage: 50 }), permission: '#healthchecks:read' })

const HealthcheckCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Name: letters, digits, `-` and `_`. */
  name,
  /** Host name or address of the server. */
  address,
  ...options,
})
export interface HealthcheckCreate extends z.input<typeof HealthcheckCreate> {}

/**
 * Create a health check.
 * @example await cf.healthchecks.create({ zone_id, name: 'www', address: 'www.example.com', type: 'HTTPS' })
 */
export const create = endpoint<HealthcheckCreate, Healthcheck>('POST /zones/{zone_id}/healthchecks', { input: HealthcheckCreate, result: Healthcheck, permission: '#healthchecks:edit' })

const HealthcheckGet = z.strictObject(oneCheck)
export interface HealthcheckGet extends z.input<typeof HealthcheckGet> {}

/**
 * Read one health check.
 * @example const { status } = await cf.healthchecks.get({ zone_id, healthcheck_id: id })
 */
export const get = endpoint<HealthcheckGet, Healthcheck>('GET /zones/{zone_id}/healthchecks/{healthcheck_id}', { input: HealthcheckGet, result: Healthcheck, permission: '#healthchecks:read' })

const HealthcheckUpdate = z.strictObject({
  ...oneCheck,
  /** Name: letters, digits, `-` and `_`. */
  name,
  /** Host name or address of the server. */
  address,
  ...options,
})
export interface HealthcheckUpdate extends z.input<typeof HealthcheckUpdate> {}

/**
 * Replace a health check: what is not said goes back to its default.
 * @example await cf.healthchecks.update({ zone_id, healthcheck_id: id, name: 'www', address: '192.0.2.1', type: 'TCP' })
 */
export const update = endpoint<HealthcheckUpdate, Healthcheck>('PUT /zones/{zone_id}/healthchecks/{healthcheck_id}', { input: HealthcheckUpdate, result: Healthcheck, permission: '#healthchecks:edit' })

const HealthcheckEdit = z.strictObject({
  ...oneCheck,
  /** Name: letters, digits, `-` and `_`. */
  name: z.optional(name),
  /** Host name or address of the server. */
  address: z.optional(address),
  ...options,
})
export interface HealthcheckEdit extends z.input<typeof HealthcheckEdit> {}

/**
 * Change parts of a health check; what is not said stays.
 * @example await cf.healthchecks.edit({ zone_id, healthcheck_id: id, suspended: true })
 */
export const edit = endpoint<HealthcheckEdit, Healthcheck>('PATCH /zones/{zone_id}/healthchecks/{healthcheck_id}', { input: HealthcheckEdit, result: Healthcheck, permission: '#healthchecks:edit', safety: 'idempotent' })

const HealthcheckDelete = z.strictObject(oneCheck)
export interface HealthcheckDelete extends z.input<typeof HealthcheckDelete> {}

/**
 * Delete a health check.
 * @example await cf.healthchecks.remove({ zone_id, healthcheck_id: id })
 */
export const remove = endpoint<HealthcheckDelete, Id>('DELETE /zones/{zone_id}/healthchecks/{healthcheck_id}', {
  input: HealthcheckDelete,
  result: Id,
  permission: '#healthchecks:edit',
  repeated: { codes: [1001], result: (input) => ({ id: input['healthcheck_id'] }) },
})
