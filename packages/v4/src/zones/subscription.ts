/**
 * The subscription of a zone: the plan it is on.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Subscription, subscriptionFields } from '../billing/subscription.ts'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZoneSubscriptionGet = z.strictObject(oneZone)
export interface ZoneSubscriptionGet extends z.input<typeof ZoneSubscriptionGet> {}

/**
 * Read the subscription of a zone.
 * @example const { rate_plan, price } = await cf.zones.subscription.get({ zone_id })
 */
export const get = endpoint<ZoneSubscriptionGet, Subscription>('GET /zones/{zone_id}/subscription', { input: ZoneSubscriptionGet, result: Subscription, permission: '#billing:read' })

const ZoneSubscriptionCreate = z.strictObject({ ...oneZone, ...subscriptionFields })
export interface ZoneSubscriptionCreate extends z.input<typeof ZoneSubscriptionCreate> {}

/**
 * Subscribe a zone that is on the free plan to another plan. It costs money.
 * @example await cf.zones.subscription.create({ zone_id, rate_plan: { id: 'pro' }, frequency: 'monthly' })
 */
export const create = endpoint<ZoneSubscriptionCreate, Subscription>('POST /zones/{zone_id}/subscription', { input: ZoneSubscriptionCreate, result: Subscription, permission: '#billing:edit' })

const ZoneSubscriptionUpdate = z.strictObject({ ...oneZone, ...subscriptionFields })
export interface ZoneSubscriptionUpdate extends z.input<typeof ZoneSubscriptionUpdate> {}

/**
 * Change the plan of a zone, or how it is paid.
 * @example await cf.zones.subscription.update({ zone_id, rate_plan: { id: 'business' } })
 */
export const update = endpoint<ZoneSubscriptionUpdate, Subscription>('PUT /zones/{zone_id}/subscription', { input: ZoneSubscriptionUpdate, result: Subscription, permission: '#billing:edit' })

export type { Subscription } from '../billing/subscription.ts'
