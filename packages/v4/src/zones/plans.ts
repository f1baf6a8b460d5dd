/**
 * Plans that a zone can be on.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const AvailablePlan = z.object({
  /** Identifier of the plan. */
  id: z.string(),
  /** Name to show, at most 80 characters. */
  name: z.string(),
  /** Price in `currency` for each `frequency`. */
  price: z.number(),
  /** Currency, such as `USD`. */
  currency: z.string(),
  /** `weekly`, `monthly`, `quarterly` or `yearly`; empty or null for what costs nothing. */
  frequency: z.nullable(z.string()),
  /** `free`, `pro`, `business` or `enterprise`. */
  legacy_id: z.optional(z.string()),
  /** The zone is on it. */
  is_subscribed: z.optional(z.boolean()),
  /** The zone may subscribe to it. */
  can_subscribe: z.optional(z.boolean()),
  /** The plan is looked after outside of Cloudflare. */
  externally_managed: z.optional(z.boolean()),
})
export interface AvailablePlan extends z.output<typeof AvailablePlan> {}

const PlanList = z.strictObject(oneZone)
export interface PlanList extends z.input<typeof PlanList> {}

/**
 * List the plans a zone can subscribe to.
 * @example const plans = await cf.zones.plans.list({ zone_id })
 */
export const list = endpoint<PlanList, AvailablePlan[]>('GET /zones/{zone_id}/available_plans', { input: PlanList, result: z.array(AvailablePlan), permission: '#billing:read' })

const PlanGet = z.strictObject({
  ...oneZone,
  /** Identifier of the plan. */
  plan_identifier: hexIdentifier,
})
export interface PlanGet extends z.input<typeof PlanGet> {}

/**
 * Read one plan a zone can subscribe to.
 * @example const { price, currency } = await cf.zones.plans.get({ zone_id, plan_identifier: id })
 */
export const get = endpoint<PlanGet, AvailablePlan>('GET /zones/{zone_id}/available_plans/{plan_identifier}', { input: PlanGet, result: AvailablePlan, permission: '#billing:read' })

const RatePlan = z.object({
  /** Identifier of the plan, as subscriptions name it, such as `pro`. */
  id: z.string(),
  /** Name to show. */
  name: z.optional(z.string()),
  /** Currency, such as `USD`. */
  currency: z.optional(z.string()),
  /** How many times `frequency` a subscription lasts. */
  duration: z.optional(z.number()),
  /** `weekly`, `monthly`, `quarterly` or `yearly`. */
  frequency: z.optional(z.string()),
  /** Add-ons of the plan. */
  components: z.optional(
    z.array(
      z.object({
        /** Name of the add-on, such as `page_rules`. */
        name: z.optional(z.string()),
        /** How many come with the plan. */
        default: z.optional(z.number()),
        /** Price of one more. */
        unit_price: z.optional(z.number()),
      }),
    ),
  ),
})
export interface RatePlan extends z.output<typeof RatePlan> {}

const RatePlanList = z.strictObject(oneZone)
export interface RatePlanList extends z.input<typeof RatePlanList> {}

/**
 * List the plans a zone can subscribe to, in the form that subscriptions take.
 * @example const ratePlans = await cf.zones.plans.rates({ zone_id })
 */
export const rates = endpoint<RatePlanList, RatePlan[]>('GET /zones/{zone_id}/available_rate_plans', { input: RatePlanList, result: z.array(RatePlan), permission: '#billing:read' })
