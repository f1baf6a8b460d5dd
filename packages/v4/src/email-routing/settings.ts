import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

/** Whether the mail of a zone is routed. */
export const EmailRouting = z.object({
  /** Identifier of the settings. Read-only. */
  id: z.string(),
  /** The identifier under its former name. Read-only. */
  tag: z.optional(z.string()),
  /** Name of the zone. Read-only. */
  name: z.string(),
  /** Whether mail is routed. */
  enabled: z.boolean(),
  /** `ready`, `unconfigured`, `misconfigured`, `misconfigured/locked` or `unlocked`. Read-only. */
  status: z.optional(z.string()),
  /** Whether the steps of the dashboard were left out. */
  skip_wizard: z.optional(z.boolean()),
  /** When it was set up, RFC 3339. Read-only. */
  created: z.optional(z.nullable(z.string())),
  /** When it was changed last, RFC 3339. Read-only. */
  modified: z.optional(z.nullable(z.string())),
})
export interface EmailRouting extends z.output<typeof EmailRouting> {}

/** The zone that a call is about. */
export const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const EmailRoutingGet = z.strictObject(oneZone)
export interface EmailRoutingGet extends z.input<typeof EmailRoutingGet> {}

/**
 * Read whether the mail of a zone is routed.
 * @example const { enabled, status } = await cf.emailRouting.get({ zone_id })
 */
export const get = endpoint<EmailRoutingGet, EmailRouting>('GET /zones/{zone_id}/email/routing', { input: EmailRoutingGet, result: EmailRouting, permission: '#zone_settings:read' })

const EmailRoutingEnable = z.strictObject(oneZone)
export interface EmailRoutingEnable extends z.input<typeof EmailRoutingEnable> {}

/**
 * Route the mail of a zone: adds the records that it needs and locks them. The older form of `dns.create`.
 * @example await cf.emailRouting.enable({ zone_id })
 */
export const enable = endpoint<EmailRoutingEnable, EmailRouting>('POST /zones/{zone_id}/email/routing/enable', { input: EmailRoutingEnable, result: EmailRouting, permission: '#zone_settings:edit', safety: 'idempotent' })

const EmailRoutingDisable = z.strictObject(oneZone)
export interface EmailRoutingDisable extends z.input<typeof EmailRoutingDisable> {}

/**
 * Stop routing the mail of a zone, and take the records away that it needed. The older form of `dns.remove`.
 * @example await cf.emailRouting.disable({ zone_id })
 */
export const disable = endpoint<EmailRoutingDisable, EmailRouting>('POST /zones/{zone_id}/email/routing/disable', { input: EmailRoutingDisable, result: EmailRouting, permission: '#zone_settings:edit', safety: 'idempotent' })
