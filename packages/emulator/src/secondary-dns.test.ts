import { type Client, createClient, token } from '@zonewright/core'
import { dns, secondaryDns, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, parseSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const secret = Buffer.alloc(32, 7).toString('base64')

const start = async (seed = defaultSeed) => {
  const clock = manualClock()
  const emulator = await startTest({ clock, seed })
  const client: Client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { clock, client, emulator }
}

describe('secondary DNS of an account', () => {
  it('keeps peers, whose TSIG key and address are said with an update', async () => {
    const { client } = await start()
    const { peers, tsigs } = secondaryDns
    const peer = await client.call(peers.create, { account_id, name: 'ns1' })
    expect(peer).toEqual({ id: peer.id, name: 'ns1', port: 53, ixfr_enable: false })
    const tsig = await client.call(tsigs.create, { account_id, name: 'key.example.com.', algo: 'hmac-sha512.', secret })
    const one = { account_id, peer_id: peer.id }
    await client.call(peers.update, { ...one, name: 'ns1', ip: '192.0.2.53', tsig_id: tsig.id, ixfr_enable: true })
    expect(await client.call(peers.get, one)).toEqual({ id: peer.id, name: 'ns1', port: 53, ip: '192.0.2.53', tsig_id: tsig.id, ixfr_enable: true })
    expect(await client.call(peers.update, { ...one, name: 'ns2' })).toEqual({ id: peer.id, name: 'ns2', port: 53, ixfr_enable: false })
    expect(await client.call(peers.list, { account_id })).toHaveLength(1)
    expect(await client.call(peers.remove, one)).toEqual({ id: peer.id })
    await client.call(tsigs.remove, { account_id, tsig_id: tsig.id })
    expect(await client.call(tsigs.list, { account_id })).toEqual([])
  })

  it('never repeats the secret of a TSIG key in a refusal', async () => {
    const { client, emulator } = await start()
    const call = client.call(secondaryDns.tsigs.create, { account_id, name: 'key.', algo: 'hmac-none', secret: 'not-a-secret-0123' })
    await expect(call).rejects.toMatchObject({ status: 400 })
    expect(String(await call.catch((error: unknown) => error))).not.toContain('not-a-secret-0123')
    expect((await emulator.call('POST', `/accounts/${account_id}/secondary_dns/tsigs`, { name: 'key.', algo: 'hmac-sha256', secret: 'not base64!' })).text).not.toContain('not base64!')
  })

  it('keeps ranges of addresses up to a /24 and a /64', async () => {
    const { client } = await start()
    const { acls } = secondaryDns
    const { id } = await client.call(acls.create, { account_id, name: 'office', ip_range: '192.0.2.0/24' })
    expect(await client.call(acls.update, { account_id, acl_id: id, name: 'office', ip_range: '2001:db8::/64' })).toEqual({ id, name: 'office', ip_range: '2001:db8::/64' })
    await expect(client.call(acls.create, { account_id, name: 'all', ip_range: '2001:db8::/48' })).rejects.toMatchObject({ status: 400 })
    expect(await client.call(acls.list, { account_id })).toEqual([await client.call(acls.get, { account_id, acl_id: id })])
    await client.call(acls.remove, { account_id, acl_id: id })
    expect(await client.call(acls.list, { account_id })).toEqual([])
  })
})

describe('transfers of a zone', () => {
  it('to elsewhere are set up, switched on and off, and follow the serial of the zone', async () => {
    const { client, clock } = await start()
    const { outgoing, peers } = secondaryDns
    const { id: peer } = await client.call(peers.create, { account_id, name: 'ns1' })
    const made = await client.call(outgoing.create, { zone_id, name: 'example.com', peers: [peer] })
    expect(made).toMatchObject({ id: zone_id, name: 'example.com', peers: [peer], checked_time: null, last_transferred_time: null })
    expect(await client.call(outgoing.status, { zone_id })).toBe('Disabled')
    expect(await client.call(outgoing.enable, { zone_id })).toBe('Enabled')
    expect(await client.call(outgoing.status, { zone_id })).toBe('Enabled')
    clock.advance(60_000)
    await client.call(dns.records.create, { zone_id, name: 'www', type: 'A', content: '192.0.2.1' })
    expect(await client.call(outgoing.forceNotify, { zone_id })).toBe('OK')
    const after = await client.call(outgoing.get, { zone_id })
    expect(after).toMatchObject({ checked_time: '2026-11-20T12:01:00Z', soa_serial: (made.soa_serial ?? 0) + 60 })
    await expect(client.call(peers.remove, { account_id, peer_id: peer })).rejects.toMatchObject({ faults: [{ code: 1104 }] })
    await client.call(outgoing.update, { zone_id, name: 'example.com', peers: [] })
    await client.call(peers.remove, { account_id, peer_id: peer })
    expect(await client.call(outgoing.disable, { zone_id })).toBe('Disabled')
    expect(await client.call(outgoing.remove, { zone_id })).toEqual({ id: zone_id })
    await expect(client.call(outgoing.get, { zone_id })).rejects.toMatchObject({ status: 404 })
  })

  it('from elsewhere are for secondary zones only, and remember when they were asked for', async () => {
    const { client } = await start(parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', type: 'secondary' }, { name: 'example.org' }] }))
    const { incoming, peers } = secondaryDns
    const { id: peer } = await client.call(peers.create, { account_id, name: 'primary' })
    const settings = { name: 'example.com', peers: [peer], auto_refresh_seconds: 86_400 }
    expect(await client.call(incoming.create, { zone_id, ...settings })).toMatchObject({ ...settings, checked_time: null })
    expect(await client.call(incoming.forceAxfr, { zone_id })).toBe('OK')
    expect(await client.call(incoming.update, { zone_id, ...settings, auto_refresh_seconds: 60 })).toMatchObject({ auto_refresh_seconds: 60, checked_time: '2026-11-20T12:00:00Z' })
    expect(await client.call(incoming.get, { zone_id })).toMatchObject({ id: zone_id, peers: [peer] })
    await expect(client.call(incoming.create, { zone_id: seededIds.zone('example.org'), ...settings })).rejects.toMatchObject({ faults: [{ code: 1107 }] })
    await client.call(incoming.remove, { zone_id })
    await expect(client.call(incoming.forceAxfr, { zone_id })).rejects.toMatchObject({ status: 404 })
  })

  it('go with the zone', async () => {
    const { client } = await start()
    const { id: peer } = await client.call(secondaryDns.peers.create, { account_id, name: 'ns1' })
    await client.call(secondaryDns.outgoing.create, { zone_id, name: 'example.com', peers: [peer] })
    await client.call(zones.remove, { zone_id })
    expect(await client.call(secondaryDns.peers.remove, { account_id, peer_id: peer })).toEqual({ id: peer })
  })
})

describe('DNS settings of an account', () => {
  it('are what its new zones start with, and change no zone that is there', async () => {
    const { client } = await start()
    expect(await client.call(dns.accountSettings.get, { account_id })).toMatchObject({ zone_defaults: { ns_ttl: 86_400, nameservers: { type: 'cloudflare.standard' } } })
    await client.call(dns.accountSettings.edit, { account_id, zone_defaults: { ns_ttl: 3600, soa: { refresh: 3600 } } })
    expect(await client.call(dns.accountSettings.edit, { account_id, zone_defaults: { soa: { retry: 1200 } } })).toMatchObject({ zone_defaults: { ns_ttl: 3600, soa: { refresh: 3600, retry: 1200, expire: 604_800 } } })
    const made = await client.call(zones.create, { name: 'example.net', account: { id: account_id } })
    expect(await client.call(dns.settings.get, { zone_id: made.id })).toMatchObject({ ns_ttl: 3600, soa: { refresh: 3600, retry: 1200 } })
    expect(await client.call(dns.settings.get, { zone_id })).toMatchObject({ ns_ttl: 86_400 })
  })
})

describe('shadow metadata', () => {
  it('tells which records a delegation hides, and what of them is glue', async () => {
    const { client } = await start()
    const add = (name: string, type: 'A' | 'NS' | 'TXT', content: string) => client.call(dns.records.create, { zone_id, name, type, content })
    const ns = await add('sub', 'NS', 'ns1.sub.example.com')
    const glue = await add('ns1.sub', 'A', '192.0.2.1')
    const hidden = await add('www.sub', 'A', '192.0.2.2')
    const open = await add('www', 'A', '192.0.2.3')
    const list = await client.list(dns.records.list, { zone_id, include_shadow_metadata: true, per_page: 1000 }).all({ limit: 10 })
    const metaOf = (id: string): unknown => list.find((record) => record.id === id)?.meta
    expect(metaOf(ns.id)).toEqual({ shadowed_records_count: 2 })
    expect(metaOf(glue.id)).toEqual({ shadowed_by: [ns.id], is_glue: true })
    expect(metaOf(hidden.id)).toEqual({ shadowed_by: [ns.id] })
    expect(metaOf(open.id)).toEqual({})
    expect((await client.call(dns.records.get, { zone_id, dns_record_id: hidden.id, include_shadow_metadata: true })).meta).toEqual({ shadowed_by: [ns.id] })
    expect((await client.call(dns.records.get, { zone_id, dns_record_id: hidden.id })).meta).toEqual({})
    const deep = await add('deep.sub', 'NS', 'ns.deep.sub.example.com')
    const dead = await add('ns.deep.sub', 'A', '192.0.2.4')
    expect((await client.call(dns.records.get, { zone_id, dns_record_id: dead.id, include_shadow_metadata: true })).meta).toEqual({ shadowed_by: [ns.id, deep.id], is_glue: true, dead_glue: true })
  })
})
