import * as z from '@zonewright/core/schema'
import { direction, match, paging } from '../common.ts'

/** What subscriptions to apps and to plans of zones had in common until they became one. */
export const historicSubscription = {
  /** Identifier of the subscription. Read-only. */
  id: z.string(),
  /** `active`, `expired` or `cancelled`. Read-only. */
  status: z.string(),
  /** Price in `currency` for each `frequency`. Read-only. */
  price: z.number(),
  /** Currency, such as `USD`. Read-only. */
  currency: z.string(),
  /** `weekly`, `monthly`, `quarterly` or `yearly`. */
  frequency: z.string(),
  /** The plan. */
  plan: z.object({
    /** Identifier of the plan. */
    id: z.string(),
    /** Name to show. */
    name: z.string(),
    /** Price in `currency` for each `frequency`. */
    price: z.optional(z.number()),
    /** Currency, such as `USD`. */
    currency: z.optional(z.string()),
    /** How often it is paid. */
    frequency: z.optional(z.string()),
  }),
  /** When it began, RFC 3339. Read-only. */
  activated_on: z.nullable(z.string()),
  /** When it was cancelled, RFC 3339, or null. Read-only. */
  cancelled_on: z.nullable(z.string()),
  /** When it ran out, RFC 3339, or null. Read-only. */
  expired_on: z.nullable(z.string()),
  /** When it will run out, RFC 3339. Read-only. */
  expires_on: z.nullable(z.string()),
  /** When it was renewed last, RFC 3339. Read-only. */
  renewed_on: z.nullable(z.string()),
  /** When it was made, RFC 3339. Read-only. */
  created_on: z.string(),
}

const date = z.optional(z.string())

/** What both lists of subscriptions were filtered and sorted by. */
export const historicFilters = {
  /** State of the subscription. */
  status: z.optional(z.enum(['active', 'expired', 'cancelled'])),
  /** Price. */
  price: z.optional(z.number()),
  /** When it began, RFC 3339. */
  activated_on: date,
  /** When it will run out, RFC 3339. */
  expires_on: date,
  /** When it ran out, RFC 3339. */
  expired_on: date,
  /** When it was cancelled, RFC 3339. */
  cancelled_on: date,
  /** When it was renewed last, RFC 3339. */
  renewed_on: date,
  /** What to sort by. */
  order: z.optional(z.enum(['created_on', 'expires_on', 'activated_on', 'renewed_on', 'cancelled_on', 'name', 'status', 'price'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  ...paging,
}
