/**
 * Zone lockdowns: URLs that only some addresses may open.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const oneLockdown = {
  ...inZone,
  /** Identifier of the lockdown. */
  lock_downs_id: hexIdentifier,
}

const fields = {
  /** URLs that are locked, without scheme; `*` stands for any text. */
  urls: z.array(z.string().check(z.minLength(1), z.maxLength(1024))).check(z.minLength(1)),
  /** Addresses that may still open them. */
  configurations: z
    .array(
      z.strictObject({
        /** An address or a range. */
        target: z.enum(['ip', 'ip_range']),
        /** The address, or a range such as `192.0.2.0/24`. */
        value: z.string().check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
  /** What the lockdown is for, at most 1,024 characters. */
  description: z.optional(z.string().check(z.maxLength(1024))),
  /** The lockdown is switched off. Default false. */
  paused: z.optional(z.boolean()),
  /** Lockdowns with a lower number are looked at first. */
  priority: z.optional(z.int()),
}

const LockdownConfiguration = z.object({
  /** `ip` or `ip_range`. */
  target: z.string(),
  /** The address or range. */
  value: z.string(),
})
export interface LockdownConfiguration extends z.output<typeof LockdownConfiguration> {}

const Lockdown = z.object({
  /** Identifier of the lockdown. Read-only. */
  id: z.string(),
  /** URLs that are locked. */
  urls: z.array(z.string()),
  /** Addresses that may still open them. */
  configurations: z.array(LockdownConfiguration),
  /** What the lockdown is for. */
  description: z.optional(z.string()),
  /** The lockdown is switched off. */
  paused: z.boolean(),
  /** Lockdowns with a lower number are looked at first. */
  priority: z.optional(z.number()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Lockdown extends z.output<typeof Lockdown> {}

const text = z.optional(z.string())

const LockdownList = z.strictObject({
  ...inZone,
  /** Exact description, any case. */
  description: text,
  /** Part of the description. */
  description_search: text,
  /** Address among the configurations. */
  ip: text,
  /** Part of an address among the configurations. */
  ip_search: text,
  /** Range among the configurations. */
  ip_range_search: text,
  /** Part of a URL. */
  uri_search: text,
  /** First day of creation, RFC 3339. */
  created_on: text,
  /** First day of the last change, RFC 3339. */
  modified_on: text,
  /** Number that the lockdown is looked at by. */
  priority: z.optional(z.number()),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Lockdowns a page, 1 to 1,000. Default 20. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(1000))),
})
export interface LockdownList extends z.input<typeof LockdownList> {}

/**
 * List the lockdowns of a zone, filtered.
 * @example for await (const lockdown of cf.firewall.lockdowns.list({ zone_id })) console.log(lockdown.urls)
 */
export const list = listing<LockdownList, Lockdown>('GET /zones/{zone_id}/firewall/lockdowns', { input: LockdownList, item: Lockdown, page: pageNumber({ perPage: 1000 }), permission: '#waf:read' })

const LockdownCreate = z.strictObject({ ...inZone, ...fields })
export interface LockdownCreate extends z.input<typeof LockdownCreate> {}

/**
 * Lock URLs for all but some addresses.
 * @example await cf.firewall.lockdowns.create({ zone_id, urls: ['example.com/admin*'], configurations: [{ target: 'ip', value: '192.0.2.1' }] })
 */
export const create = endpoint<LockdownCreate, Lockdown>('POST /zones/{zone_id}/firewall/lockdowns', { input: LockdownCreate, result: Lockdown, permission: '#waf:edit' })

const LockdownGet = z.strictObject(oneLockdown)
export interface LockdownGet extends z.input<typeof LockdownGet> {}

/**
 * Read one lockdown.
 * @example const lockdown = await cf.firewall.lockdowns.get({ zone_id, lock_downs_id: id })
 */
export const get = endpoint<LockdownGet, Lockdown>('GET /zones/{zone_id}/firewall/lockdowns/{lock_downs_id}', { input: LockdownGet, result: Lockdown, permission: '#waf:read' })

const LockdownUpdate = z.strictObject({ ...oneLockdown, ...fields })
export interface LockdownUpdate extends z.input<typeof LockdownUpdate> {}

/**
 * Replace a lockdown: what is not said goes back to its default.
 * @example await cf.firewall.lockdowns.update({ zone_id, lock_downs_id: id, urls: ['example.com/*'], configurations: [{ target: 'ip_range', value: '192.0.2.0/24' }] })
 */
export const update = endpoint<LockdownUpdate, Lockdown>('PUT /zones/{zone_id}/firewall/lockdowns/{lock_downs_id}', { input: LockdownUpdate, result: Lockdown, permission: '#waf:edit' })

const LockdownDelete = z.strictObject(oneLockdown)
export interface LockdownDelete extends z.input<typeof LockdownDelete> {}

/**
 * Delete a lockdown.
 * @example await cf.firewall.lockdowns.remove({ zone_id, lock_downs_id: id })
 */
export const remove = endpoint<LockdownDelete, Id>('DELETE /zones/{zone_id}/firewall/lockdowns/{lock_downs_id}', {
  input: LockdownDelete,
  result: Id,
  permission: '#waf:edit',
  repeated: { codes: [10005], result: (input) => ({ id: input['lock_downs_id'] }) },
})
