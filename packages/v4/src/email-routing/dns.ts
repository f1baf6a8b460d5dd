/**
 * Records that a zone needs for its mail to be routed.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { EmailRouting, oneZone } from './settings.ts'

const EmailRecord = z.object({
  /** Name of the record. */
  name: z.optional(z.string()),
  /** Type of the record: `MX` or `TXT`. */
  type: z.optional(z.string()),
  /** Content of the record. */
  content: z.optional(z.string()),
  /** Priority of an MX record. */
  priority: z.optional(z.number()),
  /** TTL in seconds; 1 is automatic. */
  ttl: z.optional(z.number()),
})
export interface EmailRecord extends z.output<typeof EmailRecord> {}

const EmailDnsGet = z.strictObject(oneZone)
export interface EmailDnsGet extends z.input<typeof EmailDnsGet> {}

/**
 * List the records that a zone needs for its mail to be routed.
 * @example const records = await cf.emailRouting.dns.get({ zone_id })
 */
export const get = endpoint<EmailDnsGet, EmailRecord[]>('GET /zones/{zone_id}/email/routing/dns', { input: EmailDnsGet, result: z.array(EmailRecord), permission: '#zone_settings:read' })

const EmailDnsCreate = z.strictObject(oneZone)
export interface EmailDnsCreate extends z.input<typeof EmailDnsCreate> {}

/**
 * Route the mail of a zone: adds the records that it needs and locks them.
 * @example await cf.emailRouting.dns.create({ zone_id })
 */
export const create = endpoint<EmailDnsCreate, EmailRouting>('POST /zones/{zone_id}/email/routing/dns', { input: EmailDnsCreate, result: EmailRouting, permission: '#zone_settings:edit', safety: 'idempotent' })

const EmailDnsEdit = z.strictObject(oneZone)
export interface EmailDnsEdit extends z.input<typeof EmailDnsEdit> {}

/**
 * Unlock the records, so that they can be changed like others.
 * @example await cf.emailRouting.dns.edit({ zone_id })
 */
export const edit = endpoint<EmailDnsEdit, EmailRouting>('PATCH /zones/{zone_id}/email/routing/dns', { input: EmailDnsEdit, result: EmailRouting, permission: '#zone_settings:edit', safety: 'idempotent' })

const EmailDnsDelete = z.strictObject(oneZone)
export interface EmailDnsDelete extends z.input<typeof EmailDnsDelete> {}

/**
 * Stop routing the mail of a zone, and take the records away that it needed.
 * @example await cf.emailRouting.dns.remove({ zone_id })
 */
export const remove = endpoint<EmailDnsDelete, EmailRouting>('DELETE /zones/{zone_id}/email/routing/dns', { input: EmailDnsDelete, result: EmailRouting, permission: '#zone_settings:edit' })
