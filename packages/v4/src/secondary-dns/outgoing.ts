/**
 * Outgoing transfers: a primary zone, whose records servers elsewhere fetch.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const fields = {
  /** Name of the zone. */
  name: z.string().check(z.minLength(1)),
  /** Identifiers of the peers to notify, and that may transfer. */
  peers: z.array(identifier),
}

const OutgoingTransfer = z.object({
  /** Identifier of the zone. Read-only. */
  id: z.string(),
  ...fields,
  /** When the peers were notified last, RFC 3339. Read-only. */
  checked_time: z.optional(z.nullable(z.string())),
  /** When it was set up, RFC 3339. Read-only. */
  created_time: z.optional(z.string()),
  /** When a peer fetched the zone last, RFC 3339. Read-only. */
  last_transferred_time: z.optional(z.nullable(z.string())),
  /** Serial number of the zone's SOA record. Read-only. */
  soa_serial: z.optional(z.number()),
})
export interface OutgoingTransfer extends z.output<typeof OutgoingTransfer> {}

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const OutgoingGet = z.strictObject(oneZone)
export interface OutgoingGet extends z.input<typeof OutgoingGet> {}

/**
 * Read who may transfer a zone.
 * @example const { peers, soa_serial } = await cf.secondaryDns.outgoing.get({ zone_id })
 */
export const get = endpoint<OutgoingGet, OutgoingTransfer>('GET /zones/{zone_id}/secondary_dns/outgoing', { input: OutgoingGet, result: OutgoingTransfer, permission: '#dns_records:read' })

const OutgoingCreate = z.strictObject({ ...oneZone, ...fields })
export interface OutgoingCreate extends z.input<typeof OutgoingCreate> {}

/**
 * Say who may transfer a zone. Transfers begin with `enable`.
 * @example await cf.secondaryDns.outgoing.create({ zone_id, name: 'example.com', peers: [id] })
 */
export const create = endpoint<OutgoingCreate, OutgoingTransfer>('POST /zones/{zone_id}/secondary_dns/outgoing', { input: OutgoingCreate, result: OutgoingTransfer, permission: '#dns_records:edit' })

const OutgoingUpdate = z.strictObject({ ...oneZone, ...fields })
export interface OutgoingUpdate extends z.input<typeof OutgoingUpdate> {}

/**
 * Replace who may transfer a zone.
 * @example await cf.secondaryDns.outgoing.update({ zone_id, name: 'example.com', peers: [] })
 */
export const update = endpoint<OutgoingUpdate, OutgoingTransfer>('PUT /zones/{zone_id}/secondary_dns/outgoing', { input: OutgoingUpdate, result: OutgoingTransfer, permission: '#dns_records:edit' })

const OutgoingDelete = z.strictObject(oneZone)
export interface OutgoingDelete extends z.input<typeof OutgoingDelete> {}

/**
 * Let nobody transfer a zone any more.
 * @example await cf.secondaryDns.outgoing.remove({ zone_id })
 */
export const remove = endpoint<OutgoingDelete, Id>('DELETE /zones/{zone_id}/secondary_dns/outgoing', { input: OutgoingDelete, result: Id, permission: '#dns_records:edit' })

const OutgoingStatus = z.strictObject(oneZone)
export interface OutgoingStatus extends z.input<typeof OutgoingStatus> {}

/**
 * Read whether transfers are on: `Enabled` or `Disabled`.
 * @example const state = await cf.secondaryDns.outgoing.status({ zone_id })
 */
export const status = endpoint<OutgoingStatus, string>('GET /zones/{zone_id}/secondary_dns/outgoing/status', { input: OutgoingStatus, result: z.string(), permission: '#dns_records:read' })

const OutgoingEnable = z.strictObject(oneZone)
export interface OutgoingEnable extends z.input<typeof OutgoingEnable> {}

/**
 * Switch transfers on; answers `Enabled`.
 * @example await cf.secondaryDns.outgoing.enable({ zone_id })
 */
export const enable = endpoint<OutgoingEnable, string>('POST /zones/{zone_id}/secondary_dns/outgoing/enable', { input: OutgoingEnable, result: z.string(), permission: '#dns_records:edit', safety: 'idempotent' })

const OutgoingDisable = z.strictObject(oneZone)
export interface OutgoingDisable extends z.input<typeof OutgoingDisable> {}

/**
 * Switch transfers off and forget what changed since the last one; answers `Disabled`.
 * @example await cf.secondaryDns.outgoing.disable({ zone_id })
 */
export const disable = endpoint<OutgoingDisable, string>('POST /zones/{zone_id}/secondary_dns/outgoing/disable', { input: OutgoingDisable, result: z.string(), permission: '#dns_records:edit', safety: 'idempotent' })

const ForceNotify = z.strictObject(oneZone)
export interface ForceNotify extends z.input<typeof ForceNotify> {}

/**
 * Notify the peers now; answers `OK`.
 * @example await cf.secondaryDns.outgoing.forceNotify({ zone_id })
 */
export const forceNotify = endpoint<ForceNotify, string>('POST /zones/{zone_id}/secondary_dns/outgoing/force_notify', { input: ForceNotify, result: z.string(), permission: '#dns_records:edit', safety: 'idempotent' })
