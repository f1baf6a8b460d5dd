/**
 * Plans and subscriptions of resellers.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { inZone, maybeText, userKeySecret } from '../common.ts'
import { endpoint } from '../protocol.ts'

const PlanList = z.strictObject({})
export interface PlanList extends z.input<typeof PlanList> {}

const Plan = z.object({
  /** Name for people. */
  sbase_name: z.string(),
  /** Name for `subscriptions.create`, such as `CF_RESELLER_PRO`. */
  sub_label: z.string(),
  /** Price, such as `12.00`; empty or `0` for none. */
  product_price: maybeText,
})
export interface Plan extends z.output<typeof Plan> {}

const Plans = z.object({
  /** The plans. */
  objs: z.array(Plan),
})
export interface Plans extends z.output<typeof Plans> {}

/**
 * List the plans that this reseller has.
 * @example const labels = (await cf.subscriptions.plans({})).objs.map(({ sub_label }) => sub_label)
 */
export const plans = endpoint<PlanList, Plans>('reseller_plan_list', { input: PlanList, result: Plans, safety: 'read' })

const forPlan = {
  ...inZone,
  /** Name of the plan: its `sub_label`. */
  plan_tag: z.string().check(z.minLength(1)),
}

const SubscriptionCreate = z.strictObject(forPlan)
export interface SubscriptionCreate extends z.input<typeof SubscriptionCreate> {}

const Subscribed = z.object({
  /** Identifier of the subscription. */
  sub_id: z.number(),
  /** Name of the zone. */
  zone_name: z.optional(z.string()),
  /** Name of the plan. */
  plan_tag: z.optional(z.string()),
  /** `V` active. */
  sub_status: z.optional(z.string()),
})
export interface Subscribed extends z.output<typeof Subscribed> {}

/**
 * Subscribe a zone to a plan. The zone must be active first (321, 350).
 * @example const { sub_id } = await cf.subscriptions.create({ user_key, zone_name: 'example.com', plan_tag: 'CF_RESELLER_PRO' })
 */
export const create = endpoint<SubscriptionCreate, Subscribed>('reseller_sub_new', { input: SubscriptionCreate, result: Subscribed, secrets: userKeySecret })

const SubscriptionCancel = z.strictObject({
  ...forPlan,
  /** Identifier of the subscription. */
  sub_id: z.int().check(z.gte(1)),
})
export interface SubscriptionCancel extends z.input<typeof SubscriptionCancel> {}

const Cancelled = z.object({
  /** Identifier of the subscription. */
  sub_id: z.optional(z.number()),
  /** Name of the zone. */
  zone_name: z.optional(z.string()),
  /** `CNL` cancelled. */
  sub_status: z.optional(z.string()),
})
export interface Cancelled extends z.output<typeof Cancelled> {}

/**
 * Cancel a subscription; afterwards the zone can be deleted.
 * @example await cf.subscriptions.cancel({ user_key, zone_name: 'example.com', plan_tag: 'CF_RESELLER_PRO', sub_id: 413 })
 */
export const cancel = endpoint<SubscriptionCancel, Cancelled>('reseller_sub_cancel', {
  input: SubscriptionCancel,
  result: Cancelled,
  safety: 'idempotent',
  secrets: userKeySecret,
  repeated: { codes: [332], result: ({ sub_id: id, zone_name: name }) => ({ sub_id: id, zone_name: name, sub_status: 'CNL' }) },
})

const SubscriptionList = z.strictObject({})
export interface SubscriptionList extends z.input<typeof SubscriptionList> {}

const Subscription = z.object({
  /** Name of the zone. */
  zone_name: z.string(),
  /** Identifier of the subscription, digits. */
  sub_id: z.string(),
  /** `V` active, `CNL` cancelled. */
  sub_status: z.string(),
  /** Name of the plan for people. */
  sub_name: maybeText,
  /** Price, such as `6.50`. */
  sub_price: maybeText,
  /** When the price was set, such as `2013-04-02 09:15:44.120387-05`. */
  sub_priced_on: maybeText,
  /** When it was cancelled. */
  sub_canceled_on: maybeText,
  /** When it will end. */
  sub_expires_on: maybeText,
  /** When it ended. */
  sub_expired_on: maybeText,
  /** When it was renewed last. */
  sub_renewed_on: maybeText,
  /** When it began. */
  sub_activated_on: maybeText,
  /** When it was changed last. */
  edate: maybeText,
  /** When it was created. */
  cdate: maybeText,
})
export interface Subscription extends z.output<typeof Subscription> {}

const Subscriptions = z.object({
  /** The subscriptions. */
  objs: z.array(Subscription),
})
export interface Subscriptions extends z.output<typeof Subscriptions> {}

/**
 * List the subscriptions of this reseller's zones.
 * @example const active = (await cf.subscriptions.list({})).objs.filter(({ sub_status }) => sub_status === 'V')
 */
export const list = endpoint<SubscriptionList, Subscriptions>('reseller_sub_list', { input: SubscriptionList, result: Subscriptions, safety: 'read' })
