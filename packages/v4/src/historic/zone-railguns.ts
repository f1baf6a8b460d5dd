/**
 * Railguns that a zone can use. The service ended them in 2024.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { railgunPaging } from './railgun.ts'

const ZoneRailgun = z.object({
  /** Identifier of the Railgun. Read-only. */
  id: z.string(),
  /** Its name. */
  name: z.string(),
  /** Whether it takes connections. */
  enabled: z.boolean(),
  /** Whether the zone uses it. */
  connected: z.boolean(),
})
export interface ZoneRailgun extends z.output<typeof ZoneRailgun> {}

const oneRailgun = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the Railgun. */
  railgun_id: hexIdentifier,
}

const ZoneRailgunList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  ...railgunPaging,
})
export interface ZoneRailgunList extends z.input<typeof ZoneRailgunList> {}

/**
 * List the Railguns that a zone can use.
 * @example for await (const { name, connected } of cf.historic.zoneRailguns.list({ zone_id })) console.log(name, connected)
 */
export const list = listing<ZoneRailgunList, ZoneRailgun>('GET /zones/{zone_id}/railguns', { input: ZoneRailgunList, item: ZoneRailgun, page: pageNumber({ perPage: 50 }), permission: '#zone_settings:read', sunset: '2024-01-31' })

const ZoneRailgunGet = z.strictObject(oneRailgun)
export interface ZoneRailgunGet extends z.input<typeof ZoneRailgunGet> {}

/**
 * Read one Railgun of a zone.
 * @example const { connected } = await cf.historic.zoneRailguns.get({ zone_id, railgun_id: id })
 */
export const get = endpoint<ZoneRailgunGet, ZoneRailgun>('GET /zones/{zone_id}/railguns/{railgun_id}', { input: ZoneRailgunGet, result: ZoneRailgun, permission: '#zone_settings:read', sunset: '2024-01-31' })

const RailgunDiagnose = z.strictObject(oneRailgun)
export interface RailgunDiagnose extends z.input<typeof RailgunDiagnose> {}

const RailgunDiagnosis = z.object({
  /** Method of the request that was made. */
  method: z.string(),
  /** Host name that was asked for. */
  host_name: z.string(),
  /** Status of the answer. */
  http_status: z.number(),
  /** `on` when the answer came through the Railgun, else `off`. */
  railgun: z.string(),
  /** Address that was asked for. */
  url: z.string(),
  /** Status of the answer with its words. */
  response_status: z.string(),
  /** Protocol of the answer. */
  protocol: z.string(),
  /** How long it took, such as `0.239013s`. */
  elapsed_time: z.string(),
  /** Size of the answer, such as `63910 bytes`. */
  body_size: z.string(),
  /** SHA-1 of the answer in hex. */
  body_hash: z.string(),
  /** Headers that the answer should have. */
  missing_headers: z.nullable(z.string()),
  /** Whether the connection was closed. */
  connection_close: z.boolean(),
  /** `on` when the answer came through the service, else `off`. */
  cloudflare: z.string(),
  /** Identifier of the request. */
  'cf-ray': z.nullable(z.string()),
  /** What went wrong on the way to the receiver, or null. */
  'cf-wan-error': z.nullable(z.string()),
  /** What the cache did, or null. */
  'cf-cache-status': z.nullable(z.string()),
})
export interface RailgunDiagnosis extends z.output<typeof RailgunDiagnosis> {}

/**
 * Ask a zone's site through its Railgun and say how that went.
 * @example const { railgun, elapsed_time } = await cf.historic.zoneRailguns.diagnose({ zone_id, railgun_id: id })
 */
export const diagnose = endpoint<RailgunDiagnose, RailgunDiagnosis>('GET /zones/{zone_id}/railguns/{railgun_id}/diagnose', { input: RailgunDiagnose, result: RailgunDiagnosis, permission: '#zone_settings:read', sunset: '2024-01-31' })

const ZoneRailgunEdit = z.strictObject({
  ...oneRailgun,
  /** Whether the zone uses it. */
  connected: z.boolean(),
})
export interface ZoneRailgunEdit extends z.input<typeof ZoneRailgunEdit> {}

/**
 * Connect a zone to a Railgun, or disconnect it. A zone uses one Railgun at a time.
 * @example await cf.historic.zoneRailguns.edit({ zone_id, railgun_id: id, connected: true })
 */
export const edit = endpoint<ZoneRailgunEdit, ZoneRailgun>('PATCH /zones/{zone_id}/railguns/{railgun_id}', { input: ZoneRailgunEdit, result: ZoneRailgun, permission: '#zone_settings:edit', safety: 'idempotent', sunset: '2024-01-31' })
