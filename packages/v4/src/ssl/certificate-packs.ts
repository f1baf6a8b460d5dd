/**
 * Packs of certificates: the universal one, and those ordered.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { geoRestrictions } from '../certificates.ts'
import { Id, hexIdentifier, identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const PackCertificate = z.object({
  /** Identifier of the certificate. */
  id: z.string(),
  /** Host names that it is for. */
  hosts: z.array(z.string()),
  /** State, such as `active`. */
  status: z.string(),
  /** Who issued it. */
  issuer: z.optional(z.string()),
  /** Name of the signature's algorithm. */
  signature: z.optional(z.string()),
  /** How the chain below it is put together. */
  bundle_method: z.optional(z.string()),
  /** Where its private key may be kept. */
  geo_restrictions: z.optional(z.nullable(geoRestrictions)),
  /** Identifier of the zone. */
  zone_id: z.optional(z.string()),
  /** When the service got it, RFC 3339. */
  uploaded_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. */
  modified_on: z.optional(z.string()),
  /** When it ends, RFC 3339. */
  expires_on: z.optional(z.string()),
  /** Which of several certificates for a host name is used: the one with the highest number. */
  priority: z.optional(z.number()),
})
export interface PackCertificate extends z.output<typeof PackCertificate> {}

const ValidationRecord = z.object({
  /** State, such as `pending`. */
  status: z.optional(z.string()),
  /** Name at which the authority looks for a TXT record. */
  txt_name: z.optional(z.string()),
  /** What the TXT record must hold. */
  txt_value: z.optional(z.string()),
  /** Address that the authority asks for. */
  http_url: z.optional(z.string()),
  /** What it must find there. */
  http_body: z.optional(z.string()),
  /** Addresses that get a letter. */
  emails: z.optional(z.array(z.string())),
})
export interface ValidationRecord extends z.output<typeof ValidationRecord> {}

const CertificatePack = z.object({
  /** Identifier of the pack, a UUID. */
  id: z.string(),
  /** Kind, such as `universal` or `advanced`. */
  type: z.string(),
  /** Host names that it is for. */
  hosts: z.array(z.string()),
  /** State, such as `initializing`, `pending_validation` or `active`. */
  status: z.string(),
  /** Its certificates; none until they are issued. */
  certificates: z.array(PackCertificate),
  /** Identifier of the certificate that is used first. */
  primary_certificate: z.optional(z.union([z.string(), z.number()])),
  /** How the owner of the names is asked. */
  validation_method: z.optional(z.string()),
  /** For how many days its certificates are valid. */
  validity_days: z.optional(z.number()),
  /** Who issues its certificates. */
  certificate_authority: z.optional(z.string()),
  /** Whether a name of the service stands first in the certificate. */
  cloudflare_branding: z.optional(z.boolean()),
  /** What must be published until the certificates are issued. */
  validation_records: z.optional(z.array(ValidationRecord)),
})
export interface CertificatePack extends z.output<typeof CertificatePack> {}

const PackList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** `all` to have packs in every state, not active ones only. */
  status: z.optional(z.literal('all')),
  ...paging,
})
export interface PackList extends z.input<typeof PackList> {}

/**
 * List the certificate packs of a zone: active ones, or all.
 * @example for await (const pack of cf.ssl.certificatePacks.list({ zone_id, status: 'all' })) console.log(pack.type, pack.status)
 */
export const list = listing<PackList, CertificatePack>('GET /zones/{zone_id}/ssl/certificate_packs', { input: PackList, item: CertificatePack, page: pageNumber({ perPage: 50 }), permission: '#ssl:read' })

const PackOrder = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Kind of pack. */
  type: z.literal('advanced'),
  /** Host names, the zone's own among them. 1 to 50. */
  hosts: z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(50)),
  /** How the owner of the names is asked. */
  validation_method: z.enum(['txt', 'http', 'email']),
  /** For how many days the certificates are valid. */
  validity_days: z.union([z.literal(14), z.literal(30), z.literal(90), z.literal(365)]),
  /** Who issues the certificates. */
  certificate_authority: z.enum(['google', 'lets_encrypt', 'ssl_com']),
  /** Whether a name of the service stands first in the certificate. Default false. */
  cloudflare_branding: z.optional(z.boolean()),
})
export interface PackOrder extends z.input<typeof PackOrder> {}

/**
 * Order an advanced certificate pack. It becomes active once the names are validated.
 * @example await cf.ssl.certificatePacks.order({ zone_id, type: 'advanced', hosts: ['example.com', '*.example.com'], validation_method: 'txt', validity_days: 90, certificate_authority: 'lets_encrypt' })
 */
export const order = endpoint<PackOrder, CertificatePack>('POST /zones/{zone_id}/ssl/certificate_packs/order', { input: PackOrder, result: CertificatePack, permission: '#ssl:edit' })

const PackGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the pack. */
  certificate_pack_id: identifier,
})
export interface PackGet extends z.input<typeof PackGet> {}

/**
 * Read one certificate pack.
 * @example const { status } = await cf.ssl.certificatePacks.get({ zone_id, certificate_pack_id: id })
 */
export const get = endpoint<PackGet, CertificatePack>('GET /zones/{zone_id}/ssl/certificate_packs/{certificate_pack_id}', { input: PackGet, result: CertificatePack, permission: '#ssl:read' })

const PackDelete = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the pack. */
  certificate_pack_id: identifier,
})
export interface PackDelete extends z.input<typeof PackDelete> {}

/**
 * Delete an ordered certificate pack. The universal one can only be switched off.
 * @example await cf.ssl.certificatePacks.remove({ zone_id, certificate_pack_id: id })
 */
export const remove = endpoint<PackDelete, Id>('DELETE /zones/{zone_id}/ssl/certificate_packs/{certificate_pack_id}', {
  input: PackDelete,
  result: Id,
  permission: '#ssl:edit',
  repeated: { codes: [1401], result: (input) => ({ id: input['certificate_pack_id'] }) },
})
