/**
 * Smart routing: requests take the way that is fastest at the moment.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { ZoneSwitch, oneZone, switchInput } from '../cache/setting.ts'
import { endpoint } from '../protocol.ts'

const SmartRoutingGet = z.strictObject(oneZone)
export interface SmartRoutingGet extends z.input<typeof SmartRoutingGet> {}

/**
 * Read whether smart routing is on. Fault 1015 when the zone has not bought it.
 * @example const { value } = await cf.argo.smartRouting.get({ zone_id })
 */
export const get = endpoint<SmartRoutingGet, ZoneSwitch>('GET /zones/{zone_id}/argo/smart_routing', { input: SmartRoutingGet, result: ZoneSwitch, permission: '#zone_settings:read' })

const SmartRoutingEdit = z.strictObject(switchInput)
export interface SmartRoutingEdit extends z.input<typeof SmartRoutingEdit> {}

/**
 * Switch smart routing on or off.
 * @example await cf.argo.smartRouting.edit({ zone_id, value: 'on' })
 */
export const edit = endpoint<SmartRoutingEdit, ZoneSwitch>('PATCH /zones/{zone_id}/argo/smart_routing', { input: SmartRoutingEdit, result: ZoneSwitch, permission: '#zone_settings:edit', safety: 'idempotent' })
