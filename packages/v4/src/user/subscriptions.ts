/**
 * What the user pays for: the subscriptions of the user's accounts.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Subscription, SubscriptionEnd, subscriptionFields } from '../billing/subscription.ts'
import { identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const oneSubscription = {
  /** Identifier of the subscription. */
  identifier,
}

const SubscriptionList = z.strictObject({})
export interface SubscriptionList extends z.input<typeof SubscriptionList> {}

/**
 * List the user's subscriptions.
 * @example const subscriptions = await cf.user.subscriptions.list({})
 */
export const list = endpoint<SubscriptionList, Subscription[]>('GET /user/subscriptions', { input: SubscriptionList, result: z.array(Subscription), permission: '#billing:read' })

const SubscriptionUpdate = z.strictObject({ ...oneSubscription, ...subscriptionFields })
export interface SubscriptionUpdate extends z.input<typeof SubscriptionUpdate> {}

/**
 * Change plan, payment or add-ons of one of the user's subscriptions.
 * @example await cf.user.subscriptions.update({ identifier: id, frequency: 'yearly' })
 */
export const update = endpoint<SubscriptionUpdate, Subscription>('PUT /user/subscriptions/{identifier}', { input: SubscriptionUpdate, result: Subscription, permission: '#billing:edit' })

const SubscriptionDelete = z.strictObject(oneSubscription)
export interface SubscriptionDelete extends z.input<typeof SubscriptionDelete> {}

/**
 * End one of the user's subscriptions; the zone it is for goes back to the free plan.
 * @example await cf.user.subscriptions.remove({ identifier: id })
 */
export const remove = endpoint<SubscriptionDelete, SubscriptionEnd>('DELETE /user/subscriptions/{identifier}', {
  input: SubscriptionDelete,
  result: SubscriptionEnd,
  permission: '#billing:edit',
  repeated: { codes: [1207], result: (input) => ({ subscription_id: input['identifier'] }) },
})

export type { Subscription, SubscriptionEnd } from '../billing/subscription.ts'
