/**
 * Signing of a zone (DNSSEC).
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const text = z.optional(z.nullable(z.string()))

const Dnssec = z.object({
  /** `active`, `pending` until the parent zone has the DS record, `disabled`, `pending-disabled` or `error`. */
  status: z.string(),
  /** Flags of the key: 257. Read-only. */
  flags: z.optional(z.nullable(z.number())),
  /** Number of the key's algorithm: `13`. Read-only. */
  algorithm: text,
  /** Name of the key's algorithm: `ECDSAP256SHA256`. Read-only. */
  key_type: text,
  /** Number of the digest's algorithm: `2`. Read-only. */
  digest_type: text,
  /** Name of the digest's algorithm: `SHA256`. Read-only. */
  digest_algorithm: text,
  /** Digest of the key in hex. Read-only. */
  digest: text,
  /** The DS record for the parent zone, in the form of a zone file. Read-only. */
  ds: text,
  /** Tag of the key. Read-only. */
  key_tag: z.optional(z.nullable(z.number())),
  /** The public key in base64. Read-only. */
  public_key: text,
  /** Whether other services sign the zone too. */
  dnssec_multi_signer: z.optional(z.boolean()),
  /** Whether the signatures come with the zone transfer. */
  dnssec_presigned: z.optional(z.boolean()),
  /** Whether denials are signed with NSEC3. */
  dnssec_use_nsec3: z.optional(z.boolean()),
  /** When it was changed last, RFC 3339, or null. Read-only. */
  modified_on: text,
})
export interface Dnssec extends z.output<typeof Dnssec> {}

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const DnssecGet = z.strictObject(inZone)
export interface DnssecGet extends z.input<typeof DnssecGet> {}

/**
 * Read whether a zone is signed, and the DS record for its parent zone.
 * @example const { status, ds } = await cf.dns.dnssec.get({ zone_id })
 */
export const get = endpoint<DnssecGet, Dnssec>('GET /zones/{zone_id}/dnssec', { input: DnssecGet, result: Dnssec, permission: '#dns_records:read' })

const DnssecEdit = z.strictObject({
  ...inZone,
  /** `active` to sign the zone, `disabled` to stop. */
  status: z.optional(z.enum(['active', 'disabled'])),
  /** Whether other services sign the zone too. */
  dnssec_multi_signer: z.optional(z.boolean()),
  /** Whether the signatures come with the zone transfer. */
  dnssec_presigned: z.optional(z.boolean()),
  /** Whether denials are signed with NSEC3. */
  dnssec_use_nsec3: z.optional(z.boolean()),
})
export interface DnssecEdit extends z.input<typeof DnssecEdit> {}

/**
 * Start or stop signing a zone. It is `pending` until the parent zone has the DS record.
 * @example const { ds } = await cf.dns.dnssec.edit({ zone_id, status: 'active' })
 */
export const edit = endpoint<DnssecEdit, Dnssec>('PATCH /zones/{zone_id}/dnssec', { input: DnssecEdit, result: Dnssec, permission: '#dns_records:edit', safety: 'idempotent' })

const DnssecDelete = z.strictObject(inZone)
export interface DnssecDelete extends z.input<typeof DnssecDelete> {}

/**
 * Delete the keys of a zone that is no longer signed. The result is an empty text.
 * @example await cf.dns.dnssec.remove({ zone_id })
 */
export const remove = endpoint<DnssecDelete, string>('DELETE /zones/{zone_id}/dnssec', { input: DnssecDelete, result: z.string(), permission: '#dns_records:edit' })
