/**
 * Subscriptions to plans of zones, as they were before all kinds became one. See `user.subscriptions` for today's.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { historicFilters, historicSubscription } from './subscription.ts'

const ZoneSubscription = z.object({
  ...historicSubscription,
  /** Identifier of the zone. Read-only. */
  zone_id: z.string(),
  /** Name of the zone. Read-only. */
  zone_name: z.string(),
})
export interface ZoneSubscription extends z.output<typeof ZoneSubscription> {}

const ZoneSubscriptionList = z.strictObject(historicFilters)
export interface ZoneSubscriptionList extends z.input<typeof ZoneSubscriptionList> {}

/**
 * List the user's subscriptions to plans of zones, filtered and sorted. The service stopped answering this; use `user.subscriptions.list`.
 * @example for await (const { status, price } of cf.historic.zoneSubscriptions.list({ status: 'active' })) console.log(status, price)
 */
export const list = listing<ZoneSubscriptionList, ZoneSubscription>('GET /user/billing/subscriptions/zones', { input: ZoneSubscriptionList, item: ZoneSubscription, page: pageNumber({ perPage: 50 }), permission: '#billing:read', sunset: '2024-08-06' })

const ZoneSubscriptionGet = z.strictObject({
  /** Identifier of the subscription. */
  subscription_id: hexIdentifier,
})
export interface ZoneSubscriptionGet extends z.input<typeof ZoneSubscriptionGet> {}

/**
 * Read one subscription to the plan of a zone. The service stopped answering this.
 * @example const { expires_on } = await cf.historic.zoneSubscriptions.get({ subscription_id: id })
 */
export const get = endpoint<ZoneSubscriptionGet, ZoneSubscription>('GET /user/billing/subscriptions/zones/{subscription_id}', { input: ZoneSubscriptionGet, result: ZoneSubscription, permission: '#billing:read', sunset: '2024-08-06' })
