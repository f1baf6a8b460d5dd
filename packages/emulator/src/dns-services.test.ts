import { type Client, createClient, token } from '@zonewright/core'
import { dns, dnsFirewall, historic } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, type ManualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')

const scene = async (): Promise<{ readonly client: Client; readonly clock: ManualClock }> => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, clock }
}

describe('signing', () => {
  it('is pending, active, pending-disabled and disabled in turn, and forgets its key on demand', async () => {
    const { client, clock } = await scene()
    const { dnssec } = dns
    expect(await client.call(dnssec.get, { zone_id })).toMatchObject({ status: 'disabled', ds: null })
    const pending = await client.call(dnssec.edit, { zone_id, status: 'active' })
    expect(pending).toMatchObject({ status: 'pending', flags: 257, algorithm: '13', key_type: 'ECDSAP256SHA256', digest_type: '2' })
    expect(pending.ds).toBe(`example.com. 3600 IN DS ${pending.key_tag} 13 2 ${pending.digest}`)
    clock.advance(60_000)
    expect(await client.call(dnssec.get, { zone_id })).toEqual({ ...pending, status: 'active' })
    expect(await client.call(dnssec.edit, { zone_id, status: 'disabled' })).toMatchObject({ status: 'pending-disabled', ds: pending.ds })
    clock.advance(60_000)
    expect(await client.call(dnssec.remove, { zone_id })).toBe('')
    expect(await client.call(dnssec.get, { zone_id })).toMatchObject({ status: 'disabled', ds: null, modified_on: null })
  })
})

describe('DNS settings', () => {
  it('keep what was not changed', async () => {
    const { client } = await scene()
    expect(await client.call(dns.settings.get, { zone_id })).toMatchObject({ ns_ttl: 86_400, soa: { refresh: 10_000, retry: 2400 }, nameservers: { type: 'cloudflare.standard' } })
    await client.call(dns.settings.edit, { zone_id, soa: { refresh: 9000 } })
    expect(await client.call(dns.settings.edit, { zone_id, flatten_all_cnames: true, soa: { retry: 3000 } })).toMatchObject({ flatten_all_cnames: true, soa: { refresh: 9000, retry: 3000, expire: 604_800 } })
  })
})

describe('name servers of an account\'s own', () => {
  it('are the same in both places where they can be chosen', async () => {
    const { client } = await scene()
    expect(await client.call(dns.customNameservers.get, { zone_id })).toEqual({ enabled: false, ns_set: 1 })
    expect(await client.call(dns.customNameservers.update, { zone_id, enabled: true, ns_set: 2 })).toEqual({ enabled: true, ns_set: 2 })
    expect(await client.call(dns.settings.get, { zone_id })).toMatchObject({ nameservers: { type: 'custom.account', ns_set: 2 } })
  })
})

describe('DNS Firewall', () => {
  it('shows the same clusters under its name and its former one', async () => {
    const { client } = await scene()
    const cluster = await client.call(dnsFirewall.create, { account_id, name: 'a', upstream_ips: ['192.0.2.1'], ratelimit: 600 })
    expect(cluster).toMatchObject({ maximum_cache_ttl: 900, minimum_cache_ttl: 60, retries: 2, ratelimit: 600 })
    const { userVirtualDns, organizationVirtualDns } = historic
    expect(await client.call(userVirtualDns.get, { virtual_dns_id: cluster.id })).toMatchObject({ name: 'a', origin_ips: ['192.0.2.1'], virtual_dns_ips: cluster.dns_firewall_ips })
    await client.call(userVirtualDns.edit, { virtual_dns_id: cluster.id, origin_ips: ['2001:db8::1'] })
    expect(await client.call(dnsFirewall.get, { account_id, dns_firewall_id: cluster.id })).toMatchObject({ upstream_ips: ['2001:db8::1'], ratelimit: 600 })
    const one = { organization_id: account_id, virtual_dns_id: (await client.call(organizationVirtualDns.create, { organization_id: account_id, name: 'b', origin_ips: ['192.0.2.2'] })).id }
    expect(await client.call(organizationVirtualDns.edit, { ...one, maximum_cache_ttl: 3600 })).toMatchObject({ maximum_cache_ttl: 3600 })
    expect(await client.call(organizationVirtualDns.get, one)).toMatchObject({ name: 'b' })
    expect(await client.list(dnsFirewall.list, { account_id }).all({ limit: 10 })).toHaveLength(2)
    expect(await client.list(organizationVirtualDns.list, { organization_id: account_id }).all({ limit: 10 })).toHaveLength(2)
    await client.call(organizationVirtualDns.remove, one)
    const { id } = await client.call(userVirtualDns.create, { name: 'c', origin_ips: ['192.0.2.3'] })
    await client.call(userVirtualDns.remove, { virtual_dns_id: id })
    expect(await client.call(dnsFirewall.edit, { account_id, dns_firewall_id: cluster.id, name: 'd' })).toMatchObject({ name: 'd' })
    expect(await client.list(userVirtualDns.list, {}).all({ limit: 10 })).toMatchObject([{ name: 'd' }])
    expect(await client.call(dnsFirewall.remove, { account_id, dns_firewall_id: cluster.id })).toEqual({ id: cluster.id })
  })
})

describe('a Railgun', () => {
  it('starts, is renamed, serves one zone at a time and is deleted', async () => {
    const { client, clock } = await scene()
    const { railguns, zoneRailguns, organizationRailguns } = historic
    const made = await client.call(railguns.create, { name: 'My Railgun' })
    expect(made).toMatchObject({ status: 'initializing', enabled: true, zones_connected: 0, version: null })
    clock.advance(60_000)
    expect(await client.call(railguns.edit, { railgun_id: made.id, name: 'Mine' })).toMatchObject({ name: 'Mine', status: 'active' })
    const other = await client.call(organizationRailguns.create, { organization_id: account_id, name: 'Ours' })
    expect(await client.list(zoneRailguns.list, { zone_id }).all({ limit: 10 })).toMatchObject([{ id: made.id, connected: false }, { id: other.id, connected: false }])
    expect(await client.call(zoneRailguns.edit, { zone_id, railgun_id: made.id, connected: true })).toMatchObject({ connected: true })
    expect(await client.call(railguns.zones, { railgun_id: made.id })).toEqual([{ id: zone_id, name: 'example.com' }])
    await client.call(zoneRailguns.edit, { zone_id, railgun_id: other.id, connected: true })
    expect(await client.call(zoneRailguns.get, { zone_id, railgun_id: made.id })).toMatchObject({ connected: false })
    const one = { organization_id: account_id, railgun_id: other.id }
    expect(await client.call(organizationRailguns.get, one)).toMatchObject({ zones_connected: 1 })
    expect(await client.call(organizationRailguns.zones, one)).toHaveLength(1)
    expect(await client.call(zoneRailguns.diagnose, { zone_id, railgun_id: other.id })).toMatchObject({ railgun: 'on', host_name: 'www.example.com' })
    expect(await client.call(organizationRailguns.edit, { ...one, enabled: false })).toMatchObject({ enabled: false })
    expect(await client.list(organizationRailguns.list, { organization_id: account_id }).all({ limit: 10 })).toHaveLength(1)
    await client.call(organizationRailguns.remove, one)
    const next = await client.call(railguns.create, { name: 'Next' })
    expect((await client.list(railguns.list, { direction: 'desc' }).all({ limit: 10 })).map(({ id }) => id)).toEqual([next.id, made.id])
    expect(await client.call(railguns.get, { railgun_id: made.id })).toMatchObject({ zones_connected: 0 })
    expect(await client.call(railguns.remove, { railgun_id: made.id })).toEqual({ id: made.id })
  })
})
