/**
 * What an account pays for: plans of its zones, and apps.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Subscription, SubscriptionEnd, subscriptionFields } from '../billing/subscription.ts'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneSubscription = {
  ...inAccount,
  /** Identifier of the subscription. */
  subscription_identifier: hexIdentifier,
}

const AccountSubscriptionList = z.strictObject(inAccount)
export interface AccountSubscriptionList extends z.input<typeof AccountSubscriptionList> {}

/**
 * List the subscriptions of an account.
 * @example const subscriptions = await cf.accounts.subscriptions.list({ account_id })
 */
export const list = endpoint<AccountSubscriptionList, Subscription[]>('GET /accounts/{account_id}/subscriptions', { input: AccountSubscriptionList, result: z.array(Subscription), permission: '#billing:read' })

/** The app that a subscription is for. */
const appField = {
  /** The app to subscribe to. */
  app: z.optional(
    z.strictObject({
      /** Identifier of the installed app. */
      install_id: z.optional(identifier),
    }),
  ),
}

const AccountSubscriptionCreate = z.strictObject({ ...inAccount, ...subscriptionFields, ...appField })
export interface AccountSubscriptionCreate extends z.input<typeof AccountSubscriptionCreate> {}

/**
 * Subscribe an account to an app. Plans of zones have calls of their own, in `zones.subscription`.
 * @example await cf.accounts.subscriptions.create({ account_id, app: { install_id: id }, component_values: [{ name: 'seats', value: 5, price: 2 }] })
 */
export const create = endpoint<AccountSubscriptionCreate, Subscription>('POST /accounts/{account_id}/subscriptions', { input: AccountSubscriptionCreate, result: Subscription, permission: '#billing:edit' })

const AccountSubscriptionUpdate = z.strictObject({ ...oneSubscription, ...subscriptionFields })
export interface AccountSubscriptionUpdate extends z.input<typeof AccountSubscriptionUpdate> {}

/**
 * Change plan, payment or add-ons of a subscription.
 * @example await cf.accounts.subscriptions.update({ account_id, subscription_identifier: id, frequency: 'yearly' })
 */
export const update = endpoint<AccountSubscriptionUpdate, Subscription>('PUT /accounts/{account_id}/subscriptions/{subscription_identifier}', { input: AccountSubscriptionUpdate, result: Subscription, permission: '#billing:edit' })

const AccountSubscriptionDelete = z.strictObject(oneSubscription)
export interface AccountSubscriptionDelete extends z.input<typeof AccountSubscriptionDelete> {}

/**
 * End a subscription; the zone it is for goes back to the free plan.
 * @example await cf.accounts.subscriptions.remove({ account_id, subscription_identifier: id })
 */
export const remove = endpoint<AccountSubscriptionDelete, SubscriptionEnd>('DELETE /accounts/{account_id}/subscriptions/{subscription_identifier}', {
  input: AccountSubscriptionDelete,
  result: SubscriptionEnd,
  permission: '#billing:edit',
  repeated: { codes: [1207], result: (input) => ({ subscription_id: input['subscription_identifier'] }) },
})

export type { Subscription, SubscriptionEnd } from '../billing/subscription.ts'
