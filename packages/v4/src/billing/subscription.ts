import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'

/** How often something is paid. */
export const frequency = z.enum(['weekly', 'monthly', 'quarterly', 'yearly'])

const ratePlanFields = {
  /** Currency of the plan, such as `USD`. */
  currency: z.optional(z.string()),
  /** The plan is looked after outside of Cloudflare. */
  externally_managed: z.optional(z.boolean()),
  /** The plan is a contract. */
  is_contract: z.optional(z.boolean()),
  /** Name to show, such as `Business Plan`. */
  public_name: z.optional(z.string()),
  /** What the plan is for, such as `zone`. */
  scope: z.optional(z.string()),
  /** Sets that the plan belongs to. */
  sets: z.optional(z.array(z.string())),
}

const componentFields = {
  /** Name of the add-on, such as `page_rules`. */
  name: z.optional(z.string()),
  /** How many are subscribed to. */
  value: z.optional(z.number()),
  /** How many come with the plan. */
  default: z.optional(z.number()),
  /** Price of one. */
  price: z.optional(z.number()),
}

/** A subscription to a plan of a zone, or to an app. */
export const Subscription = z.object({
  /** Identifier of the subscription. Read-only. */
  id: z.string(),
  /** `Trial`, `Provisioned`, `Paid`, `AwaitingPayment`, `Cancelled`, `Failed` or `Expired`. Read-only. */
  state: z.optional(z.string()),
  /** Price in `currency` for each `frequency`. Read-only. */
  price: z.optional(z.number()),
  /** Currency, such as `USD`. Read-only. */
  currency: z.optional(z.string()),
  /** How often it is paid. */
  frequency: z.optional(z.string()),
  /** Add-ons. */
  component_values: z.optional(z.array(z.object(componentFields))),
  /** The plan. */
  rate_plan: z.optional(
    z.object({
      /** Identifier of the plan, such as `business`. */
      id: z.optional(z.string()),
      ...ratePlanFields,
    }),
  ),
  /** The app it is for. */
  app: z.optional(
    z.object({
      /** Identifier of the installed app. */
      install_id: z.optional(z.string()),
    }),
  ),
  /** The zone it is for. Read-only. */
  zone: z.optional(
    z.nullable(
      z.object({
        /** Identifier of the zone. */
        id: z.optional(z.string()),
        /** Name of the zone. */
        name: z.optional(z.string()),
      }),
    ),
  ),
  /** Start of what is paid for, RFC 3339. Read-only. */
  current_period_start: z.optional(z.string()),
  /** End of what is paid for, RFC 3339. Read-only. */
  current_period_end: z.optional(z.string()),
})
export interface Subscription extends z.output<typeof Subscription> {}

/** What a subscription is made of or changed to. */
export const subscriptionFields = {
  /** The plan to subscribe to. */
  rate_plan: z.optional(
    z.strictObject({
      /** Identifier of the plan, such as `free`, `pro` or `business`. */
      id: z.optional(identifier),
      ...ratePlanFields,
    }),
  ),
  /** How often it is paid. Default `monthly`. */
  frequency: z.optional(frequency),
  /** Add-ons. */
  component_values: z.optional(z.array(z.strictObject(componentFields))),
}


/** Answer to the end of a subscription. */
export const SubscriptionEnd = z.object({
  /** Identifier of the subscription. */
  subscription_id: z.optional(z.string()),
})
export interface SubscriptionEnd extends z.output<typeof SubscriptionEnd> {}
