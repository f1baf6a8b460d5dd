/**
 * Pools of servers.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const origin = z.object({
  /** Name, unique in the pool. */
  name: z.string().check(z.minLength(1)),
  /** Address or host name. */
  address: z.string().check(z.minLength(1)),
  /** Whether it gets traffic. Default true. */
  enabled: z.optional(z.boolean()),
  /** Share of the traffic beside the others, 0 to 1. Default 1. */
  weight: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Port; 0 for the one of the request. Default 0. */
  port: z.optional(z.int().check(z.gte(0), z.lte(65_535))),
  /** Headers to ask the server with: `Host` only. */
  header: z.optional(z.nullable(z.record(z.string(), z.array(z.string())))),
  /** Identifier of the virtual network that the address is in. */
  virtual_network_id: z.optional(z.string()),
})

const regions = z.enum(['WNAM', 'ENAM', 'WEU', 'EEU', 'NSAM', 'SSAM', 'OC', 'ME', 'NAF', 'SAF', 'SAS', 'SEAS', 'NEAS', 'ALL_REGIONS'])

/** What a client may say about a pool beside its name and servers. */
const options = {
  /** Description. */
  description: z.optional(z.string()),
  /** Whether it gets traffic. Default true. */
  enabled: z.optional(z.boolean()),
  /** Healthy servers below which the pool counts as unhealthy. Default 1. */
  minimum_origins: z.optional(z.int().check(z.gte(0))),
  /** Identifier of the monitor, or null. */
  monitor: z.optional(z.nullable(z.string())),
  /** Regions to check from, or null for every data centre. */
  check_regions: z.optional(z.nullable(z.array(regions))),
  /** Latitude in degrees, -90 to 90; with `longitude`. */
  latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  /** Longitude in degrees, -180 to 180; with `latitude`. */
  longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
  /** Addresses to write to, separated by commas. */
  notification_email: z.optional(z.string()),
  /** How much traffic is turned away, and whose. */
  load_shedding: z.optional(
    z.object({
      /** Percent of the traffic without session, 0 to 100. */
      default_percent: z.optional(z.number().check(z.gte(0), z.lte(100))),
      /** How it is chosen: `random` or `hash`. */
      default_policy: z.optional(z.enum(['random', 'hash'])),
      /** Percent of the traffic with a session, 0 to 100. */
      session_percent: z.optional(z.number().check(z.gte(0), z.lte(100))),
      /** How it is chosen: only `hash`. */
      session_policy: z.optional(z.literal('hash')),
    }),
  ),
  /** How a server is chosen. */
  origin_steering: z.optional(
    z.object({
      /** Policy. Default `random`. */
      policy: z.optional(z.enum(['random', 'hash', 'least_outstanding_requests', 'least_connections'])),
    }),
  ),
}

const poolName = z.string().check(z.minLength(1), z.regex(/^[A-Za-z0-9_-]+$/))
const origins = z.array(origin).check(z.minLength(1))

const Pool = z.object({
  /** Identifier of the pool. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Its servers. */
  origins: z.array(origin),
  ...options,
  /** Networks that it can be used from. Read-only. */
  networks: z.optional(z.array(z.string())),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Pool extends z.output<typeof Pool> {}

const onePool = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier of the pool. */
  pool_id: hexIdentifier,
}

const PoolList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier of a monitor: its pools only. */
  monitor: z.optional(z.string()),
})
export interface PoolList extends z.input<typeof PoolList> {}

/**
 * List the pools of an account; all at once.
 * @example const pools = await cf.loadBalancers.pools.list({ account_id })
 */
export const list = endpoint<PoolList, Pool[]>('GET /accounts/{account_id}/load_balancers/pools', { input: PoolList, result: z.array(Pool), permission: '#lb:read' })

const PoolCreate = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Name: letters, digits, `-` and `_`. */
  name: poolName,
  /** Its servers; at least one. */
  origins,
  ...options,
})
export interface PoolCreate extends z.input<typeof PoolCreate> {}

/**
 * Create a pool.
 * @example await cf.loadBalancers.pools.create({ account_id, name: 'europe', origins: [{ name: 'a', address: '192.0.2.1' }] })
 */
export const create = endpoint<PoolCreate, Pool>('POST /accounts/{account_id}/load_balancers/pools', { input: PoolCreate, result: Pool, permission: '#lb:edit' })

const PoolGet = z.strictObject(onePool)
export interface PoolGet extends z.input<typeof PoolGet> {}

/**
 * Read one pool.
 * @example const { origins } = await cf.loadBalancers.pools.get({ account_id, pool_id: id })
 */
export const get = endpoint<PoolGet, Pool>('GET /accounts/{account_id}/load_balancers/pools/{pool_id}', { input: PoolGet, result: Pool, permission: '#lb:read' })

const PoolUpdate = z.strictObject({
  ...onePool,
  /** Name: letters, digits, `-` and `_`. */
  name: poolName,
  /** Its servers; at least one. */
  origins,
  ...options,
})
export interface PoolUpdate extends z.input<typeof PoolUpdate> {}

/**
 * Replace a pool: what is not said goes back to its default.
 * @example await cf.loadBalancers.pools.update({ account_id, pool_id: id, name: 'europe', origins: [{ name: 'a', address: '192.0.2.2' }] })
 */
export const update = endpoint<PoolUpdate, Pool>('PUT /accounts/{account_id}/load_balancers/pools/{pool_id}', { input: PoolUpdate, result: Pool, permission: '#lb:edit' })

const PoolEdit = z.strictObject({
  ...onePool,
  /** Name: letters, digits, `-` and `_`. */
  name: z.optional(poolName),
  /** Its servers; at least one. */
  origins: z.optional(origins),
  ...options,
})
export interface PoolEdit extends z.input<typeof PoolEdit> {}

/**
 * Change parts of a pool; what is not said stays.
 * @example await cf.loadBalancers.pools.edit({ account_id, pool_id: id, enabled: false })
 */
export const edit = endpoint<PoolEdit, Pool>('PATCH /accounts/{account_id}/load_balancers/pools/{pool_id}', { input: PoolEdit, result: Pool, permission: '#lb:edit', safety: 'idempotent' })

const PoolDelete = z.strictObject(onePool)
export interface PoolDelete extends z.input<typeof PoolDelete> {}

/**
 * Delete a pool that no load balancer uses.
 * @example await cf.loadBalancers.pools.remove({ account_id, pool_id: id })
 */
export const remove = endpoint<PoolDelete, Id>('DELETE /accounts/{account_id}/load_balancers/pools/{pool_id}', {
  input: PoolDelete,
  result: Id,
  permission: '#lb:edit',
  repeated: { codes: [1001], result: (input) => ({ id: input['pool_id'] }) },
})
