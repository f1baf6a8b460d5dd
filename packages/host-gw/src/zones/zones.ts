import * as z from '@zonewright/core/schema'
import { inZone, maybeText, userKeySecret } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { names } from './set-up.ts'

const ZoneGet = z.strictObject(inZone)
export interface ZoneGet extends z.input<typeof ZoneGet> {}

const HostedZone = z.object({
  /** Name of the zone. */
  zone_name: z.string(),
  /** Whether the zone is at Cloudflare under this customer. */
  zone_exists: z.boolean(),
  /** Whether this host is the one it is registered with. */
  zone_hosted: z.boolean(),
  /** Origin of each name; null for a zone that is absent or set up in full. */
  hosted_cnames: z.optional(z.nullable(names)),
  /** What each name must be an alias of; null as before. */
  forward_tos: z.optional(z.nullable(names)),
  /** `ready` when the certificate is live. */
  ssl_status: maybeText,
  /** HTML element that proves the domain to the certificate's authority. */
  ssl_meta_tag: maybeText,
  /** Plan of the zone's subscription. */
  sub_label: maybeText,
  /** Status of the subscription: `V` active, `D` deleted. */
  sub_status: maybeText,
})
export interface HostedZone extends z.output<typeof HostedZone> {}

/**
 * Read whether a zone exists, whether it is yours, and what each of its names must be an alias of. A zone that does not exist
 * is no error.
 * @example const { zone_hosted, forward_tos } = await cf.zones.get({ user_key, zone_name: 'example.com' })
 */
export const get = endpoint<ZoneGet, HostedZone>('zone_lookup', { input: ZoneGet, result: HostedZone, safety: 'read', secrets: userKeySecret })

const ZoneRemove = z.strictObject(inZone)
export interface ZoneRemove extends z.input<typeof ZoneRemove> {}

const RemovedZone = z.object({
  /** Name of the zone. */
  zone_name: z.string(),
  /** Always true. */
  zone_deleted: z.boolean(),
})
export interface RemovedZone extends z.output<typeof RemovedZone> {}

/**
 * Delete a zone that was set up by CNAME. Take its CNAME records away before, or right after. Refused while a subscription is
 * active (334).
 * @example await cf.zones.remove({ user_key, zone_name: 'example.com' })
 */
export const remove = endpoint<ZoneRemove, RemovedZone>('zone_delete', {
  input: ZoneRemove,
  result: RemovedZone,
  safety: 'idempotent',
  secrets: userKeySecret,
  repeated: { codes: [210, 211, 213], result: (input) => ({ zone_name: input['zone_name'], zone_deleted: true }) },
})

const ZoneList = z.strictObject({
  /** Zones a page. Default 100. */
  limit: z.optional(z.int().check(z.gte(1))),
  /** Zones to leave out at the start. Default 0. */
  offset: z.optional(z.int().check(z.gte(0))),
  /** Exact name. */
  zone_name: z.optional(inZone.zone_name),
  /** Identifier of a subscription; resellers only. */
  sub_id: z.optional(z.int().check(z.gte(1))),
  /** `V` active, `D` deleted, `ALL`. */
  zone_status: z.optional(z.enum(['V', 'D', 'ALL'])),
  /** Status of the subscription: `V` active, `CNL` cancelled, `ALL`. In later editions. */
  sub_status: z.optional(z.enum(['V', 'CNL', 'ALL'])),
})
export interface ZoneList extends z.input<typeof ZoneList> {}

const ListedZone = z.object({
  /** Identifier of the zone. */
  zone_id: z.number(),
  /** Name of the zone. */
  zone_name: z.string(),
  /** E-mail address of its owner's account. */
  user_email: z.string(),
  /** `V` active, `P` pending, `D` deleted. */
  zone_status: z.string(),
  /** Identifier of its subscription, or null. */
  sub_id: z.nullable(z.number()),
  /** Plan of the subscription, or null. */
  sub_label: z.nullable(z.string()),
  /** Status of the subscription: `V` active, `CNL` cancelled, or null. */
  sub_status: z.nullable(z.string()),
  /** When the subscription began, such as `2013-04-02 09:15:44.120387-05`, or null. */
  sub_activated_on: z.nullable(z.string()),
  /** When the subscription ended, or null. */
  sub_expired_on: z.nullable(z.string()),
})
export interface ListedZone extends z.output<typeof ListedZone> {}

/**
 * List the zones of the host, with their subscriptions.
 * @example for await (const zone of cf.zones.list({ zone_status: 'V' })) console.log(zone.zone_name, zone.user_email)
 */
export const list = listing<ZoneList, ListedZone>('zone_list', { input: ZoneList, item: ListedZone })
