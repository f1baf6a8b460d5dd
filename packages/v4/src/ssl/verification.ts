/**
 * How far the validation of a zone's certificates is.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const Verification = z.object({
  /** State of the certificate, such as `active` or `authorizing`. */
  certificate_status: z.string(),
  /** Whether the authority looks at the order by hand. */
  brand_check: z.optional(z.boolean()),
  /** Identifier of the certificate pack. */
  cert_pack_uuid: z.optional(z.string()),
  /** Name of the signature's algorithm. */
  signature: z.optional(z.string()),
  /** How the owner of the names is asked. */
  validation_method: z.optional(z.string()),
  /** Kind of record that is looked for. */
  verification_type: z.optional(z.string()),
  /** Whether what must be published was found. */
  verification_status: z.optional(z.boolean()),
  /** What must be published. */
  verification_info: z.optional(
    z.object({
      /** Name of the record. */
      record_name: z.optional(z.string()),
      /** Its content. */
      record_target: z.optional(z.string()),
    }),
  ),
})
export interface Verification extends z.output<typeof Verification> {}

const VerificationGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Look again right now. Only `true` is allowed. */
  retry: z.optional(z.literal(true)),
})
export interface VerificationGet extends z.input<typeof VerificationGet> {}

/**
 * Read how far the validation of each certificate pack of a zone is.
 * @example const verifications = await cf.ssl.verification.get({ zone_id })
 */
export const get = endpoint<VerificationGet, Verification[]>('GET /zones/{zone_id}/ssl/verification', { input: VerificationGet, result: z.array(Verification), permission: '#ssl:read' })

const VerificationEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the certificate pack. */
  certificate_pack_id: identifier,
  /** How the owner of the names shall be asked. */
  validation_method: z.enum(['http', 'cname', 'txt', 'email']),
})
export interface VerificationEdit extends z.input<typeof VerificationEdit> {}

const VerificationChange = z.object({
  /** State of the certificate pack. */
  status: z.optional(z.string()),
  /** How the owner of the names is asked now. */
  validation_method: z.optional(z.string()),
})
export interface VerificationChange extends z.output<typeof VerificationChange> {}

/**
 * Ask the owner of a certificate pack's names in another way, and look again right now.
 * @example await cf.ssl.verification.edit({ zone_id, certificate_pack_id: id, validation_method: 'txt' })
 */
export const edit = endpoint<VerificationEdit, VerificationChange>('PATCH /zones/{zone_id}/ssl/verification/{certificate_pack_id}', { input: VerificationEdit, result: VerificationChange, permission: '#ssl:edit', safety: 'idempotent' })
