import { dns, emailRouting } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const { addresses, rules } = emailRouting

const scene = async () => {
  const clock = manualClock()
  return { clock, client: await strictClient({ clock }) }
}

describe('email routing of a zone', () => {
  it('adds its records and locks them, unlocks them, and takes them away', async () => {
    const { client } = await scene()
    expect(await client.call(emailRouting.get, { zone_id })).toMatchObject({ id: zone_id, name: 'example.com', enabled: false, status: 'unconfigured' })
    const needed = await client.call(emailRouting.dns.get, { zone_id })
    expect(needed.map(({ type }) => type)).toEqual(['MX', 'MX', 'MX', 'TXT'])
    expect(await client.call(emailRouting.dns.create, { zone_id })).toMatchObject({ enabled: true, status: 'ready', created: '2026-11-20T12:00:00Z' })
    const records = () => client.list(dns.records.list, { zone_id }).all({ limit: 10 })
    const [mx] = await records()
    expect(await records()).toHaveLength(4)
    expect(mx).toMatchObject({ type: 'MX', meta: { email_routing: true, read_only: true } })
    const one = { zone_id, dns_record_id: mx?.id ?? '' }
    await expect(client.call(dns.records.edit, { ...one, comment: 'x' })).rejects.toMatchObject({ faults: [{ code: 1046 }] })
    expect(await client.call(emailRouting.dns.edit, { zone_id })).toMatchObject({ status: 'unlocked' })
    await client.call(dns.records.remove, one)
    expect(await client.call(emailRouting.get, { zone_id })).toMatchObject({ enabled: true, status: 'misconfigured' })
    expect(await client.call(emailRouting.enable, { zone_id })).toMatchObject({ status: 'ready' })
    expect(await client.call(emailRouting.disable, { zone_id })).toMatchObject({ enabled: false, status: 'unconfigured' })
    expect(await records()).toEqual([])
  })

  it('takes over a record that is there already, and says when another server gets mail too', async () => {
    const { client } = await scene()
    await client.call(dns.records.create, { zone_id, name: '@', type: 'TXT', content: 'v=spf1 include:_spf.mx.cloudflare.net ~all' })
    await client.call(dns.records.create, { zone_id, name: '@', type: 'MX', content: 'mail.example.net', priority: 5 })
    expect(await client.call(emailRouting.enable, { zone_id })).toMatchObject({ status: 'misconfigured/locked' })
    expect(await client.list(dns.records.list, { zone_id, type: 'TXT' }).all({ limit: 10 })).toMatchObject([{ meta: { read_only: true } }])
    await client.call(emailRouting.dns.remove, { zone_id })
    expect(await client.list(dns.records.list, { zone_id }).all({ limit: 10 })).toMatchObject([{ content: 'mail.example.net' }])
  })
})

describe('an address to forward to', () => {
  it('is verified after a minute, that of a user at once', async () => {
    const { client, clock } = await scene()
    const other = await client.call(addresses.create, { account_id, email: 'Other@example.net' })
    expect(other).toMatchObject({ email: 'other@example.net', verified: null })
    expect(await client.call(addresses.create, { account_id, email: demo.email })).toMatchObject({ verified: '2026-11-20T12:00:00Z' })
    const list = async (query: object): Promise<readonly string[]> => (await client.list(addresses.list, { account_id, ...query }).all({ limit: 10 })).map(({ email }) => email)
    expect(await list({ verified: false })).toEqual(['other@example.net'])
    expect(await list({ direction: 'desc' })).toEqual([demo.email, 'other@example.net'])
    clock.advance(60_000)
    expect(await client.call(addresses.get, { account_id, destination_address_identifier: other.id })).toMatchObject({ verified: '2026-11-20T12:01:00Z' })
    expect(await list({ verified: true, per_page: 1 })).toHaveLength(2)
    expect(await client.call(addresses.remove, { account_id, destination_address_identifier: other.id })).toMatchObject({ id: other.id })
    expect(await list({})).toEqual([demo.email])
  })
})

describe('a rule of email routing', () => {
  const matchers = [{ type: 'literal' as const, field: 'to' as const, value: 'info@example.com' }]

  it('forwards to verified addresses only, and is replaced and deleted', async () => {
    const { client, clock } = await scene()
    const forward = { actions: [{ type: 'forward' as const, value: ['other@example.net'] }] }
    await client.call(addresses.create, { account_id, email: 'other@example.net' })
    await expect(client.call(rules.create, { zone_id, matchers, ...forward })).rejects.toMatchObject({ faults: [{ code: 2007 }] })
    clock.advance(60_000)
    const made = await client.call(rules.create, { zone_id, matchers, ...forward })
    expect(made).toMatchObject({ enabled: true, priority: 0, name: '', tag: made.id, matchers, ...forward })
    const one = { zone_id, rule_identifier: made.id }
    expect(await client.call(rules.update, { ...one, matchers, actions: [{ type: 'drop' }], enabled: false, priority: 7, name: 'none' })).toMatchObject({ id: made.id, enabled: false, priority: 7, actions: [{ type: 'drop' }] })
    expect(await client.list(rules.list, { zone_id, enabled: true }).all({ limit: 10 })).toEqual([])
    expect(await client.list(rules.list, { zone_id, enabled: false }).all({ limit: 10 })).toEqual([await client.call(rules.get, one)])
    await client.call(rules.remove, one)
    await expect(client.call(rules.get, one)).rejects.toMatchObject({ status: 404 })
  })

  it('for all other addresses is there from the start, and switched off', async () => {
    const { client } = await scene()
    const before = await client.call(rules.catchAll, { zone_id })
    expect(before).toMatchObject({ enabled: false, matchers: [{ type: 'all' }], actions: [{ type: 'drop' }] })
    expect(await client.call(rules.updateCatchAll, { zone_id, matchers: [{ type: 'all' }], actions: [{ type: 'worker', value: ['mail'] }], name: 'rest' })).toMatchObject({ id: before.id, enabled: true, name: 'rest' })
    expect(await client.call(rules.catchAll, { zone_id })).toMatchObject({ actions: [{ type: 'worker', value: ['mail'] }] })
  })
})
