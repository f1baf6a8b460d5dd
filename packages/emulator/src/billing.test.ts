import { type Client, createClient, token } from '@zonewright/core'
import { accounts, billing, historic, user, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const card = '4111111111111111'
const profile = { first_name: 'A', last_name: 'B', address: '1 Example St.', city: 'C', state: 'D', zipcode: '1', country: 'NL', card_number: card, card_expiry_year: 2030, card_expiry_month: 4, card_cvv: '987' }

const start = async (): Promise<{ readonly client: Client; readonly advance: (milliseconds: number) => void; readonly texts: () => Promise<string> }> => {
  const clock = manualClock()
  const emulator = await startTest({ clock, seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'free' }] } })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, advance: clock.advance, texts: async () => (await emulator.call('GET', '/user/billing/profile')).text + (await emulator.call('GET', `/accounts/${account_id}/audit_logs`)).text }
}

describe('the subscription of a zone', () => {
  it('puts the zone on a plan, and back', async () => {
    const { client } = await start()
    expect(await client.call(zones.subscription.get, { zone_id })).toMatchObject({ price: 0, rate_plan: { id: 'free' } })
    const pro = await client.call(zones.subscription.create, { zone_id, rate_plan: { id: 'pro' }, component_values: [{ name: 'page_rules', default: 20, value: 25, price: 1 }] })
    expect(pro).toMatchObject({ price: 25, frequency: 'monthly', state: 'Paid', current_period_start: '2026-11-20T12:00:00Z', current_period_end: '2026-12-20T12:00:00Z', zone: { id: zone_id, name: 'example.com' } })
    expect(await client.call(zones.get, { zone_id })).toMatchObject({ plan: { legacy_id: 'pro', is_subscribed: true } })
    expect(await client.call(zones.subscription.update, { zone_id, frequency: 'yearly' })).toMatchObject({ id: pro.id, price: 300, frequency: 'yearly' })
    expect(await client.call(user.subscriptions.list, {})).toMatchObject([{ id: pro.id }])
    expect(await client.call(user.subscriptions.update, { identifier: pro.id, rate_plan: { id: 'business' } })).toMatchObject({ price: 200, rate_plan: { id: 'business' } })
    const [business] = await client.call(accounts.subscriptions.list, { account_id })
    expect(await client.call(user.subscriptions.remove, { identifier: business?.id ?? '' })).toEqual({ subscription_id: business?.id })
    expect(await client.call(zones.get, { zone_id })).toMatchObject({ plan: { legacy_id: 'free' } })
  })

  it('is told by the plans that are for sale', async () => {
    const { client } = await start()
    const plans = await client.call(zones.plans.list, { zone_id })
    expect(plans.map(({ legacy_id, is_subscribed, can_subscribe }) => [legacy_id, is_subscribed, can_subscribe])).toEqual([['free', true, true], ['pro', false, true], ['business', false, true], ['enterprise', false, false]])
    const [, pro] = plans
    expect(await client.call(zones.plans.get, { zone_id, plan_identifier: pro?.id ?? '' })).toEqual(pro)
    expect(await client.call(zones.plans.rates, { zone_id })).toMatchObject([{ id: 'free' }, { id: 'pro', components: [{ name: 'page_rules', default: 20 }] }, {}, {}])
    await client.call(zones.subscription.update, { zone_id, rate_plan: { id: pro?.id ?? '' } })
    expect(await client.call(zones.plans.get, { zone_id, plan_identifier: pro?.id ?? '' })).toMatchObject({ is_subscribed: true })
  })

  it('follows a plan that was changed with the zone', async () => {
    const { client } = await start()
    await client.call(zones.edit, { zone_id, plan: { id: 'business' } })
    expect(await client.call(zones.subscription.get, { zone_id })).toMatchObject({ rate_plan: { id: 'business' } })
  })

  it('is found in its old form, with what it was before', async () => {
    const { client, advance } = await start()
    await client.call(zones.subscription.create, { zone_id, rate_plan: { id: 'pro' } })
    advance(24 * 3600 * 1000)
    await client.call(zones.subscription.update, { zone_id, rate_plan: { id: 'business' } })
    const list = (query: object) => client.list(historic.zoneSubscriptions.list, query).all({ limit: 10 })
    expect(await list({ status: 'active' })).toMatchObject([{ plan: { name: 'Business Website' }, price: 200, expires_on: '2026-12-21T12:00:00Z', cancelled_on: null, zone_name: 'example.com' }])
    const [pro] = await list({ status: 'cancelled', price: 20, cancelled_on: '2026-11-21T12:00:00Z' })
    expect(pro).toMatchObject({ plan: { name: 'Pro Website' }, expired_on: null })
    expect((await list({ order: 'price', direction: 'desc' })).map(({ price }) => price)).toEqual([200, 20])
    expect(await list({ status: 'expired', price: 20, match: 'any' })).toHaveLength(1)
    advance(40 * 24 * 3600 * 1000)
    expect(await client.call(historic.zoneSubscriptions.get, { subscription_id: pro?.id ?? '' })).toMatchObject({ status: 'expired', expired_on: '2026-12-20T12:00:00Z' })
  })
})

describe('the subscription to an app', () => {
  it('is made, changed, shown in both forms and ended', async () => {
    const { client } = await start()
    const app = await client.call(accounts.subscriptions.create, { account_id, app: { install_id: 'example-app' }, rate_plan: { id: 'team' }, component_values: [{ name: 'seats', value: 5, price: 2 }] })
    expect(app).toMatchObject({ app: { install_id: 'example-app' }, price: 10, zone: null })
    expect(await client.call(accounts.subscriptions.update, { account_id, subscription_identifier: app.id, frequency: 'quarterly' })).toMatchObject({ price: 30 })
    expect(await client.list(historic.appSubscriptions.list, { status: 'active' }).all({ limit: 10 })).toMatchObject([{ id: app.id, app_name: 'example-app', plan: { name: 'team' } }])
    await client.call(accounts.subscriptions.remove, { account_id, subscription_identifier: app.id })
    expect(await client.call(historic.appSubscriptions.get, { subscription_id: app.id })).toMatchObject({ status: 'cancelled' })
    expect(await client.call(accounts.subscriptions.list, { account_id })).toEqual([])
  })
})

describe('the billing history', () => {
  it('has what was charged, filtered by either spelling of the moment', async () => {
    const { client, advance } = await start()
    await client.call(zones.subscription.create, { zone_id, rate_plan: { id: 'pro' } })
    advance(1000)
    await client.call(zones.subscription.update, { zone_id, rate_plan: { id: 'business' } })
    const list = (query: object) => client.list(billing.history, query).all({ limit: 10 })
    expect(await list({ type: 'charge', order: 'occured_at', direction: 'desc' })).toMatchObject([{ amount: 200, occurred_at: '2026-11-20T12:00:01Z', zone: { name: 'example.com' } }, { amount: 20 }])
    expect(await list({ occured_at: '2026-11-20T12:00:00.000Z' })).toMatchObject([{ amount: 20 }])
    expect(await list({ occurred_at: '2026-11-20T12:00:01Z' })).toMatchObject([{ amount: 200 }])
    expect(await list({ action: 'refund' })).toEqual([])
  })
})

describe('the billing profile', () => {
  it('is made, replaced, changed in its VAT identifier and deleted', async () => {
    const { client, advance } = await start()
    const created = await client.call(historic.billingProfile.create, profile)
    expect(created).toMatchObject({ first_name: 'A', card_number: 'xxxx-xxxx-xxxx-1111', company: null, created_on: '2026-11-20T12:00:00Z' })
    advance(1000)
    expect(await client.call(historic.billingProfile.update, { ...profile, company: 'E', card_number: 'xxxx-xxxx-xxxx-1234' })).toMatchObject({ company: 'E', card_number: 'xxxx-xxxx-xxxx-1234', created_on: created.created_on, edited_on: '2026-11-20T12:00:01Z' })
    const edited = await client.call(historic.billingProfile.edit, { vat: 'NL000099998B57' })
    expect(edited).toMatchObject({ vat: 'NL000099998B57', company: 'E' })
    expect(await client.call(billing.profile, {})).toEqual(edited)
    expect(await client.call(historic.billingProfile.remove, {})).toEqual(edited)
    await expect(client.call(billing.profile, {})).rejects.toMatchObject({ status: 404 })
  })

  it('keeps neither the card number nor its verification number', async () => {
    const { client, texts } = await start()
    const created = await client.call(historic.billingProfile.create, profile)
    for (const text of [JSON.stringify(created), await texts()]) {
      expect(text).not.toContain(card)
      expect(text).not.toContain(profile.card_cvv)
    }
  })
})
