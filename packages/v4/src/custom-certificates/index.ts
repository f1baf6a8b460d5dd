/**
 * Certificates of one's own that a zone uses.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { bundleMethod, geoRestrictions, pem } from '../certificates.ts'
import { Id, hexIdentifier, identifier, match, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const CustomCertificate = z.object({
  /** Identifier of the certificate. Read-only. */
  id: z.string(),
  /** Identifier of the zone. Read-only. */
  zone_id: z.string(),
  /** Host names that the certificate is for. Read-only. */
  hosts: z.array(z.string()),
  /** Who issued it. Read-only. */
  issuer: z.string(),
  /** Name of the signature's algorithm. Read-only. */
  signature: z.string(),
  /** `active`, `expired`, `deleted`, `pending` or `initializing`. Read-only. */
  status: z.string(),
  /** How the chain below it is put together. */
  bundle_method: z.string(),
  /** Where its private key may be kept. */
  geo_restrictions: z.optional(z.nullable(geoRestrictions)),
  /** Countries and regions where the private key may be kept, such as `(country: US) or (region: EU)`. */
  policy: z.optional(z.nullable(z.string())),
  /** `legacy_custom` also serves clients that do not say which host they want. */
  type: z.optional(z.string()),
  /** Which of several certificates for a host name is used: the one with the highest number. */
  priority: z.number(),
  /** When it was uploaded, RFC 3339. Read-only. */
  uploaded_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
  /** When it ends, RFC 3339. Read-only. */
  expires_on: z.string(),
})
export interface CustomCertificate extends z.output<typeof CustomCertificate> {}

const oneCertificate = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the certificate. */
  custom_certificate_id: hexIdentifier,
}

const CertificateList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** State of the certificate. */
  status: z.optional(z.enum(['active', 'expired', 'deleted', 'pending', 'initializing'])),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  ...paging,
})
export interface CertificateList extends z.input<typeof CertificateList> {}

/**
 * List the certificates that were uploaded for a zone, those of highest priority first.
 * @example for await (const certificate of cf.customCertificates.list({ zone_id })) console.log(certificate.hosts, certificate.expires_on)
 */
export const list = listing<CertificateList, CustomCertificate>('GET /zones/{zone_id}/custom_certificates', { input: CertificateList, item: CustomCertificate, page: pageNumber({ perPage: 50 }), permission: '#ssl:read' })

const CertificateCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Certificate, and those between it and its root, as PEM. */
  certificate: pem,
  /** Private key as PEM. Secret. */
  private_key: pem,
  /** How to put the chain together. Default `ubiquitous`. */
  bundle_method: z.optional(bundleMethod),
  /** Where the private key may be kept. */
  geo_restrictions: z.optional(geoRestrictions),
  /** Countries and regions where the private key may be kept, such as `(country: US) or (region: EU)`. */
  policy: z.optional(z.string()),
  /** `legacy_custom` also serves clients that do not say which host they want. Default `legacy_custom`. */
  type: z.optional(z.enum(['legacy_custom', 'sni_custom'])),
})
export interface CertificateCreate extends z.input<typeof CertificateCreate> {}

/**
 * Upload a certificate with its private key.
 * @example await cf.customCertificates.create({ zone_id, certificate: await readFile('example.com.pem', 'utf8'), private_key: await readFile('example.com.key', 'utf8') })
 */
export const create = endpoint<CertificateCreate, CustomCertificate>('POST /zones/{zone_id}/custom_certificates', { input: CertificateCreate, result: CustomCertificate, permission: '#ssl:edit', secrets: ['private_key'] })

const CertificateGet = z.strictObject(oneCertificate)
export interface CertificateGet extends z.input<typeof CertificateGet> {}

/**
 * Read one uploaded certificate.
 * @example const { expires_on } = await cf.customCertificates.get({ zone_id, custom_certificate_id: id })
 */
export const get = endpoint<CertificateGet, CustomCertificate>('GET /zones/{zone_id}/custom_certificates/{custom_certificate_id}', { input: CertificateGet, result: CustomCertificate, permission: '#ssl:read' })

const CertificateEdit = z.strictObject({
  ...oneCertificate,
  /** New certificate as PEM; needs `private_key` too. */
  certificate: z.optional(pem),
  /** New private key as PEM; needs `certificate` too. Secret. */
  private_key: z.optional(pem),
  /** How to put the chain together. */
  bundle_method: z.optional(bundleMethod),
  /** Where the private key may be kept. */
  geo_restrictions: z.optional(geoRestrictions),
  /** Countries and regions where the private key may be kept. */
  policy: z.optional(z.string()),
})
export interface CertificateEdit extends z.input<typeof CertificateEdit> {}

/**
 * Replace an uploaded certificate and its key, or change how it is used. A certificate of type `sni_custom` gets another
 * identifier by that, so a second, equal call may find nothing.
 * @example await cf.customCertificates.edit({ zone_id, custom_certificate_id: id, bundle_method: 'force' })
 */
export const edit = endpoint<CertificateEdit, CustomCertificate>('PATCH /zones/{zone_id}/custom_certificates/{custom_certificate_id}', { input: CertificateEdit, result: CustomCertificate, permission: '#ssl:edit', secrets: ['private_key'] })

const CertificateDelete = z.strictObject(oneCertificate)
export interface CertificateDelete extends z.input<typeof CertificateDelete> {}

/**
 * Delete an uploaded certificate.
 * @example await cf.customCertificates.remove({ zone_id, custom_certificate_id: id })
 */
export const remove = endpoint<CertificateDelete, Id>('DELETE /zones/{zone_id}/custom_certificates/{custom_certificate_id}', {
  input: CertificateDelete,
  result: Id,
  permission: '#ssl:edit',
  repeated: { codes: [1207], result: (input) => ({ id: input['custom_certificate_id'] }) },
})

const CertificatesPrioritize = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** New priorities. */
  certificates: z
    .array(
      z.strictObject({
        /** Identifier of the certificate. */
        id: identifier,
        /** Its priority; the highest number is used first. */
        priority: z.int().check(z.gte(0)),
      }),
    )
    .check(z.minLength(1)),
})
export interface CertificatesPrioritize extends z.input<typeof CertificatesPrioritize> {}

/**
 * Say which of several uploaded certificates for the same host name is used.
 * @example await cf.customCertificates.prioritize({ zone_id, certificates: [{ id, priority: 2 }] })
 */
export const prioritize = endpoint<CertificatesPrioritize, CustomCertificate[]>('PUT /zones/{zone_id}/custom_certificates/prioritize', { input: CertificatesPrioritize, result: z.array(CustomCertificate), permission: '#ssl:edit' })
