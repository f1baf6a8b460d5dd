/**
 * Subscriptions to apps, as they were before all kinds became one. See `user.subscriptions` for today's.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { historicFilters, historicSubscription } from './subscription.ts'

const AppSubscription = z.object({
  ...historicSubscription,
  /** Identifier of the app. Read-only. */
  app_id: z.string(),
  /** Name of the app, at most 80 characters. */
  app_name: z.string(),
  /** Identifier of the zone, where the app is for one. Read-only. */
  zone_id: z.optional(z.string()),
  /** Name of the zone, where the app is for one. Read-only. */
  zone_name: z.optional(z.string()),
})
export interface AppSubscription extends z.output<typeof AppSubscription> {}

const AppSubscriptionList = z.strictObject(historicFilters)
export interface AppSubscriptionList extends z.input<typeof AppSubscriptionList> {}

/**
 * List the user's subscriptions to apps, filtered and sorted. The service stopped answering this; use `user.subscriptions.list`.
 * @example for await (const { status, price } of cf.historic.appSubscriptions.list({ status: 'active' })) console.log(status, price)
 */
export const list = listing<AppSubscriptionList, AppSubscription>('GET /user/billing/subscriptions/apps', { input: AppSubscriptionList, item: AppSubscription, page: pageNumber({ perPage: 50 }), permission: '#billing:read', sunset: '2024-08-06' })

const AppSubscriptionGet = z.strictObject({
  /** Identifier of the subscription. */
  subscription_id: hexIdentifier,
})
export interface AppSubscriptionGet extends z.input<typeof AppSubscriptionGet> {}

/**
 * Read one subscription to an app. The service stopped answering this.
 * @example const { expires_on } = await cf.historic.appSubscriptions.get({ subscription_id: id })
 */
export const get = endpoint<AppSubscriptionGet, AppSubscription>('GET /user/billing/subscriptions/apps/{subscription_id}', { input: AppSubscriptionGet, result: AppSubscription, permission: '#billing:read', sunset: '2024-08-06' })
