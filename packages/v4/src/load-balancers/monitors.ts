/**
 * Monitors: how the servers of a pool are checked.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const fields = {
  /** How to ask. Default `http`. */
  type: z.optional(z.enum(['http', 'https', 'tcp', 'udp_icmp', 'icmp_ping', 'smtp'])),
  /** Description. */
  description: z.optional(z.string()),
  /** Method: by default GET for HTTP, `connection_established` for TCP. */
  method: z.optional(z.string()),
  /** Path to ask for; HTTP only. Default `/`. */
  path: z.optional(z.string()),
  /** Port; needed for `tcp`, `udp_icmp` and `smtp`, otherwise the usual one. */
  port: z.optional(z.int().check(z.gte(0), z.lte(65_535))),
  /** Headers to ask with; HTTP only. */
  header: z.optional(z.nullable(z.record(z.string(), z.array(z.string())))),
  /** Status that counts as healthy, such as `200` or `2xx`; HTTP only. Default `200`. */
  expected_codes: z.optional(z.string()),
  /** Text that the answer must hold, any case; HTTP only. */
  expected_body: z.optional(z.string()),
  /** Whether to follow redirects; HTTP only. Default false. */
  follow_redirects: z.optional(z.boolean()),
  /** Whether any certificate is good enough; HTTPS only. Default false. */
  allow_insecure: z.optional(z.boolean()),
  /** Name of the zone to ask as; HTTP only. */
  probe_zone: z.optional(z.string()),
  /** Seconds between two checks. Default 60. */
  interval: z.optional(z.int().check(z.gte(5), z.lte(3600))),
  /** Seconds to wait for an answer. Default 5. */
  timeout: z.optional(z.int().check(z.gte(1), z.lte(10))),
  /** How often to ask again after a timeout. Default 2. */
  retries: z.optional(z.int().check(z.gte(0), z.lte(5))),
  /** Failures in a row that make a server unhealthy. Default 0. */
  consecutive_down: z.optional(z.int().check(z.gte(0))),
  /** Successes in a row that make it healthy again. Default 0. */
  consecutive_up: z.optional(z.int().check(z.gte(0))),
}

const Monitor = z.object({
  /** Identifier of the monitor. Read-only. */
  id: z.string(),
  ...fields,
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Monitor extends z.output<typeof Monitor> {}

const oneMonitor = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier of the monitor. */
  monitor_id: hexIdentifier,
}

const MonitorList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
})
export interface MonitorList extends z.input<typeof MonitorList> {}

/**
 * List the monitors of an account; all at once.
 * @example const monitors = await cf.loadBalancers.monitors.list({ account_id })
 */
export const list = endpoint<MonitorList, Monitor[]>('GET /accounts/{account_id}/load_balancers/monitors', { input: MonitorList, result: z.array(Monitor), permission: '#lb:read' })

const MonitorCreate = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  ...fields,
})
export interface MonitorCreate extends z.input<typeof MonitorCreate> {}

/**
 * Create a monitor.
 * @example await cf.loadBalancers.monitors.create({ account_id, type: 'https', path: '/health', expected_codes: '2xx' })
 */
export const create = endpoint<MonitorCreate, Monitor>('POST /accounts/{account_id}/load_balancers/monitors', { input: MonitorCreate, result: Monitor, permission: '#lb:edit' })

const MonitorGet = z.strictObject(oneMonitor)
export interface MonitorGet extends z.input<typeof MonitorGet> {}

/**
 * Read one monitor.
 * @example const { interval } = await cf.loadBalancers.monitors.get({ account_id, monitor_id: id })
 */
export const get = endpoint<MonitorGet, Monitor>('GET /accounts/{account_id}/load_balancers/monitors/{monitor_id}', { input: MonitorGet, result: Monitor, permission: '#lb:read' })

const MonitorUpdate = z.strictObject({ ...oneMonitor, ...fields })
export interface MonitorUpdate extends z.input<typeof MonitorUpdate> {}

/**
 * Replace a monitor: what is not said goes back to its default.
 * @example await cf.loadBalancers.monitors.update({ account_id, monitor_id: id, type: 'tcp', port: 25 })
 */
export const update = endpoint<MonitorUpdate, Monitor>('PUT /accounts/{account_id}/load_balancers/monitors/{monitor_id}', { input: MonitorUpdate, result: Monitor, permission: '#lb:edit' })

const MonitorEdit = z.strictObject({ ...oneMonitor, ...fields })
export interface MonitorEdit extends z.input<typeof MonitorEdit> {}

/**
 * Change parts of a monitor; what is not said stays.
 * @example await cf.loadBalancers.monitors.edit({ account_id, monitor_id: id, interval: 30 })
 */
export const edit = endpoint<MonitorEdit, Monitor>('PATCH /accounts/{account_id}/load_balancers/monitors/{monitor_id}', { input: MonitorEdit, result: Monitor, permission: '#lb:edit', safety: 'idempotent' })

const MonitorDelete = z.strictObject(oneMonitor)
export interface MonitorDelete extends z.input<typeof MonitorDelete> {}

/**
 * Delete a monitor that no pool uses.
 * @example await cf.loadBalancers.monitors.remove({ account_id, monitor_id: id })
 */
export const remove = endpoint<MonitorDelete, Id>('DELETE /accounts/{account_id}/load_balancers/monitors/{monitor_id}', {
  input: MonitorDelete,
  result: Id,
  permission: '#lb:edit',
  repeated: { codes: [1001], result: (input) => ({ id: input['monitor_id'] }) },
})
