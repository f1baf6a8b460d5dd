/**
 * How a zone puts the URLs of requests into one form before rules see them.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const UrlNormalization = z.object({
  /** `cloudflare` or `rfc3986`. */
  type: z.string(),
  /** `incoming` for rules only, `both` for the origin too, `none` for not at all. */
  scope: z.string(),
})
export interface UrlNormalization extends z.output<typeof UrlNormalization> {}

const UrlNormalizationGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface UrlNormalizationGet extends z.input<typeof UrlNormalizationGet> {}

/**
 * Read how URLs are normalised.
 * @example const { scope } = await cf.rules.urlNormalization.get({ zone_id })
 */
export const get = endpoint<UrlNormalizationGet, UrlNormalization>('GET /zones/{zone_id}/url_normalization', { input: UrlNormalizationGet, result: UrlNormalization, permission: '#transform_rules:read', since: '2021-06' })

const UrlNormalizationUpdate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Cloudflare's own form, which also joins slashes and turns `\\` into `/`, or that of RFC 3986. */
  type: z.enum(['cloudflare', 'rfc3986']),
  /** Who sees the normalised URL. */
  scope: z.enum(['incoming', 'both', 'none']),
})
export interface UrlNormalizationUpdate extends z.input<typeof UrlNormalizationUpdate> {}

/**
 * Change how URLs are normalised.
 * @example await cf.rules.urlNormalization.update({ zone_id, type: 'cloudflare', scope: 'both' })
 */
export const update = endpoint<UrlNormalizationUpdate, UrlNormalization>('PUT /zones/{zone_id}/url_normalization', { input: UrlNormalizationUpdate, result: UrlNormalization, permission: '#transform_rules:edit', since: '2021-06' })
