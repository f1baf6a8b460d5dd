/**
 * The certificate that every zone has without being asked for.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const UniversalSettings = z.object({
  /** Whether the zone has the certificate. Without another one, switching it off makes HTTPS fail. */
  enabled: z.boolean(),
})
export interface UniversalSettings extends z.output<typeof UniversalSettings> {}

const UniversalGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface UniversalGet extends z.input<typeof UniversalGet> {}

/**
 * Read whether a zone has its universal certificate.
 * @example const { enabled } = await cf.ssl.universal.get({ zone_id })
 */
export const get = endpoint<UniversalGet, UniversalSettings>('GET /zones/{zone_id}/ssl/universal/settings', { input: UniversalGet, result: UniversalSettings, permission: '#ssl:read' })

const UniversalEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Whether the zone has the certificate. */
  enabled: z.boolean(),
})
export interface UniversalEdit extends z.input<typeof UniversalEdit> {}

/**
 * Switch the universal certificate of a zone on or off.
 * @example await cf.ssl.universal.edit({ zone_id, enabled: true })
 */
export const edit = endpoint<UniversalEdit, UniversalSettings>('PATCH /zones/{zone_id}/ssl/universal/settings', { input: UniversalEdit, result: UniversalSettings, permission: '#ssl:edit', safety: 'idempotent' })
