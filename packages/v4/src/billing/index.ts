/**
 * What the user paid, and who pays. Today accounts are billed: see `accounts.subscriptions`.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { BillingProfile } from './billing-profile.ts'

const BillingProfileGet = z.strictObject({})
export interface BillingProfileGet extends z.input<typeof BillingProfileGet> {}

/**
 * Read the billing profile.
 * @example const { first_name, last_name, country } = await cf.billing.profile({})
 */
export const profile = endpoint<BillingProfileGet, BillingProfile>('GET /user/billing/profile', { input: BillingProfileGet, result: BillingProfile, permission: '#billing:read' })

const HistoryItem = z.object({
  /** Identifier of the item. */
  id: z.string(),
  /** Kind of item, such as `charge`. */
  type: z.string(),
  /** What it was for, such as `subscription`. */
  action: z.string(),
  /** The item in words. */
  description: z.string(),
  /** When it was made, RFC 3339. */
  occurred_at: z.string(),
  /** Amount in `currency`. */
  amount: z.number(),
  /** Currency, such as `USD`. */
  currency: z.string(),
  /** The zone it was for. */
  zone: z.optional(
    z.object({
      /** Name of the zone. */
      name: z.optional(z.string()),
    }),
  ),
})
export interface HistoryItem extends z.output<typeof HistoryItem> {}

const HistoryList = z.strictObject({
  /** Kind of item, at most 30 characters. */
  type: z.optional(z.string().check(z.maxLength(30))),
  /** What it was for, at most 30 characters. */
  action: z.optional(z.string().check(z.maxLength(30))),
  /** When it was made, RFC 3339; the documents spell this filter so. */
  occured_at: z.optional(z.string()),
  /** When it was made, RFC 3339. */
  occurred_at: z.optional(z.string()),
  /** What to sort by; either spelling. */
  order: z.optional(z.enum(['type', 'occured_at', 'occurred_at', 'action'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
})
export interface HistoryList extends z.input<typeof HistoryList> {}

/**
 * List what was billed, filtered and sorted. At most 50 a page.
 * @example for await (const item of cf.billing.history({ type: 'charge' })) console.log(item.occurred_at, item.amount, item.currency)
 */
export const history = listing<HistoryList, HistoryItem>('GET /user/billing/history', { input: HistoryList, item: HistoryItem, page: pageNumber({ perPage: 50 }), permission: '#billing:read' })

export type { BillingProfile } from './billing-profile.ts'
