import { billing, historic } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { billingProfile, type BillingProfile, vatOf } from '../rules/billing-profile.ts'
import { instant, secondDate } from '../rules/dates.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { plans } from '../rules/plans.ts'
import { filtered, sorted } from '../rules/sorting.ts'
import { appSubscriptions, expiresOn, historyCollection, type HistoryItem, priceOf, statusOf, type Subscription, zoneSubscriptions } from '../rules/subscriptions.ts'
import type { Document } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Context, type Handler, serve } from './handler.ts'

const profiles = ({ state }: Context) => state.documents.collection<BillingProfile>('billing_profiles')
const profileId = 'profile'

const profileOf = (context: Context): BillingProfile => {
  const profile = profiles(context).get(context.actor.user.id, profileId)
  if (profile === undefined) throw refuse('billing_profile_missing')
  return profile
}

const keep = (context: Context, profile: BillingProfile, createdOn?: unknown): Outcome => {
  const now = secondDate(context.clock.now())
  const kept: BillingProfile = { ...profile, edited_on: now, created_on: typeof createdOn === 'string' ? createdOn : now }
  profiles(context).put(context.actor.user.id, profileId, kept)
  return { result: kept }
}

const createProfile = (context: Context): Outcome => {
  if (profiles(context).get(context.actor.user.id, profileId) !== undefined) throw refuse('billing_profile_exists')
  return keep(context, billingProfile(context.input))
}

const editProfile = (context: Context): Outcome => {
  const before = profileOf(context)
  return keep(context, { ...before, vat: vatOf(context.input['vat'], true) }, before['created_on'])
}

const accountsOf = ({ state, actor }: Context): readonly string[] => state.accounts.ofUser(actor.user.id).map(({ id }) => id)

const ofZones = (context: Context): readonly Subscription[] => context.state.zones.ofAccounts(accountsOf(context)).flatMap((zone) => zoneSubscriptions(context.state, zone)).filter(({ plan }) => plan !== 'free')
const ofApps = (context: Context): readonly Subscription[] => accountsOf(context).flatMap((id) => appSubscriptions(context.state, id))

const removeProfile = (context: Context): Outcome => {
  const profile = profileOf(context)
  if ([...ofZones(context), ...ofApps(context)].some(({ cancelledOn }) => cancelledOn === undefined)) throw refuse('billing_subscribed')
  profiles(context).remove(context.actor.user.id, profileId)
  return { result: profile }
}

const paged = <T>(rows: readonly T[], { input }: Context, show: (row: T) => unknown): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 50 })
  const page = pageOf(rows, request)
  return { result: page.map(show), info: resultInfo(request, page.length, rows.length) }
}

/** True for the same moment, however it is written. */
const sameMoment = (moment: string | null, wanted: string): boolean => moment !== null && instant(moment) === instant(wanted)

const history = (context: Context): Outcome => {
  const all = accountsOf(context).flatMap((id) => context.state.documents.collection<HistoryItem>(historyCollection).all(id))
  const at = ({ value }: Document<HistoryItem>, wanted: string): boolean => sameMoment(value.occurredAt, wanted)
  const selected = filtered(all, context.input, { type: ({ value }, type) => value.type === type, action: ({ value }, action) => value.action === action, occured_at: at, occurred_at: at })
  const moment = ({ value }: Document<HistoryItem>): string => value.occurredAt
  const rows = sorted(selected, context.input, { type: ({ value }) => value.type, occured_at: moment, occurred_at: moment, action: ({ value }) => value.action })
  return paged(rows, context, ({ id, value }) => ({ id, type: value.type, action: value.action, description: value.description, occurred_at: value.occurredAt, amount: value.amount, currency: 'USD', ...(value.zoneName === undefined ? {} : { zone: { name: value.zoneName } }) }))
}

type Shown = ReturnType<typeof shownSubscription>

/** A subscription in the form before 2020. */
const shownSubscription = (subscription: Subscription, { state, clock }: Context) => {
  const { plan, zoneId, appId, appPlan } = subscription
  const status = statusOf(subscription, clock.now())
  const price = priceOf(subscription)
  const expires = expiresOn(subscription)
  return {
    id: subscription.id,
    status,
    price,
    currency: 'USD',
    frequency: subscription.frequency,
    plan: { id: plan === undefined ? (appPlan ?? '') : plans[plan].shown.id, name: plan === undefined ? (appPlan ?? '') : plans[plan].shown.name, price, currency: 'USD', frequency: subscription.frequency },
    activated_on: subscription.activatedOn,
    cancelled_on: subscription.cancelledOn ?? null,
    expired_on: status === 'expired' ? expires : null,
    expires_on: expires,
    renewed_on: subscription.renewedOn,
    created_on: subscription.createdOn,
    ...(appId === undefined ? {} : { app_id: appId, app_name: appId }),
    ...(zoneId === undefined ? {} : { zone_id: zoneId, zone_name: state.zones.byId(zoneId)?.name ?? '' }),
  }
}

const listSubscriptions = (context: Context, all: readonly Subscription[]): Outcome => {
  const at = (key: 'activated_on' | 'expires_on' | 'expired_on' | 'cancelled_on' | 'renewed_on') => (row: Shown, wanted: string) => sameMoment(row[key], wanted)
  const rows = filtered(
    all.map((one) => shownSubscription(one, context)),
    context.input,
    { status: (row, status) => row.status === status, price: (row, price) => row.price === Number(price), activated_on: at('activated_on'), expires_on: at('expires_on'), expired_on: at('expired_on'), cancelled_on: at('cancelled_on'), renewed_on: at('renewed_on') },
  )
  const keys = { created_on: (row: Shown) => row.created_on, expires_on: (row: Shown) => row.expires_on, activated_on: (row: Shown) => row.activated_on, renewed_on: (row: Shown) => row.renewed_on, cancelled_on: (row: Shown) => row.cancelled_on, name: (row: Shown) => row.plan.name, status: (row: Shown) => row.status, price: (row: Shown) => row.price }
  return paged(sorted(rows, context.input, keys), context, (row) => row)
}

const oneSubscription = (context: Context, all: readonly Subscription[]): Outcome => {
  const subscription = all.find(({ id }) => id === context.input['subscription_id'])
  if (subscription === undefined) throw refuse('subscription_not_found')
  return { result: shownSubscription(subscription, context) }
}

const { billingProfile: profile, appSubscriptions: apps, zoneSubscriptions: zonePlans } = historic

/** Handlers of billing: profile, history, and subscriptions in their old form. */
export const billingHandlers: readonly Handler[] = [
  serve(billing.profile, (context) => ({ result: profileOf(context) })),
  serve(profile.create, createProfile),
  serve(profile.update, (context) => keep(context, billingProfile(context.input), profileOf(context)['created_on'])),
  serve(profile.edit, editProfile),
  serve(profile.remove, removeProfile),
  serve(billing.history, history),
  serve(apps.list, (context) => listSubscriptions(context, ofApps(context))),
  serve(apps.get, (context) => oneSubscription(context, ofApps(context))),
  serve(zonePlans.list, (context) => listSubscriptions(context, ofZones(context))),
  serve(zonePlans.get, (context) => oneSubscription(context, ofZones(context))),
]
