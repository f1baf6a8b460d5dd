import { type Client, createClient, token } from '@zonewright/core'
import { accounts, cache, dns, ips, user, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed } from './seed.ts'
import { demo, startTest, zoneId as zone_id } from './testing/start.ts'

/** A client that refuses every result which is not what its endpoint declares. */
const strictClient = async (): Promise<Client> => {
  const findable = [{ type: 'A', name: 'found', content: '192.0.2.9' }]
  const emulator = await startTest({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro', findable }] } })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return client
}

describe('a client that checks every answer', () => {
  it('goes through all calls of DNS records', async () => {
    const client = await strictClient()
    const { records, scan } = dns
    const a = await client.call(records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })
    const srv = await client.call(records.create, { zone_id, type: 'SRV', name: '_a._tcp', data: { priority: 1, weight: 1, port: 1, target: 'a.example.com' } })
    const one = { zone_id, dns_record_id: a.id }
    expect(await client.call(records.get, one)).toEqual(a)
    expect(await client.call(records.update, { ...one, type: 'A', name: 'www', content: '192.0.2.2' })).toMatchObject({ content: '192.0.2.2' })
    expect(await client.call(records.edit, { ...one, comment: 'edited' })).toMatchObject({ comment: 'edited' })
    expect(await client.call(records.batch, { zone_id, deletes: [{ id: srv.id }], posts: [{ type: 'MX', name: '@', content: 'mail.example.com', priority: 1 }] })).toMatchObject({ deletes: [{ id: srv.id }], posts: [{ priority: 1 }] })
    expect(await client.list(records.list, { zone_id }).all({ limit: 10 })).toHaveLength(2)
    expect(await client.call(records.importZone, { zone_id, file: 'i 300 IN A 192.0.2.3\n', proxied: true })).toMatchObject({ recs_added: 1 })
    expect(await (await client.download(records.exportZone, { zone_id })).text()).toContain('i.example.com.')
    expect(await client.call(records.usage, { zone_id })).toEqual({ record_quota: 3500, record_usage: 3 })
    await client.call(scan.trigger, { zone_id })
    const [find] = await client.call(scan.finds, { zone_id })
    expect(await client.call(scan.review, { zone_id, rejects: [{ id: find?.id ?? '' }] })).toMatchObject({ rejects: [{ id: find?.id }] })
    expect(await client.call(scan.run, { zone_id })).toMatchObject({ recs_added: 1 })
    expect(await client.call(records.remove, one)).toEqual({ id: a.id })
  })

  it('goes through all calls of zones, settings, cache, addresses, user and accounts', async () => {
    const client = await strictClient()
    const { id } = await client.call(zones.create, { name: 'example.net' })
    expect(await client.list(zones.list, { status: 'pending' }).all({ limit: 10 })).toMatchObject([{ name: 'example.net' }])
    await client.call(zones.checkActivation, { zone_id: id })
    expect(await client.call(zones.get, { zone_id: id })).toMatchObject({ status: 'active' })
    await client.call(zones.edit, { zone_id: id, paused: true })
    expect(await client.call(zones.settings.edit, { zone_id: id, setting_id: 'ssl', value: 'strict' })).toMatchObject({ value: 'strict' })
    await client.call(zones.settings.get, { zone_id: id, setting_id: 'ssl_recommender' })
    await client.call(zones.settings.editAll, { zone_id: id, items: [{ id: 'ssl', value: 'full' }] })
    expect((await client.call(zones.settings.all, { zone_id: id })).find((setting) => setting.id === 'ssl')).toMatchObject({ value: 'full' })
    await client.call(cache.purge, { zone_id: id, purge_everything: true })
    await client.call(zones.remove, { zone_id: id })
    expect((await client.call(ips.list, {})).ipv4_cidrs).toContain('173.245.48.0/20')
    expect(await client.call(user.get, {})).toMatchObject({ email: demo.email })
    await client.call(user.edit, { first_name: 'A' })
    expect(await client.call(user.tokens.verify, {})).toMatchObject({ status: 'active' })
    const [account] = await client.list(accounts.list, {}).all({ limit: 10 })
    await client.call(accounts.update, { account_id: account?.id ?? '', name: 'B' })
    expect(await client.call(accounts.get, { account_id: account?.id ?? '' })).toMatchObject({ name: 'B' })
  })
})
