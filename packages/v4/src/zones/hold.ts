/**
 * Zone hold: nobody else may add a zone of the same name.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const Hold = z.object({
  /** The name is held. */
  hold: z.optional(z.boolean()),
  /** When a hold that rests begins again, RFC 3339. */
  hold_after: z.optional(z.nullable(z.string())),
  /** Names inside the zone are held too. */
  include_subdomains: z.optional(z.nullable(z.union([z.boolean(), z.string()]))),
})
export interface Hold extends z.output<typeof Hold> {}

const HoldGet = z.strictObject(oneZone)
export interface HoldGet extends z.input<typeof HoldGet> {}

/**
 * Read whether the name of a zone is held.
 * @example const { hold } = await cf.zones.hold.get({ zone_id })
 */
export const get = endpoint<HoldGet, Hold>('GET /zones/{zone_id}/hold', { input: HoldGet, result: Hold, permission: '#zone:read' })

const HoldCreate = z.strictObject({
  ...oneZone,
  /** Hold names inside the zone too, and custom hostnames. Default false. */
  include_subdomains: z.optional(z.boolean()),
})
export interface HoldCreate extends z.input<typeof HoldCreate> {}

/**
 * Hold the name of a zone.
 * @example await cf.zones.hold.create({ zone_id, include_subdomains: true })
 */
export const create = endpoint<HoldCreate, Hold>('POST /zones/{zone_id}/hold', { input: HoldCreate, result: Hold, permission: '#zone:edit', safety: 'idempotent', query: ['include_subdomains'] })

const HoldEdit = z.strictObject({
  ...oneZone,
  /** When the hold rests until, RFC 3339; empty for a hold from now on. */
  hold_after: z.optional(z.string()),
  /** Hold names inside the zone too. */
  include_subdomains: z.optional(z.boolean()),
})
export interface HoldEdit extends z.input<typeof HoldEdit> {}

/**
 * Change when a hold begins and what it covers.
 * @example await cf.zones.hold.edit({ zone_id, include_subdomains: false })
 */
export const edit = endpoint<HoldEdit, Hold>('PATCH /zones/{zone_id}/hold', { input: HoldEdit, result: Hold, permission: '#zone:edit', safety: 'idempotent' })

const HoldDelete = z.strictObject({
  ...oneZone,
  /** When the hold begins again, RFC 3339; it ends for good when not said. */
  hold_after: z.optional(z.string()),
})
export interface HoldDelete extends z.input<typeof HoldDelete> {}

/**
 * Stop holding the name of a zone, for good or for a while.
 * @example await cf.zones.hold.remove({ zone_id })
 */
export const remove = endpoint<HoldDelete, Hold>('DELETE /zones/{zone_id}/hold', { input: HoldDelete, result: Hold, permission: '#zone:edit', query: ['hold_after'] })
