/**
 * Tiered caching: few data centres ask the servers, all others ask those.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { ZoneSwitch, oneZone, switchInput } from '../cache/setting.ts'
import { endpoint } from '../protocol.ts'

const TieredCachingGet = z.strictObject(oneZone)
export interface TieredCachingGet extends z.input<typeof TieredCachingGet> {}

/**
 * Read whether tiered caching is on.
 * @example const { value } = await cf.argo.tieredCaching.get({ zone_id })
 */
export const get = endpoint<TieredCachingGet, ZoneSwitch>('GET /zones/{zone_id}/argo/tiered_caching', { input: TieredCachingGet, result: ZoneSwitch, permission: '#zone_settings:read' })

const TieredCachingEdit = z.strictObject(switchInput)
export interface TieredCachingEdit extends z.input<typeof TieredCachingEdit> {}

/**
 * Switch tiered caching on or off.
 * @example await cf.argo.tieredCaching.edit({ zone_id, value: 'on' })
 */
export const edit = endpoint<TieredCachingEdit, ZoneSwitch>('PATCH /zones/{zone_id}/argo/tiered_caching', { input: TieredCachingEdit, result: ZoneSwitch, permission: '#zone_settings:edit', safety: 'idempotent' })
