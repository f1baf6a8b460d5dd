/**
 * Certificates for servers behind the service. They are for the service's own connections; browsers do not know the authority.
 * Beside a token or the global key, these calls take the Origin CA key, which is for them alone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { pem } from '../certificates.ts'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const requestType = z.enum(['origin-rsa', 'origin-ecc', 'keyless-certificate'])

const OriginCertificate = z.object({
  /** Serial number of the certificate, in decimal. Read-only. */
  id: z.string(),
  /** The certificate as PEM. Read-only. */
  certificate: z.optional(z.string()),
  /** Host names and wildcards that it is for. */
  hostnames: z.array(z.string()),
  /** When it ends, as `2032-01-29 22:36:00 +0000 UTC`. Read-only. */
  expires_on: z.optional(z.string()),
  /** Kind of its key. */
  request_type: z.optional(z.string()),
  /** For how many days it is valid. */
  requested_validity: z.optional(z.number()),
  /** The request that it was made from, as PEM. */
  csr: z.optional(z.string()),
})
export interface OriginCertificate extends z.output<typeof OriginCertificate> {}

const OriginList = z.strictObject({
  /** Identifier of the zone whose certificates to list. */
  zone_id: hexIdentifier,
})
export interface OriginList extends z.input<typeof OriginList> {}

/**
 * List the origin certificates of a zone that were not revoked; all at once.
 * @example const certificates = await cf.originCaCertificates.list({ zone_id })
 */
export const list = endpoint<OriginList, OriginCertificate[]>('GET /certificates', { input: OriginList, result: z.array(OriginCertificate), permission: '#ssl:read' })

const OriginCreate = z.strictObject({
  /** Request for a certificate as PEM. The key that it holds must be of the kind of `request_type`. */
  csr: pem,
  /** Host names and wildcards, all in zones of the asker. */
  hostnames: z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(100)),
  /** Kind of key: `origin-rsa`, `origin-ecc`, or `keyless-certificate` for a key server. */
  request_type: requestType,
  /** For how many days it is valid. Default 5475. */
  requested_validity: z.optional(z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365), z.literal(730), z.literal(1095), z.literal(5475)])),
})
export interface OriginCreate extends z.input<typeof OriginCreate> {}

/**
 * Have a certificate made for a server behind the service.
 * @example await cf.originCaCertificates.create({ hostnames: ['example.com', '*.example.com'], request_type: 'origin-ecc', requested_validity: 365, csr: await readFile('example.com.csr', 'utf8') })
 */
export const create = endpoint<OriginCreate, OriginCertificate>('POST /certificates', { input: OriginCreate, result: OriginCertificate, permission: '#ssl:edit' })

const OriginGet = z.strictObject({
  /** Serial number of the certificate. */
  certificate_id: identifier,
})
export interface OriginGet extends z.input<typeof OriginGet> {}

/**
 * Read one origin certificate.
 * @example const { certificate } = await cf.originCaCertificates.get({ certificate_id: id })
 */
export const get = endpoint<OriginGet, OriginCertificate>('GET /certificates/{certificate_id}', { input: OriginGet, result: OriginCertificate, permission: '#ssl:read' })

const OriginRevoke = z.strictObject({
  /** Serial number of the certificate. */
  certificate_id: identifier,
})
export interface OriginRevoke extends z.input<typeof OriginRevoke> {}

const Revocation = z.object({
  /** Serial number of the certificate. */
  id: z.string(),
  /** When it was revoked, RFC 3339. */
  revoked_at: z.optional(z.string()),
})
export interface Revocation extends z.output<typeof Revocation> {}

/**
 * Revoke an origin certificate. That can't be undone.
 * @example await cf.originCaCertificates.remove({ certificate_id: id })
 */
export const remove = endpoint<OriginRevoke, Revocation>('DELETE /certificates/{certificate_id}', {
  input: OriginRevoke,
  result: Revocation,
  permission: '#ssl:edit',
  repeated: { codes: [1101], result: (input) => ({ id: input['certificate_id'] }) },
})
