/**
 * The server behind all custom host names that have none of their own.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const FallbackOrigin = z.object({
  /** Host name in the zone; a proxied record must be there. */
  origin: z.string(),
  /** State, such as `pending_deployment` or `active`. Read-only. */
  status: z.optional(z.string()),
  /** Why it is not active. Read-only. */
  errors: z.optional(z.array(z.string())),
  /** When it was created, RFC 3339. Read-only. */
  created_at: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  updated_at: z.optional(z.string()),
})
export interface FallbackOrigin extends z.output<typeof FallbackOrigin> {}

const ofZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const FallbackOriginGet = z.strictObject(ofZone)
export interface FallbackOriginGet extends z.input<typeof FallbackOriginGet> {}

/**
 * Read the fallback origin of a zone.
 * @example const { origin, status } = await cf.customHostnames.fallbackOrigin.get({ zone_id })
 */
export const get = endpoint<FallbackOriginGet, FallbackOrigin>('GET /zones/{zone_id}/custom_hostnames/fallback_origin', { input: FallbackOriginGet, result: FallbackOrigin, permission: '#ssl:read' })

const FallbackOriginUpdate = z.strictObject({
  ...ofZone,
  /** Host name in the zone; a proxied record must be there. At most 255 characters. */
  origin: z.string().check(z.minLength(1), z.maxLength(255)),
})
export interface FallbackOriginUpdate extends z.input<typeof FallbackOriginUpdate> {}

/**
 * Set the fallback origin of a zone.
 * @example await cf.customHostnames.fallbackOrigin.update({ zone_id, origin: 'fallback.example.com' })
 */
export const update = endpoint<FallbackOriginUpdate, FallbackOrigin>('PUT /zones/{zone_id}/custom_hostnames/fallback_origin', { input: FallbackOriginUpdate, result: FallbackOrigin, permission: '#ssl:edit' })

const FallbackOriginDelete = z.strictObject(ofZone)
export interface FallbackOriginDelete extends z.input<typeof FallbackOriginDelete> {}

/**
 * Forget the fallback origin of a zone.
 * @example await cf.customHostnames.fallbackOrigin.remove({ zone_id })
 */
export const remove = endpoint<FallbackOriginDelete, FallbackOrigin>('DELETE /zones/{zone_id}/custom_hostnames/fallback_origin', { input: FallbackOriginDelete, result: FallbackOrigin, permission: '#ssl:edit' })
