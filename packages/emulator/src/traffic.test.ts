import { type Client, createClient, token } from '@zonewright/core'
import { customPages, graphql, healthchecks, historic, loadBalancers } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, type TestEmulator, zoneId as zone_id, zonePath } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')

const scene = async (): Promise<{ readonly client: Client; readonly emulator: TestEmulator }> => {
  const emulator = await startTest({ clock: manualClock(), seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'enterprise', status: 'active' }] } })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, emulator }
}

describe('load balancing', () => {
  it('goes from a monitor to a pool to a load balancer, and back', async () => {
    const { client } = await scene()
    const { monitors, pools } = loadBalancers
    const monitor = await client.call(monitors.create, { account_id, type: 'https', expected_codes: '2xx' })
    expect(monitor).toMatchObject({ port: 443, path: '/', interval: 60 })
    const pool = await client.call(pools.create, { account_id, name: 'a', monitor: monitor.id, origins: [{ name: 'a', address: '192.0.2.1' }] })
    expect(pool).toMatchObject({ enabled: true, origins: [{ weight: 1, enabled: true }] })
    expect(await client.call(pools.list, { account_id, monitor: monitor.id })).toEqual([pool])
    const balancer = await client.call(loadBalancers.create, { zone_id, name: 'WWW.example.com', default_pools: [pool.id], fallback_pool: pool.id, session_affinity: 'cookie', region_pools: { WEU: [pool.id] } })
    expect(balancer).toMatchObject({ name: 'www.example.com', ttl: 30, session_affinity_ttl: 82_800 })
    const one = { zone_id, load_balancer_id: balancer.id }
    expect(await client.call(loadBalancers.edit, { ...one, enabled: false })).toMatchObject({ enabled: false, session_affinity: 'cookie' })
    expect(await client.call(loadBalancers.update, { ...one, name: 'www.example.com', default_pools: [pool.id], fallback_pool: pool.id })).toMatchObject({ enabled: true, session_affinity: 'none' })
    expect(await client.call(loadBalancers.list, { zone_id })).toEqual([await client.call(loadBalancers.get, one)])
    await expect(client.call(monitors.remove, { account_id, monitor_id: monitor.id })).rejects.toMatchObject({ status: 412 })
    await client.call(loadBalancers.remove, one)
    expect(await client.call(pools.edit, { account_id, pool_id: pool.id, enabled: false })).toMatchObject({ enabled: false, monitor: monitor.id })
    expect(await client.call(pools.update, { account_id, pool_id: pool.id, name: 'b', origins: [{ name: 'b', address: '192.0.2.2' }] })).toMatchObject({ name: 'b', enabled: true, monitor: null })
    await client.call(monitors.edit, { account_id, monitor_id: monitor.id, interval: 30 })
    expect(await client.call(monitors.get, { account_id, monitor_id: monitor.id })).toMatchObject({ interval: 30, expected_codes: '2xx' })
    expect(await client.call(monitors.update, { account_id, monitor_id: monitor.id, type: 'tcp', port: 25 })).toMatchObject({ interval: 60, method: 'connection_established' })
    await client.call(monitors.remove, { account_id, monitor_id: monitor.id })
    expect(await client.call(monitors.list, { account_id })).toEqual([])
    await client.call(pools.remove, { account_id, pool_id: pool.id })
    await expect(client.call(pools.get, { account_id, pool_id: pool.id })).rejects.toMatchObject({ status: 404 })
  })

  it('sees the servers that are switched on as well, where a monitor looks at them', async () => {
    const { client } = await scene()
    const { monitors, pools } = loadBalancers
    const monitor = await client.call(monitors.create, { account_id, type: 'http' })
    const origins = [{ name: 'a', address: '192.0.2.1' }, { name: 'b', address: 'b.example.com', enabled: false }]
    const watched = await client.call(pools.create, { account_id, name: 'watched', monitor: monitor.id, origins, minimum_origins: 2 })
    const other = await client.call(pools.create, { account_id, name: 'other', origins })
    const { pop_health: health = {} } = await client.call(pools.health, { account_id, pool_id: watched.id })
    expect(Object.keys(health)).toHaveLength(3)
    expect(health['Amsterdam, NL']).toMatchObject({ healthy: false, origins: [{ '192.0.2.1': { healthy: true, rtt: '12.1ms' } }] })
    expect(await client.call(pools.health, { account_id, pool_id: other.id })).toEqual({ pool_id: other.id, pop_health: {} })
    const one = await client.call(pools.preview, { account_id, pool_id: other.id, type: 'https' })
    expect(one.pools).toEqual({ [other.id]: 'other' })
    expect(await client.call(loadBalancers.preview, { account_id, preview_id: one.preview_id ?? '' })).toMatchObject({ [other.id]: { healthy: true } })
    const all = await client.call(monitors.preview, { account_id, monitor_id: monitor.id })
    expect(all.pools).toEqual({ [watched.id]: 'watched' })
    await expect(client.call(loadBalancers.preview, { account_id, preview_id: other.id })).rejects.toMatchObject({ status: 404 })
  })

  it('still knows maps, with a region as one pool or several', async () => {
    const { client } = await scene()
    const pool = await client.call(loadBalancers.pools.create, { account_id, name: 'a', origins: [{ name: 'a', address: '192.0.2.1' }] })
    const map = await client.call(historic.loadBalancerMaps.create, { global_pools: [pool.id], region_pools: [] })
    expect(map).toMatchObject({ global_pools: [pool.id], region_pools: {} })
    await client.call(historic.loadBalancerMaps.updateRegion, { map_id: map.id, region: 'WNAM', pools: pool.id })
    expect(await client.call(historic.loadBalancerMaps.updateRegion, { map_id: map.id, region: 'WEU', pools: [pool.id] })).toMatchObject({ region_pools: { WNAM: [pool.id], WEU: [pool.id] } })
  })
})

describe('a health check', () => {
  it('is created with defaults, changed, replaced and deleted', async () => {
    const { client } = await scene()
    const made = await client.call(healthchecks.create, { zone_id, name: 'www', address: 'www.example.com', type: 'HTTPS' })
    expect(made).toMatchObject({ status: 'unknown', http_config: { port: 443, expected_codes: ['200'] }, tcp_config: null })
    const one = { zone_id, healthcheck_id: made.id }
    expect(await client.call(healthchecks.edit, { ...one, suspended: true })).toMatchObject({ status: 'suspended', type: 'HTTPS' })
    expect(await client.call(healthchecks.update, { ...one, name: 'www', address: '192.0.2.1', type: 'TCP' })).toMatchObject({ suspended: false, http_config: null, tcp_config: { port: 80 } })
    expect(await client.list(healthchecks.list, { zone_id }).all({ limit: 10 })).toEqual([await client.call(healthchecks.get, one)])
    expect(await client.call(healthchecks.remove, one)).toEqual({ id: made.id })
  })
})

describe('a page of one\'s own', () => {
  it('is set and unset, for a zone or an account', async () => {
    const { client } = await scene()
    const url = 'https://example.com/blocked.html'
    expect(await client.call(customPages.list, { zone_id })).toHaveLength(10)
    expect(await client.call(customPages.update, { zone_id, custom_page_id: 'waf_block', state: 'customized', url })).toMatchObject({ state: 'customized', url })
    expect(await client.call(customPages.get, { zone_id, custom_page_id: 'waf_block' })).toMatchObject({ url, required_tokens: ['::CLOUDFLARE_ERROR_1000S_BOX::'] })
    expect(await client.call(customPages.update, { zone_id, custom_page_id: 'waf_block', state: 'default', url: null })).toMatchObject({ state: 'default', url: null })
    await client.call(customPages.account.update, { account_id, custom_page_id: '500_errors', state: 'customized', url })
    expect(await client.call(customPages.account.get, { account_id, custom_page_id: '500_errors' })).toMatchObject({ url })
    expect((await client.call(customPages.account.list, { account_id })).filter(({ state }) => state === 'customized')).toHaveLength(1)
  })
})

describe('analytics', () => {
  it('have parts that add up to the totals, for the zone and its data centres', async () => {
    const { client } = await scene()
    const { totals, timeseries } = await client.call(historic.analytics.dashboard, { zone_id, since: -1440 })
    expect(timeseries).toHaveLength(24)
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
    expect(totals.requests.all).toBeGreaterThan(1000)
    expect(sum(timeseries.map(({ requests }) => requests.all))).toBe(totals.requests.all)
    expect(sum(Object.values(totals.bandwidth.country))).toBe(totals.bandwidth.all)
    expect(totals.requests.ssl.encrypted + totals.requests.ssl.unencrypted).toBe(totals.requests.all)
    const colos = await client.call(historic.analytics.colos, { zone_id, since: -1440 })
    expect(sum(colos.flatMap((colo) => colo.timeseries.map(({ requests }) => requests.all)))).toBe(totals.requests.all)
    expect((await client.call(historic.analytics.dashboard, { zone_id, since: -1440, exclude_series: true })).timeseries).toEqual([])
  })

  it('say which time they are about beside the result, in complete parts or up to now', async () => {
    const { emulator } = await scene()
    const get = async (query: string) => JSON.parse((await emulator.call('GET', `${zonePath}/analytics/dashboard?${query}`)).text) as { readonly query: object }
    expect((await get('since=-1450&until=-10')).query).toEqual({ since: '2026-11-19T11:00:00Z', until: '2026-11-20T11:00:00Z', time_delta: 60 })
    expect((await get('since=2026-11-19T11:50:00Z&until=-10&continuous=false')).query).toEqual({ since: '2026-11-19T11:00:00Z', until: '2026-11-20T11:50:00Z', time_delta: 60 })
    expect((await get('')).query).toEqual({ since: '2026-11-13T00:00:00Z', until: '2026-11-20T00:00:00Z', time_delta: 1440 })
  })
})

describe('GraphQL', () => {
  const ask = async (client: Client, query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const { data, errors } = await client.call(graphql.query, { query, variables })
    expect(errors).toBeNull()
    return data
  }

  it('answers the documented queries from the same traffic as the dashboard', async () => {
    const { client } = await scene()
    const query = `query { viewer { zones(filter: {zoneTag: "${zone_id}"} ) { httpRequests1dGroups(limit:40, filter:{date_lt: "2026-11-20", date_gt: "2026-11-17"}) { sum { countryMap { bytes, requests, clientCountryName } requests } dimensions { date } } } } }`
    const answer = (await ask(client, query)) as { readonly viewer: { readonly zones: readonly { readonly httpRequests1dGroups: readonly { readonly sum: { readonly requests: number }; readonly dimensions: { readonly date: string } }[] }[] } }
    const groups = answer.viewer.zones[0]?.httpRequests1dGroups ?? []
    expect(groups.map(({ dimensions }) => dimensions.date)).toEqual(['2026-11-18', '2026-11-19'])
    const { totals } = await client.call(historic.analytics.dashboard, { zone_id, since: '2026-11-18T00:00:00Z', until: '2026-11-20T00:00:00Z' })
    expect(groups.reduce((all, { sum }) => all + sum.requests, 0)).toBe(totals.requests.all)
  })

  it('knows variables, aliases, order and limits', async () => {
    const { client } = await scene()
    const query = `query Hours($zone: String!, $since: Time = "2026-11-20T00:00:00Z") {
      viewer { zones(filter: { zoneTag: $zone }) { hours: httpRequests1hGroups(limit: 2, orderBy: [datetime_DESC], filter: { datetime_geq: $since }) { dimensions { at: datetime } sum { bytes } } } }
    }`
    expect(await ask(client, query, { zone: zone_id })).toMatchObject({ viewer: { zones: [{ hours: [{ dimensions: { at: '2026-11-20T12:00:00Z' } }, { dimensions: { at: '2026-11-20T11:00:00Z' } }] }] } })
  })

  it('lists firewall events that pass a filter', async () => {
    const { client } = await scene()
    const query = `{ viewer { zones(filter: { zoneTag: "${zone_id}" }) { firewallEventsAdaptive(limit: 3, filter: { action: "block", datetime_gt: "2026-11-19T12:00:00Z" }, orderBy: [datetime_ASC]) { action clientCountryName datetime } } } }`
    expect(await ask(client, query)).toMatchObject({ viewer: { zones: [{ firewallEventsAdaptive: [{ action: 'block' }, { action: 'block' }, { action: 'block' }] }] } })
  })

  it.each([
    ['a zone of nobody', '{ viewer { zones(filter: { zoneTag: "x" }) { zoneTag } } }', 'does not have access'],
    ['an unknown dataset', `{ viewer { zones(filter: { zoneTag: "${zone_id}" }) { none { a } } } }`, 'unknown field "none"'],
    ['an unknown field', `{ viewer { zones(filter: { zoneTag: "${zone_id}" }) { httpRequests1dGroups(limit: 1) { sum { none } } } } }`, 'unknown field "none"'],
    ['text that is no query', '{ viewer', 'error parsing query'],
    ['a limit of none', `{ viewer { zones(filter: { zoneTag: "${zone_id}" }) { httpRequests1dGroups(limit: 0) { sum { bytes } } } } }`, 'limit must be'],
  ])('says what is wrong with %s, with HTTP 200', async (_, query, message) => {
    const { client } = await scene()
    await expect(ask(client, query)).rejects.toMatchObject({ status: 200, message: expect.stringContaining(message) as string })
  })
})
