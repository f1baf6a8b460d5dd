/**
 * Cache Reserve: files that stay in storage behind the cache.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { ZoneSwitch, oneZone, switchInput } from './setting.ts'

const CacheReserveGet = z.strictObject(oneZone)
export interface CacheReserveGet extends z.input<typeof CacheReserveGet> {}

/**
 * Read whether Cache Reserve is on.
 * @example const { value } = await cf.cache.reserve.get({ zone_id })
 */
export const get = endpoint<CacheReserveGet, ZoneSwitch>('GET /zones/{zone_id}/cache/cache_reserve', { input: CacheReserveGet, result: ZoneSwitch, permission: '#zone_settings:read' })

const CacheReserveEdit = z.strictObject(switchInput)
export interface CacheReserveEdit extends z.input<typeof CacheReserveEdit> {}

/**
 * Switch Cache Reserve on or off; not while it is being cleared.
 * @example await cf.cache.reserve.edit({ zone_id, value: 'on' })
 */
export const edit = endpoint<CacheReserveEdit, ZoneSwitch>('PATCH /zones/{zone_id}/cache/cache_reserve', { input: CacheReserveEdit, result: ZoneSwitch, permission: '#zone_settings:edit', safety: 'idempotent' })

const CacheReserveClear = z.object({
  /** `cache_reserve_clear`. */
  id: z.string(),
  /** `In-progress` or `Completed`. */
  state: z.string(),
  /** When it was started, RFC 3339. */
  start_ts: z.string(),
  /** When it ended, RFC 3339. */
  end_ts: z.optional(z.string()),
  /** When this was changed last, RFC 3339, or null. */
  modified_on: z.optional(z.nullable(z.string())),
})
export interface CacheReserveClear extends z.output<typeof CacheReserveClear> {}

const CacheReserveClearStart = z.strictObject(oneZone)
export interface CacheReserveClearStart extends z.input<typeof CacheReserveClearStart> {}

/**
 * Forget everything in Cache Reserve, which must be switched off. It takes up to a day and can't be stopped.
 * @example await cf.cache.reserve.clear({ zone_id })
 */
export const clear = endpoint<CacheReserveClearStart, CacheReserveClear>('POST /zones/{zone_id}/cache/cache_reserve_clear', { input: CacheReserveClearStart, result: CacheReserveClear, permission: '#zone_settings:edit' })

const CacheReserveClearGet = z.strictObject(oneZone)
export interface CacheReserveClearGet extends z.input<typeof CacheReserveClearGet> {}

/**
 * Read how far the last clearing of Cache Reserve is.
 * @example const { state } = await cf.cache.reserve.clearStatus({ zone_id })
 */
export const clearStatus = endpoint<CacheReserveClearGet, CacheReserveClear>('GET /zones/{zone_id}/cache/cache_reserve_clear', { input: CacheReserveClearGet, result: CacheReserveClear, permission: '#zone_settings:read' })
