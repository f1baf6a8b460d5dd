/**
 * Managed transforms: ready-made changes of request and response headers.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const ManagedTransform = z.object({
  /** Name of the transformation, such as `add_bot_protection_headers`. */
  id: z.string(),
  /** Whether it works. */
  enabled: z.boolean(),
  /** Another transformation that excludes it works already. Read-only. */
  has_conflict: z.optional(z.boolean()),
  /** Names of transformations that exclude it. Read-only. */
  conflicts_with: z.optional(z.array(z.string())),
})
export interface ManagedTransform extends z.output<typeof ManagedTransform> {}

const ManagedTransforms = z.object({
  /** Changes of the headers that the origin gets. */
  managed_request_headers: z.array(ManagedTransform),
  /** Changes of the headers that the visitor gets. */
  managed_response_headers: z.array(ManagedTransform),
})
export interface ManagedTransforms extends z.output<typeof ManagedTransforms> {}

const ManagedTransformsGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface ManagedTransformsGet extends z.input<typeof ManagedTransformsGet> {}

/**
 * List the managed transforms of a zone.
 * @example const { managed_response_headers } = await cf.rules.managedTransforms.get({ zone_id })
 */
export const get = endpoint<ManagedTransformsGet, ManagedTransforms>('GET /zones/{zone_id}/managed_headers', { input: ManagedTransformsGet, result: ManagedTransforms, permission: '#transform_rules:read', since: '2021-11' })

const changes = z.array(
  z.strictObject({
    /** Name of the transformation. */
    id: z.string().check(z.minLength(1)),
    /** Whether it shall work. */
    enabled: z.boolean(),
  }),
)

const ManagedTransformsEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Changes of the headers that the origin gets; those that are not named stay. */
  managed_request_headers: changes,
  /** Changes of the headers that the visitor gets; those that are not named stay. */
  managed_response_headers: changes,
})
export interface ManagedTransformsEdit extends z.input<typeof ManagedTransformsEdit> {}

/**
 * Switch managed transforms on and off; both lists are needed and may be empty.
 * @example await cf.rules.managedTransforms.edit({ zone_id, managed_request_headers: [], managed_response_headers: [{ id: 'remove_x-powered-by_header', enabled: true }] })
 */
export const edit = endpoint<ManagedTransformsEdit, ManagedTransforms>('PATCH /zones/{zone_id}/managed_headers', { input: ManagedTransformsEdit, result: ManagedTransforms, permission: '#transform_rules:edit', safety: 'idempotent', since: '2021-11' })
