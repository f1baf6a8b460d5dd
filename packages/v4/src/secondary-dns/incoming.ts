/**
 * Incoming transfers: a secondary zone, whose records come from servers elsewhere.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const fields = {
  /** Name of the zone. */
  name: z.string().check(z.minLength(1)),
  /** Identifiers of the peers to transfer from. */
  peers: z.array(identifier),
  /** Seconds after which the zone is looked at again though nobody has sent a notification. */
  auto_refresh_seconds: z.int().check(z.gte(0)),
}

const IncomingTransfer = z.object({
  /** Identifier of the zone. Read-only. */
  id: z.string(),
  ...fields,
  /** When the peers were asked last, RFC 3339. Read-only. */
  checked_time: z.optional(z.nullable(z.string())),
  /** When it was set up, RFC 3339. Read-only. */
  created_time: z.optional(z.string()),
  /** When the zone was transferred last, RFC 3339. Read-only. */
  modified_time: z.optional(z.nullable(z.string())),
  /** Serial number of the zone's SOA record. Read-only. */
  soa_serial: z.optional(z.number()),
})
export interface IncomingTransfer extends z.output<typeof IncomingTransfer> {}

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const IncomingGet = z.strictObject(oneZone)
export interface IncomingGet extends z.input<typeof IncomingGet> {}

/**
 * Read where a secondary zone comes from.
 * @example const { peers, checked_time } = await cf.secondaryDns.incoming.get({ zone_id })
 */
export const get = endpoint<IncomingGet, IncomingTransfer>('GET /zones/{zone_id}/secondary_dns/incoming', { input: IncomingGet, result: IncomingTransfer, permission: '#dns_records:read' })

const IncomingCreate = z.strictObject({ ...oneZone, ...fields })
export interface IncomingCreate extends z.input<typeof IncomingCreate> {}

/**
 * Say where a secondary zone comes from.
 * @example await cf.secondaryDns.incoming.create({ zone_id, name: 'example.com', peers: [id], auto_refresh_seconds: 86400 })
 */
export const create = endpoint<IncomingCreate, IncomingTransfer>('POST /zones/{zone_id}/secondary_dns/incoming', { input: IncomingCreate, result: IncomingTransfer, permission: '#dns_records:edit' })

const IncomingUpdate = z.strictObject({ ...oneZone, ...fields })
export interface IncomingUpdate extends z.input<typeof IncomingUpdate> {}

/**
 * Replace where a secondary zone comes from.
 * @example await cf.secondaryDns.incoming.update({ zone_id, name: 'example.com', peers: [id], auto_refresh_seconds: 3600 })
 */
export const update = endpoint<IncomingUpdate, IncomingTransfer>('PUT /zones/{zone_id}/secondary_dns/incoming', { input: IncomingUpdate, result: IncomingTransfer, permission: '#dns_records:edit' })

const IncomingDelete = z.strictObject(oneZone)
export interface IncomingDelete extends z.input<typeof IncomingDelete> {}

/**
 * Stop transferring a zone from elsewhere.
 * @example await cf.secondaryDns.incoming.remove({ zone_id })
 */
export const remove = endpoint<IncomingDelete, Id>('DELETE /zones/{zone_id}/secondary_dns/incoming', { input: IncomingDelete, result: Id, permission: '#dns_records:edit' })

const ForceAxfr = z.strictObject(oneZone)
export interface ForceAxfr extends z.input<typeof ForceAxfr> {}

/**
 * Ask the peers for the whole zone now; answers `OK`.
 * @example await cf.secondaryDns.incoming.forceAxfr({ zone_id })
 */
export const forceAxfr = endpoint<ForceAxfr, string>('POST /zones/{zone_id}/secondary_dns/force_axfr', { input: ForceAxfr, result: z.string(), permission: '#dns_records:edit', safety: 'idempotent' })
