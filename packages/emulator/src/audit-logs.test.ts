import { createClient, token } from '@zonewright/core'
import { accounts, dns, user, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')

const start = async () => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, clock }
}

describe('the audit log', () => {
  it('tells who changed what and when, newest first', async () => {
    const { client, clock } = await start()
    const { id } = await client.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })
    clock.advance(1000)
    await client.call(dns.records.remove, { zone_id, dns_record_id: id })
    await client.call(dns.records.usage, { zone_id })
    const list = (query: object) => client.list(accounts.auditLogs.list, { account_id, ...query }).all({ limit: 10 })
    expect(await list({})).toMatchObject([
      { action: { type: 'delete', result: true }, resource: { id, type: 'dns_records' }, when: '2026-11-20T12:00:01Z' },
      { action: { type: 'create' }, actor: { email: demo.email }, resource: { id }, zone: { id: zone_id, name: 'example.com' }, when: '2026-11-20T12:00:00Z' },
    ])
    expect(await list({ 'action.type': 'create', 'zone.name': 'example.com', 'actor.email': demo.email })).toHaveLength(1)
    expect(await list({ since: '2026-11-20T12:00:01Z' })).toMatchObject([{ action: { type: 'delete' } }])
    expect(await list({ before: '2026-11-20' })).toEqual([])
    expect(await list({ direction: 'asc', per_page: 1 })).toMatchObject([{ action: { type: 'create' } }, { action: { type: 'delete' } }])
    expect(await list({ 'actor.ip': '192.0.2.1' })).toEqual([])
  })

  it('has what users did to themselves, unless that is hidden', async () => {
    const { client } = await start()
    await client.call(user.edit, { first_name: 'A' })
    expect(await client.list(accounts.auditLogs.list, { account_id }).all({ limit: 10 })).toMatchObject([{ resource: { type: 'user' } }])
    expect(await client.list(accounts.auditLogs.list, { account_id, hide_user_logs: true }).all({ limit: 10 })).toEqual([])
  })

  it('has nothing of what was refused', async () => {
    const { client } = await start()
    await expect(client.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: 'x' })).rejects.toMatchObject({ status: 400 })
    expect(await client.list(accounts.auditLogs.list, { account_id }).all({ limit: 10 })).toEqual([])
  })

  it('keeps the deletion of a zone in its account', async () => {
    const { client } = await start()
    await client.call(zones.remove, { zone_id })
    expect(await client.list(accounts.auditLogs.list, { account_id, hide_user_logs: true }).all({ limit: 10 })).toMatchObject([{ resource: { id: zone_id, type: 'zones' }, zone: { name: 'example.com' } }])
  })

  it('is read in its second form by cursor', async () => {
    const { client, clock } = await start()
    for (const content of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      await client.call(dns.records.create, { zone_id, type: 'A', name: 'www', content })
      clock.advance(1000)
    }
    const events = await client.list(accounts.auditLogs.events, { account_id, since: '2026-11-20', before: '2026-11-21', limit: 2, direction: 'asc' }).all({ limit: 10 })
    expect(events.map(({ action }) => action.time)).toEqual(['2026-11-20T12:00:00Z', '2026-11-20T12:00:01Z', '2026-11-20T12:00:02Z'])
    expect(events[0]).toMatchObject({ account: { id: account_id }, actor: { context: 'api_token', token_name: 'demo' }, raw: { method: 'POST', uri: `/client/v4/zones/${zone_id}/dns_records` } })
    expect(await client.list(accounts.auditLogs.events, { account_id, since: '2026-11-20', before: '2026-11-21', raw_method: 'delete' }).all({ limit: 10 })).toEqual([])
  })
})

describe('a zone hold', () => {
  it('is put on, rests for a while, and ends', async () => {
    const { client, clock } = await start()
    expect(await client.call(zones.hold.get, { zone_id })).toEqual({ hold: false, hold_after: null, include_subdomains: false })
    expect(await client.call(zones.hold.create, { zone_id, include_subdomains: true })).toEqual({ hold: true, hold_after: null, include_subdomains: true })
    expect(await client.call(zones.hold.edit, { zone_id, include_subdomains: false })).toMatchObject({ hold: true, include_subdomains: false })
    expect(await client.call(zones.hold.remove, { zone_id, hold_after: '2026-11-20T13:00:00Z' })).toMatchObject({ hold: false, hold_after: '2026-11-20T13:00:00Z' })
    clock.advance(3600_000)
    expect(await client.call(zones.hold.get, { zone_id })).toMatchObject({ hold: true })
    await client.call(zones.hold.remove, { zone_id })
    expect(await client.call(zones.hold.get, { zone_id })).toMatchObject({ hold: false, hold_after: null })
  })
})

describe('the audit log of a user', () => {
  it('holds what the user changed in the own profile, and nothing of accounts', async () => {
    const { client } = await start()
    await client.call(user.edit, { country: 'NL' })
    await client.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })
    const entries = await client.list(user.auditLogs.list, {}).all({ limit: 10 })
    expect(entries).toMatchObject([{ action: { type: 'update' }, actor: { email: demo.email }, owner: { id: seededIds.user(demo.email) }, resource: { type: 'user' } }])
    expect(await client.list(user.auditLogs.list, { 'action.type': 'delete' }).all({ limit: 10 })).toEqual([])
  })
})
