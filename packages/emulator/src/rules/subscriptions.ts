import { refuse } from '../errors.ts'
import { seededId } from '../ids.ts'
import type { Account } from '../state/accounts.ts'
import type { State } from '../state/state.ts'
import type { Zone } from '../state/zones.ts'
import { secondDate } from './dates.ts'
import { isPlanName, type PlanName, plans } from './plans.ts'

/** An add-on of a subscription. */
export interface Component {
  readonly name?: string
  readonly value?: number
  readonly default?: number
  readonly price?: number
}

/** How often something is paid, with how many months that is. */
export const months = { weekly: 12 / 52, monthly: 1, quarterly: 3, yearly: 12 } as const
export type Frequency = keyof typeof months

/** A subscription to the plan of a zone, or to an app. Dates are RFC 3339. */
export interface Subscription {
  readonly id: string
  /** The plan of the zone; absent for an app. */
  readonly plan?: PlanName
  readonly zoneId?: string
  /** The app; absent for a zone. */
  readonly appId?: string
  /** What the plan of an app is called. */
  readonly appPlan?: string
  readonly frequency: Frequency
  readonly components: readonly Component[]
  readonly createdOn: string
  readonly activatedOn: string
  readonly renewedOn: string
  readonly cancelledOn?: string
}

/** Something that was billed. */
export interface HistoryItem {
  readonly type: string
  readonly action: string
  readonly description: string
  /** RFC 3339. */
  readonly occurredAt: string
  readonly amount: number
  readonly zoneName?: string
}

/** Names of the collections: subscriptions in the scope of their zone or account, history in that of the account. */
export const subscriptionCollection = 'subscriptions'
export const historyCollection = 'billing_history'

const dayMs = 24 * 3600 * 1000

/** Price for each period in dollars: the plan and the add-ons. */
export const priceOf = ({ plan, frequency, components }: Subscription): number => {
  const extra = components.reduce((sum, { value = 0, default: included = 0, price = 0 }) => sum + Math.max(0, value - included) * price, 0)
  return Math.round(((plan === undefined ? 0 : plans[plan].shown.price) + extra) * months[frequency] * 100) / 100
}

/** When a subscription runs out: a period after it was renewed last. */
export const expiresOn = ({ renewedOn, frequency }: Subscription): string => secondDate(Date.parse(renewedOn) + (frequency === 'weekly' ? 7 : months[frequency] * 30) * dayMs)

/** `active`, `cancelled`, or `expired` when what was cancelled has run out. */
export const statusOf = (subscription: Subscription, now: number): 'active' | 'cancelled' | 'expired' =>
  subscription.cancelledOn === undefined ? 'active' : Date.parse(expiresOn(subscription)) <= now ? 'expired' : 'cancelled'

/** Subscriptions of a zone, oldest first. The one for its plan is the last that was not cancelled; a zone whose plan nobody subscribed to, as one of a seed, has one that nothing was written about. */
export const zoneSubscriptions = (state: State, zone: Zone): readonly Subscription[] => {
  const written = state.documents.collection<Subscription>(subscriptionCollection).all(zone.id).map(({ value }) => value)
  const current = written.find(({ cancelledOn }) => cancelledOn === undefined)
  if (current?.plan === zone.plan) return written
  const since = zone.details.createdOn
  const past = written.filter((one) => one !== current)
  return [...past, { id: seededId('subscription', `${zone.id}:${zone.plan}`), plan: zone.plan, zoneId: zone.id, frequency: 'monthly', components: [], createdOn: since, activatedOn: since, renewedOn: since }]
}

/** The subscription that a zone has now. */
export const currentSubscription = (state: State, zone: Zone): Subscription => {
  const current = zoneSubscriptions(state, zone).find(({ cancelledOn }) => cancelledOn === undefined)
  if (current === undefined) throw refuse('subscription_not_found')
  return current
}

/** Subscriptions of an account to apps. */
export const appSubscriptions = (state: State, accountId: string): readonly Subscription[] => state.documents.collection<Subscription>(subscriptionCollection).all(accountId).map(({ value }) => value)

/** What hosting partners call the plans. */
const partnerWords: Readonly<Record<string, string>> = { partners_free: 'free', partners_pro: 'pro', partners_biz: 'business', partners_business: 'business', partners_ent: 'enterprise', partners_enterprise: 'enterprise' }

/**
 * The plan that somebody names by its word or by its identifier.
 * @throws Refusal `plan_not_found`, `plan_not_for_sale`.
 */
export const planNamed = (value: unknown, account: Account): PlanName => {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : undefined
  const word = typeof id === 'string' ? partnerWords[id.toLowerCase()] ?? id : id
  const name = Object.keys(plans).find((one) => isPlanName(one) && plans[one].shown.id === id) ?? word
  if (!isPlanName(name)) throw refuse('plan_not_found')
  if (name === 'enterprise' && account.details.type !== 'enterprise') throw refuse('plan_not_for_sale', { plan: plans[name].shown.name })
  return name
}

/** How often something is paid. @throws Refusal `subscription_field`. */
export const frequencyOf = (value: unknown, fallback: Frequency): Frequency => {
  if (value === undefined) return fallback
  if (typeof value !== 'string' || !Object.hasOwn(months, value)) throw refuse('subscription_field', { property: 'frequency' })
  return value as Frequency
}

/** Add-ons. @throws Refusal `subscription_field`. */
export const componentsOf = (value: unknown, fallback: readonly Component[]): readonly Component[] => {
  if (value === undefined) return fallback
  const isNumber = (part: unknown): boolean => part === undefined || (typeof part === 'number' && part >= 0)
  const isComponent = (item: unknown): item is Component => {
    if (typeof item !== 'object' || item === null) return false
    const { name, value: amount, default: included, price } = item as Record<string, unknown>
    return (name === undefined || typeof name === 'string') && isNumber(amount) && isNumber(included) && isNumber(price)
  }
  if (!Array.isArray(value) || !value.every(isComponent)) throw refuse('subscription_field', { property: 'component_values' })
  return value.map(({ name, value: amount, default: included, price }) => ({ ...(name === undefined ? {} : { name }), ...(amount === undefined ? {} : { value: amount }), ...(included === undefined ? {} : { default: included }), ...(price === undefined ? {} : { price }) }))
}
