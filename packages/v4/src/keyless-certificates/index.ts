/**
 * Certificates whose private keys stay on a server of one's own.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { bundleMethod, pem } from '../certificates.ts'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const tunnel = z.object({
  /** Private address of the key server. */
  private_ip: z.string(),
  /** Identifier of the virtual network that it is in. */
  vnet_id: z.string(),
})

const KeylessCertificate = z.object({
  /** Identifier of the configuration. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Host name or address of the key server. */
  host: z.string(),
  /** Port of the key server, 1 to 65535. */
  port: z.number(),
  /** `active` or `deleted`. Read-only. */
  status: z.string(),
  /** Whether it is used. */
  enabled: z.boolean(),
  /** What the asker may do with it. Read-only. */
  permissions: z.array(z.string()),
  /** Tunnel to the key server. */
  tunnel: z.optional(tunnel),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface KeylessCertificate extends z.output<typeof KeylessCertificate> {}

const oneCertificate = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the configuration. */
  keyless_certificate_id: hexIdentifier,
}

const port = z.int().check(z.gte(1), z.lte(65_535))
const host = z.string().check(z.minLength(1), z.maxLength(253))
const name = z.string().check(z.minLength(1), z.maxLength(180))

const KeylessList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface KeylessList extends z.input<typeof KeylessList> {}

/**
 * List the keyless certificates of a zone; all at once.
 * @example const certificates = await cf.keylessCertificates.list({ zone_id })
 */
export const list = endpoint<KeylessList, KeylessCertificate[]>('GET /zones/{zone_id}/keyless_certificates', { input: KeylessList, result: z.array(KeylessCertificate), permission: '#ssl:read' })

const KeylessCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Host name or address of the key server, at most 253 characters. */
  host,
  /** Port of the key server. Default 24008. */
  port: z.optional(port),
  /** Name, at most 180 characters. Default: the host. */
  name: z.optional(name),
  /** Certificate, and those between it and its root, as PEM. */
  certificate: pem,
  /** How to put the chain together. Default `ubiquitous`. */
  bundle_method: z.optional(bundleMethod),
  /** Tunnel to the key server. */
  tunnel: z.optional(tunnel),
})
export interface KeylessCreate extends z.input<typeof KeylessCreate> {}

/**
 * Use a certificate whose private key stays on a key server.
 * @example await cf.keylessCertificates.create({ zone_id, host: 'keys.example.com', port: 24008, certificate: await readFile('example.com.pem', 'utf8') })
 */
export const create = endpoint<KeylessCreate, KeylessCertificate>('POST /zones/{zone_id}/keyless_certificates', { input: KeylessCreate, result: KeylessCertificate, permission: '#ssl:edit' })

const KeylessGet = z.strictObject(oneCertificate)
export interface KeylessGet extends z.input<typeof KeylessGet> {}

/**
 * Read one keyless certificate.
 * @example const { status } = await cf.keylessCertificates.get({ zone_id, keyless_certificate_id: id })
 */
export const get = endpoint<KeylessGet, KeylessCertificate>('GET /zones/{zone_id}/keyless_certificates/{keyless_certificate_id}', { input: KeylessGet, result: KeylessCertificate, permission: '#ssl:read' })

const KeylessEdit = z.strictObject({
  ...oneCertificate,
  /** Host name or address of the key server. */
  host: z.optional(host),
  /** Port of the key server. */
  port: z.optional(port),
  /** Name. */
  name: z.optional(name),
  /** Whether it is used. */
  enabled: z.optional(z.boolean()),
  /** Tunnel to the key server. */
  tunnel: z.optional(tunnel),
})
export interface KeylessEdit extends z.input<typeof KeylessEdit> {}

/**
 * Change parts of a keyless certificate; what is not said stays.
 * @example await cf.keylessCertificates.edit({ zone_id, keyless_certificate_id: id, port: 24009 })
 */
export const edit = endpoint<KeylessEdit, KeylessCertificate>('PATCH /zones/{zone_id}/keyless_certificates/{keyless_certificate_id}', { input: KeylessEdit, result: KeylessCertificate, permission: '#ssl:edit', safety: 'idempotent' })

const KeylessDelete = z.strictObject(oneCertificate)
export interface KeylessDelete extends z.input<typeof KeylessDelete> {}

/**
 * Delete a keyless certificate.
 * @example await cf.keylessCertificates.remove({ zone_id, keyless_certificate_id: id })
 */
export const remove = endpoint<KeylessDelete, Id>('DELETE /zones/{zone_id}/keyless_certificates/{keyless_certificate_id}', {
  input: KeylessDelete,
  result: Id,
  permission: '#ssl:edit',
  repeated: { codes: [1209], result: (input) => ({ id: input['keyless_certificate_id'] }) },
})
