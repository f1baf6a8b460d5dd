/**
 * Name servers of an account's own, for a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const CustomNameservers = z.object({
  /** Whether the zone has name servers of its account's own. */
  enabled: z.optional(z.boolean()),
  /** Number of the set, 1 to 5. */
  ns_set: z.optional(z.number()),
})
export interface CustomNameservers extends z.output<typeof CustomNameservers> {}

const CustomNameserversGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface CustomNameserversGet extends z.input<typeof CustomNameserversGet> {}

/**
 * Read whether a zone has name servers of its account's own. The `nameservers` of `dns.settings` say the same.
 * @example const { enabled } = await cf.dns.customNameservers.get({ zone_id })
 */
export const get = endpoint<CustomNameserversGet, CustomNameservers>('GET /zones/{zone_id}/custom_ns', { input: CustomNameserversGet, result: CustomNameservers, permission: '#zone_dns_settings:read' })

const CustomNameserversUpdate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Whether the zone has name servers of its account's own. */
  enabled: z.boolean(),
  /** Number of the set, 1 to 5. Default 1. */
  ns_set: z.optional(z.int().check(z.gte(1), z.lte(5))),
})
export interface CustomNameserversUpdate extends z.input<typeof CustomNameserversUpdate> {}

/**
 * Give a zone the name servers of its account's own, or those of the service again.
 * @example await cf.dns.customNameservers.update({ zone_id, enabled: true, ns_set: 2 })
 */
export const update = endpoint<CustomNameserversUpdate, CustomNameservers>('PUT /zones/{zone_id}/custom_ns', { input: CustomNameserversUpdate, result: CustomNameservers, permission: '#zone_dns_settings:edit' })
