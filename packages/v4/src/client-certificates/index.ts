/**
 * Certificates that clients of a zone show.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { pem } from '../certificates.ts'
import { hexIdentifier, identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const text = z.optional(z.string())

const ClientCertificate = z.object({
  /** Identifier of the certificate, a UUID. Read-only. */
  id: z.string(),
  /** The certificate as PEM. Read-only. */
  certificate: text,
  /** Who issued it. Read-only. */
  certificate_authority: z.optional(
    z.object({
      /** Identifier of the authority. */
      id: text,
      /** Its name. */
      name: text,
    }),
  ),
  /** Common name of its subject. Read-only. */
  common_name: text,
  /** Country of its subject. Read-only. */
  country: text,
  /** State of its subject. Read-only. */
  state: text,
  /** Place of its subject. Read-only. */
  location: text,
  /** Organization of its subject. Read-only. */
  organization: text,
  /** Part of the organization. Read-only. */
  organizational_unit: text,
  /** The request that it was made from, as PEM. */
  csr: text,
  /** SHA-256 of the certificate in hex. Read-only. */
  fingerprint_sha256: text,
  /** Its serial number in hex. Read-only. */
  serial_number: text,
  /** Name of the signature's algorithm. Read-only. */
  signature: text,
  /** Identifier of its key in hex. Read-only. */
  ski: text,
  /** `active`, `pending_reactivation`, `pending_revocation` or `revoked`. Read-only. */
  status: text,
  /** For how many days it is valid. */
  validity_days: z.optional(z.number()),
  /** When it was issued, RFC 3339. Read-only. */
  issued_on: text,
  /** When it ends, RFC 3339. Read-only. */
  expires_on: text,
})
export interface ClientCertificate extends z.output<typeof ClientCertificate> {}

const oneCertificate = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the certificate. */
  client_certificate_id: identifier,
}

const ClientList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** State of the certificate. Default `all`. */
  status: z.optional(z.enum(['all', 'active', 'pending_reactivation', 'pending_revocation', 'revoked'])),
  ...paging,
})
export interface ClientList extends z.input<typeof ClientList> {}

/**
 * List the client certificates of a zone.
 * @example for await (const certificate of cf.clientCertificates.list({ zone_id, status: 'active' })) console.log(certificate.common_name)
 */
export const list = listing<ClientList, ClientCertificate>('GET /zones/{zone_id}/client_certificates', { input: ClientList, item: ClientCertificate, page: pageNumber({ perPage: 50 }), permission: '#ssl:read' })

const ClientCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Request for a certificate as PEM. */
  csr: pem,
  /** For how many days it is valid, 1 to 3650. */
  validity_days: z.int().check(z.gte(1), z.lte(3650)),
})
export interface ClientCreate extends z.input<typeof ClientCreate> {}

/**
 * Have a client certificate made.
 * @example await cf.clientCertificates.create({ zone_id, csr: await readFile('client.csr', 'utf8'), validity_days: 365 })
 */
export const create = endpoint<ClientCreate, ClientCertificate>('POST /zones/{zone_id}/client_certificates', { input: ClientCreate, result: ClientCertificate, permission: '#ssl:edit' })

const ClientGet = z.strictObject(oneCertificate)
export interface ClientGet extends z.input<typeof ClientGet> {}

/**
 * Read one client certificate.
 * @example const { certificate } = await cf.clientCertificates.get({ zone_id, client_certificate_id: id })
 */
export const get = endpoint<ClientGet, ClientCertificate>('GET /zones/{zone_id}/client_certificates/{client_certificate_id}', { input: ClientGet, result: ClientCertificate, permission: '#ssl:read' })

const ClientReactivate = z.strictObject(oneCertificate)
export interface ClientReactivate extends z.input<typeof ClientReactivate> {}

/**
 * Take back a revocation that is still pending.
 * @example await cf.clientCertificates.reactivate({ zone_id, client_certificate_id: id })
 */
export const reactivate = endpoint<ClientReactivate, ClientCertificate>('PATCH /zones/{zone_id}/client_certificates/{client_certificate_id}', { input: ClientReactivate, result: ClientCertificate, permission: '#ssl:edit', safety: 'idempotent' })

const ClientRevoke = z.strictObject(oneCertificate)
export interface ClientRevoke extends z.input<typeof ClientRevoke> {}

/**
 * Revoke a client certificate. It is pending first and can be taken back with {@link reactivate} that long.
 * @example await cf.clientCertificates.remove({ zone_id, client_certificate_id: id })
 */
export const remove = endpoint<ClientRevoke, ClientCertificate>('DELETE /zones/{zone_id}/client_certificates/{client_certificate_id}', { input: ClientRevoke, result: ClientCertificate, permission: '#ssl:edit' })
