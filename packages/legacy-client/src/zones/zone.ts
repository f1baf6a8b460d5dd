import * as z from '@zonewright/core/schema'
import { bit } from '../common.ts'

const text = z.nullable(z.string())

/** What a zone has, each 0 or 1 where nothing else is said. */
export const ZoneProperties = z.object({
  /** Name server set-up by CNAME. */
  dns_cname: z.optional(bit),
  /** Set up by a hosting partner. */
  dns_partner: z.optional(bit),
  /** Set up by a partner who is not named. */
  dns_anon_partner: z.optional(bit),
  /** Pro plan. */
  pro: z.optional(bit),
  /** Pro plan that has ended. */
  expired_pro: z.optional(bit),
  /** Pro subscription. */
  pro_sub: z.optional(bit),
  /** Certificate. */
  ssl: z.optional(bit),
  /** Certificate that has ended. */
  expired_ssl: z.optional(bit),
  /** Pro plan of a reseller that has ended. */
  expired_rs_pro: z.optional(bit),
  /** Pro plan of a reseller. */
  reseller_pro: z.optional(bit),
  /** Kept inside the service; the name is spelt so. */
  force_interal: z.optional(bit),
  /** A certificate is needed. */
  ssl_needed: z.optional(bit),
  /** Rank among the sites of the world; 0 for none. */
  alexa_rank: z.optional(z.number()),
  /** Plan, such as `FREE_ZONE`; since 2015. */
  plan: z.optional(z.string()),
})
export interface ZoneProperties extends z.output<typeof ZoneProperties> {}

/** A zone as the client API gives it. All fields are texts; numbers come as digits. */
export const LegacyZone = z.object({
  /** Identifier, digits. */
  zone_id: z.string(),
  /** Identifier of the owner, digits. */
  user_id: z.string(),
  /** Name in A-label form. */
  zone_name: z.string(),
  /** Name as people read it. */
  display_name: z.string(),
  /** `V` active, `P` pending, `D` deleted. */
  zone_status: z.string(),
  /** `1` when traffic goes through Cloudflare, `0` when the zone is deactivated. */
  zone_mode: z.string(),
  /** Identifier of the hosting partner, digits, or null. */
  host_id: text,
  /** `F` full (name servers), `P` partial (CNAME). */
  zone_type: z.string(),
  /** Public name of the hosting partner. */
  host_pubname: text,
  /** Site of the hosting partner. */
  host_website: text,
  /** Text that proves the ownership. */
  vtxt: text,
  /** Assigned name servers; null for a partial zone. */
  fqdns: z.nullable(z.array(z.string())),
  /** Step of the set-up; `4` is finished. */
  step: z.string(),
  /** `status-active`, `status-deactivated`, `status-dev-mode` and others. */
  zone_status_class: z.string(),
  /** The status in words, as HTML. */
  zone_status_desc: z.string(),
  /** Name servers of the owner's own. */
  ns_vanity_map: z.optional(z.unknown()),
  /** Registrar before the set-up. */
  orig_registrar: text,
  /** DNS host before the set-up. */
  orig_dnshost: text,
  /** Name servers before the set-up, in one text: `{NS1.EXAMPLE.NET,NS2.EXAMPLE.NET}`. */
  orig_ns_names: text,
  /** What the zone has. */
  props: ZoneProperties,
  /** Codes that confirm an action, by its name: `zone_deactivate`, `zone_delete`, `zone_dev_mode1`. */
  confirm_code: z.optional(z.nullable(z.record(z.string(), z.string()))),
  /** What may be done: `analytics`, `dns_editor`, `zone_dev_mode1` (can be switched on), `zone_dev_mode0` (is on) and others. */
  allow: z.optional(z.nullable(z.array(z.string()))),
})
export interface LegacyZone extends z.output<typeof LegacyZone> {}

/** The zone as it is now, in answers to changes: edition 2012 has it, earlier and later years leave it out. */
export const maybeZone = {
  /** The zone. */
  zone: z.optional(
    z.object({
      /** The zone itself. */
      obj: LegacyZone,
    }),
  ),
}

/** An answer to a change of a zone. */
export const ChangedZone = z.object(maybeZone)
export interface ChangedZone extends z.output<typeof ChangedZone> {}
