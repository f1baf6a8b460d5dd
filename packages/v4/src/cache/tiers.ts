/**
 * How the data centres of tiered caching are chosen.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { ZoneSwitch, oneZone, switchInput } from './setting.ts'

const RegionalTieredCacheGet = z.strictObject(oneZone)
export interface RegionalTieredCacheGet extends z.input<typeof RegionalTieredCacheGet> {}

/**
 * Read whether there is a tier for each region.
 * @example const { value } = await cf.cache.tiers.regional({ zone_id })
 */
export const regional = endpoint<RegionalTieredCacheGet, ZoneSwitch>('GET /zones/{zone_id}/cache/regional_tiered_cache', { input: RegionalTieredCacheGet, result: ZoneSwitch, permission: '#zone_settings:read' })

const RegionalTieredCacheEdit = z.strictObject(switchInput)
export interface RegionalTieredCacheEdit extends z.input<typeof RegionalTieredCacheEdit> {}

/**
 * Switch a tier for each region on or off; Enterprise.
 * @example await cf.cache.tiers.editRegional({ zone_id, value: 'on' })
 */
export const editRegional = endpoint<RegionalTieredCacheEdit, ZoneSwitch>('PATCH /zones/{zone_id}/cache/regional_tiered_cache', { input: RegionalTieredCacheEdit, result: ZoneSwitch, permission: '#zone_settings:edit', safety: 'idempotent' })

const SmartTieredCacheGet = z.strictObject(oneZone)
export interface SmartTieredCacheGet extends z.input<typeof SmartTieredCacheGet> {}

/**
 * Read whether the data centre that is nearest to the servers is chosen. Fault 1142 when that was never said.
 * @example const { value } = await cf.cache.tiers.smart({ zone_id })
 */
export const smart = endpoint<SmartTieredCacheGet, ZoneSwitch>('GET /zones/{zone_id}/cache/tiered_cache_smart_topology_enable', { input: SmartTieredCacheGet, result: ZoneSwitch, permission: '#zone_settings:read' })

const SmartTieredCacheEdit = z.strictObject(switchInput)
export interface SmartTieredCacheEdit extends z.input<typeof SmartTieredCacheEdit> {}

/**
 * Say whether the data centre that is nearest to the servers is chosen.
 * @example await cf.cache.tiers.editSmart({ zone_id, value: 'on' })
 */
export const editSmart = endpoint<SmartTieredCacheEdit, ZoneSwitch>('PATCH /zones/{zone_id}/cache/tiered_cache_smart_topology_enable', { input: SmartTieredCacheEdit, result: ZoneSwitch, permission: '#zone_settings:edit', safety: 'idempotent' })

const SmartTieredCacheDelete = z.strictObject(oneZone)
export interface SmartTieredCacheDelete extends z.input<typeof SmartTieredCacheDelete> {}

const Removed = z.object({
  /** Name of the switch. */
  id: z.string(),
  /** Whether it can be changed. Read-only. */
  editable: z.optional(z.boolean()),
  /** When it was changed last, RFC 3339, or null. Read-only. */
  modified_on: z.optional(z.nullable(z.string())),
})
export interface RemovedSwitch extends z.output<typeof Removed> {}

/**
 * Forget what was said about the data centre that is nearest to the servers.
 * @example await cf.cache.tiers.removeSmart({ zone_id })
 */
export const removeSmart = endpoint<SmartTieredCacheDelete, RemovedSwitch>('DELETE /zones/{zone_id}/cache/tiered_cache_smart_topology_enable', {
  input: SmartTieredCacheDelete,
  result: Removed,
  permission: '#zone_settings:edit',
  repeated: { codes: [1142], result: () => ({ id: 'tiered_cache_smart_topology_enable' }) },
})
