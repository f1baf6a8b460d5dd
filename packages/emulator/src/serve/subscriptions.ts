import { accounts, user, zones } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { secondDate } from '../rules/dates.ts'
import { plans, type PlanName } from '../rules/plans.ts'
import { appSubscriptions, componentsOf, currentSubscription, expiresOn, frequencyOf, historyCollection, type HistoryItem, planNamed, priceOf, type Subscription, subscriptionCollection, zoneSubscriptions } from '../rules/subscriptions.ts'
import type { Account } from '../state/accounts.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'

const shown = (subscription: Subscription, { state }: Context): Record<string, unknown> => {
  const { plan, zoneId, appId, appPlan } = subscription
  const zone = zoneId === undefined ? undefined : state.zones.byId(zoneId)
  return {
    id: subscription.id,
    state: subscription.cancelledOn === undefined ? 'Paid' : 'Cancelled',
    price: priceOf(subscription),
    currency: 'USD',
    frequency: subscription.frequency,
    component_values: subscription.components,
    rate_plan: { id: plan ?? appPlan ?? '', public_name: plan === undefined ? (appPlan ?? '') : plans[plan].shown.name, currency: 'USD', scope: plan === undefined ? 'account' : 'zone', sets: [], is_contract: plan === 'enterprise', externally_managed: false },
    ...(appId === undefined ? {} : { app: { install_id: appId } }),
    zone: zone === undefined ? null : { id: zone.id, name: zone.name },
    current_period_start: subscription.renewedOn,
    current_period_end: expiresOn(subscription),
  }
}

const write = ({ state }: Context, scope: string, subscription: Subscription): void => state.documents.collection<Subscription>(subscriptionCollection).put(scope, subscription.id, subscription)

/** Writes down what a subscription costs from now on. */
const charge = ({ state, clock, ids }: Context, subscription: Subscription, { accountId, zone, words }: { readonly accountId: string; readonly zone?: Zone; readonly words: string }): void => {
  const amount = priceOf(subscription)
  if (amount === 0) return
  const item: HistoryItem = { type: 'charge', action: 'subscription', description: `${words}, ${subscription.frequency}`, occurredAt: secondDate(clock.now()), amount, ...(zone === undefined ? {} : { zoneName: zone.name }) }
  state.documents.collection<HistoryItem>(historyCollection).put(accountId, ids.next(), item)
}

const accountOfZone = ({ state }: Context, zone: Zone): Account => {
  const account = state.accounts.byId(zone.accountId)
  if (account === undefined) throw refuse('account_not_found')
  return account
}

/** Puts a zone on a plan: the old subscription is cancelled, or changed where the plan stays. */
const subscribe = (context: Context, zone: Zone, plan: PlanName): Subscription => {
  const { state, input, clock, ids } = context
  const before = currentSubscription(state, zone)
  const now = secondDate(clock.now())
  const same = before.plan === plan
  const frequency = frequencyOf(input['frequency'], same ? before.frequency : 'monthly')
  const components = componentsOf(input['component_values'], same ? before.components : [])
  const after: Subscription = same ? { ...before, frequency, components } : { id: ids.next(), plan, zoneId: zone.id, frequency, components, createdOn: now, activatedOn: now, renewedOn: now }
  if (!same) write(context, zone.id, { ...before, cancelledOn: now })
  write(context, zone.id, after)
  state.zones.update({ ...zone, plan, details: { ...zone.details, modifiedOn: now } })
  if (!same || priceOf(after) !== priceOf(before)) charge(context, after, { accountId: zone.accountId, zone, words: plans[plan].shown.name })
  return after
}

const create = (context: ZoneContext): Outcome => {
  const { zone, input } = context
  if (zone.plan !== 'free') throw refuse('subscription_exists')
  return { result: shown(subscribe(context, zone, planNamed(input['rate_plan'], accountOfZone(context, zone))), context) }
}

const update = (context: ZoneContext): Outcome => {
  const { zone, input } = context
  const plan = input['rate_plan'] === undefined ? zone.plan : planNamed(input['rate_plan'], accountOfZone(context, zone))
  return { result: shown(subscribe(context, zone, plan), context) }
}

const isPaid = (subscription: Subscription): boolean => subscription.cancelledOn === undefined && subscription.plan !== 'free'

const ofAccounts = ({ state }: Context, ids: readonly string[]): readonly Subscription[] => [...state.zones.ofAccounts(ids).flatMap((zone) => zoneSubscriptions(state, zone)), ...ids.flatMap((id) => appSubscriptions(state, id))].filter(isPaid)

const ownAccounts = ({ state, actor }: Context): readonly string[] => state.accounts.ofUser(actor.user.id).map(({ id }) => id)

const found = (context: Context, ids: readonly string[], id: unknown): Subscription => {
  const subscription = ofAccounts(context, ids).find((one) => one.id === id)
  if (subscription === undefined) throw refuse('subscription_not_found')
  return subscription
}

const zoneOf = ({ state }: Context, { zoneId }: Subscription): Zone | undefined => (zoneId === undefined ? undefined : state.zones.byId(zoneId))

const scopeOfApp = ({ state }: Context, ids: readonly string[], subscription: Subscription): string => ids.find((id) => appSubscriptions(state, id).some((one) => one.id === subscription.id)) ?? ''

const change = (context: Context, ids: readonly string[], before: Subscription): Outcome => {
  const { input } = context
  const zone = zoneOf(context, before)
  if (zone !== undefined) return { result: shown(subscribe(context, zone, input['rate_plan'] === undefined ? zone.plan : planNamed(input['rate_plan'], accountOfZone(context, zone))), context) }
  const after = { ...before, frequency: frequencyOf(input['frequency'], before.frequency), components: componentsOf(input['component_values'], before.components) }
  write(context, scopeOfApp(context, ids, before), after)
  return { result: shown(after, context) }
}

const end = (context: Context, ids: readonly string[], before: Subscription): Outcome => {
  const zone = zoneOf(context, before)
  if (zone !== undefined) subscribe({ ...context, input: {} }, zone, 'free')
  else write(context, scopeOfApp(context, ids, before), { ...before, cancelledOn: secondDate(context.clock.now()) })
  return { result: { subscription_id: before.id } }
}

const createApp = (context: Context): Outcome => {
  const { input, clock, ids } = context
  const account = accountOf(context)
  const app = input['app']
  const appId = typeof app === 'object' && app !== null ? (app as { readonly install_id?: unknown }).install_id : undefined
  if (typeof appId !== 'string' || appId === '') throw refuse('subscription_field', { property: 'app' })
  const ratePlan = input['rate_plan']
  const appPlan = typeof ratePlan === 'object' && ratePlan !== null ? (ratePlan as { readonly id?: unknown }).id : undefined
  const now = secondDate(clock.now())
  const subscription: Subscription = { id: ids.next(), appId, ...(typeof appPlan === 'string' ? { appPlan } : {}), frequency: frequencyOf(input['frequency'], 'monthly'), components: componentsOf(input['component_values'], []), createdOn: now, activatedOn: now, renewedOn: now }
  write(context, account.id, subscription)
  charge(context, subscription, { accountId: account.id, words: `App ${appId}` })
  return { result: shown(subscription, context) }
}

const planShown = ({ zone, state }: ZoneContext, name: PlanName): Record<string, unknown> => {
  const { id, name: title, price } = plans[name].shown
  const enterprise = state.accounts.byId(zone.accountId)?.details.type === 'enterprise'
  return { id, name: title, price, currency: 'USD', frequency: name === 'free' ? '' : 'monthly', legacy_id: name, is_subscribed: zone.plan === name, can_subscribe: name !== 'enterprise' || enterprise, externally_managed: false }
}

const planNames = Object.keys(plans) as readonly PlanName[]

/** Handlers of plans and subscriptions. */
export const subscriptionHandlers: readonly Handler[] = [
  serveZone(zones.plans.list, (context) => ({ result: planNames.map((name) => planShown(context, name)) })),
  serveZone(zones.plans.get, (context) => {
    const name = planNames.find((one) => plans[one].shown.id === context.input['plan_identifier'])
    if (name === undefined) throw refuse('plan_not_found')
    return { result: planShown(context, name) }
  }),
  serveZone(zones.plans.rates, () => ({ result: planNames.map((name) => ({ id: name, name: plans[name].shown.name, currency: 'USD', duration: 1, frequency: 'monthly', components: [{ name: 'page_rules', default: plans[name].pageRules, unit_price: 1 }] })) })),
  serveZone(zones.subscription.get, (context) => ({ result: shown(currentSubscription(context.state, context.zone), context) })),
  serveZone(zones.subscription.create, create),
  serveZone(zones.subscription.update, update),
  serve(accounts.subscriptions.list, (context) => ({ result: ofAccounts(context, [accountOf(context).id]).map((one) => shown(one, context)) })),
  serve(accounts.subscriptions.create, createApp),
  serve(accounts.subscriptions.update, (context) => {
    const ids = [accountOf(context).id]
    return change(context, ids, found(context, ids, context.input['subscription_identifier']))
  }),
  serve(accounts.subscriptions.remove, (context) => {
    const ids = [accountOf(context).id]
    return end(context, ids, found(context, ids, context.input['subscription_identifier']))
  }),
  serve(user.subscriptions.list, (context) => ({ result: ofAccounts(context, ownAccounts(context)).map((one) => shown(one, context)) })),
  serve(user.subscriptions.update, (context) => change(context, ownAccounts(context), found(context, ownAccounts(context), context.input['identifier']))),
  serve(user.subscriptions.remove, (context) => end(context, ownAccounts(context), found(context, ownAccounts(context), context.input['identifier']))),
]
