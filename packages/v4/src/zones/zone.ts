import * as z from '@zonewright/core/schema'
import { newer } from '../common.ts'

/** The plan of a zone. */
export const Plan = z.object({
  /** Identifier of the plan. */
  id: z.string(),
  /** Name to show, such as `Free Website`. */
  name: z.string(),
  /** Price in `currency` for each `frequency`. */
  price: z.optional(z.number()),
  /** Currency of the price, such as `USD`. */
  currency: z.optional(z.nullable(z.string())),
  /** How often it is paid, such as `monthly`. */
  frequency: z.optional(z.nullable(z.string())),
  /** Short name: `free`, `pro`, `business` or `enterprise`. */
  legacy_id: z.optional(z.nullable(z.string())),
  /** The zone has it. */
  is_subscribed: z.optional(z.boolean()),
  /** The zone may take it. */
  can_subscribe: z.optional(z.boolean()),
  /** Paid through a partner. */
  externally_managed: z.optional(z.boolean()),
})
export interface Plan extends z.output<typeof Plan> {}

/** A zone as the service holds it. */
export const Zone = z.object({
  /** Identifier of the zone. Read-only. */
  id: z.string(),
  /** Zone name in A-label form, without final dot. */
  name: z.string(),
  /** `initializing`, `pending`, `active` or `moved`. Read-only. */
  status: z.string(),
  /** The service answers DNS queries only; nothing is proxied. */
  paused: z.boolean(),
  /** `full`, `partial` (CNAME set-up), `secondary` or `internal`. */
  type: z.string(),
  /** Seconds that development mode still lasts; negative since it ended. Read-only. */
  development_mode: z.number(),
  /** Name servers that the domain must have. Read-only. */
  name_servers: z.optional(z.array(z.string())),
  /** Name servers the domain had before. Read-only. */
  original_name_servers: z.optional(z.nullable(z.array(z.string()))),
  /** Registrar at the time of adding. Read-only. */
  original_registrar: z.optional(z.nullable(z.string())),
  /** DNS provider at the time of adding. Read-only. */
  original_dnshost: z.optional(z.nullable(z.string())),
  /** Custom name servers. */
  vanity_name_servers: z.optional(z.array(z.string())),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
  /** When it was added, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it became active, RFC 3339, or null. Read-only. */
  activated_on: newer(z.nullable(z.string())),
  /** Quotas and states that the service adds. Read-only. */
  meta: z.optional(z.record(z.string(), z.unknown())),
  /** Who owns it. Read-only. */
  owner: z.object({
    /** Identifier of the owner, or null. */
    id: z.optional(z.nullable(z.string())),
    /** `user` or `organization`. */
    type: z.optional(z.string()),
    /** E-mail address or null. */
    email: z.optional(z.nullable(z.string())),
  }),
  /** The account that holds it. */
  account: newer(
    z.object({
      /** Identifier of the account. */
      id: z.string(),
      /** Name of the account. */
      name: z.string(),
    }),
  ),
  /** What the asker may do, such as `#dns_records:edit`. Read-only. */
  permissions: z.optional(z.array(z.string())),
  /** Its plan. */
  plan: z.optional(Plan),
})
export interface Zone extends z.output<typeof Zone> {}
