/**
 * CPU of a call through the client, retry and throttle included, against the same call through bare undici.
 * Both run in one process, round by round in turn; the server is another process. One JSON line.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createClient, token } from '@zonewright/core'
import { get, list } from '@zonewright/v4/zones'
import { request } from 'undici'

const zoneId = '023e105f4ecef8ad9ca31a8372d0c353'
const secret = 'bench-token-0123456789012345678901234567'

/** A zone of about 1.3 kB, as the service sends them. */
const zone = (id: string): object => ({
  id,
  name: 'example.com',
  status: 'active',
  paused: false,
  type: 'full',
  development_mode: 7200,
  name_servers: ['bob.ns.cloudflare.com', 'lola.ns.cloudflare.com'],
  original_name_servers: ['ns1.originaldnshost.com', 'ns2.originaldnshost.com'],
  original_registrar: 'GoDaddy',
  original_dnshost: 'NameCheap',
  modified_on: '2014-01-01T05:20:00.12345Z',
  created_on: '2014-01-01T05:20:00.12345Z',
  activated_on: '2014-01-02T00:01:00.12345Z',
  meta: { step: 2, custom_certificate_quota: 1, page_rule_quota: 3, phishing_detected: false, multiple_railguns_allowed: false },
  owner: { id: 'd8e9c2f1a0b34c5d6e7f8091a2b3c4d5', type: 'user', email: 'user@example.com' },
  account: { id: 'a1b2c3d4e5f60718293a4b5c6d7e8f90', name: 'Demo Account' },
  tenant: { id: null, name: null },
  tenant_unit: { id: null },
  permissions: ['#zone:read', '#zone:edit', '#dns_records:read', '#dns_records:edit', '#cache_purge:edit', '#zone_settings:read', '#zone_settings:edit', '#ssl:read', '#ssl:edit', '#lb:read', '#waf:read'],
  plan: { id: 'e592fd9519420ba7405e1307bff33214', name: 'Pro Plan', price: 20, currency: 'USD', frequency: 'monthly', is_subscribed: true, can_subscribe: true, legacy_id: 'pro', legacy_discount: false, externally_managed: false },
})

const serve = (): void => {
  const one = JSON.stringify({ result: zone(zoneId), success: true, errors: [], messages: [] })
  const items = Array.from({ length: 50 }, (_, index) => zone(index.toString(16).padStart(32, '0')))
  const many = JSON.stringify({ result: items, result_info: { page: 1, per_page: 50, total_pages: 1, count: 50, total_count: 50 }, success: true, errors: [], messages: [] })
  const server = createServer((incoming, response) => {
    const body = incoming.url?.includes(zoneId) === true ? one : many
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'cf-ray': '975e62d52bc32a9d-LAX' })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.once('disconnect', () => process.exit(0))
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Microseconds of CPU for each of `calls` calls, `width` at a time. */
const cpuOf = async (calls: number, width: number, call: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  const lane = async (): Promise<void> => {
    for (let index = 0; index < calls / width; index++) await call()
  }
  await Promise.all(Array.from({ length: width }, lane))
  const used = process.cpuUsage(before)
  return (used.user + used.system) / calls
}

const compare = async (rounds: number, calls: number, width: number, ours: () => Promise<unknown>, bare: () => Promise<unknown>) => {
  for (const call of [ours, bare, ours, bare]) await cpuOf(calls, width, call)
  const figures: { readonly ours: number; readonly bare: number }[] = []
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes, so that neither always runs into the other's garbage.
    const first = round % 2 === 0 ? ours : bare
    const one = await cpuOf(calls, width, first)
    const other = await cpuOf(calls, width, first === ours ? bare : ours)
    figures.push(first === ours ? { ours: one, bare: other } : { ours: other, bare: one })
  }
  const round2 = (value: number): number => Math.round(value * 100) / 100
  return { ratio: round2(median(figures.map((figure) => figure.ours / figure.bare))), ours_us: Math.round(median(figures.map((figure) => figure.ours))), undici_us: Math.round(median(figures.map((figure) => figure.bare))) }
}

const measure = async (): Promise<void> => {
  const server = fork(fileURLToPath(import.meta.url), ['--server'])
  const [port] = (await once(server, 'message')) as [number]
  const baseUrl = `http://127.0.0.1:${port}/client/v4`
  const client = createClient({ baseUrl, credentials: token(secret), throttle: { requests: 1_000_000 } })
  const headers = { authorization: `Bearer ${secret}`, accept: 'application/json', 'content-type': 'application/json' }
  const bare = (path: string) => async (): Promise<unknown> => ((await (await request(baseUrl + path, { headers })).body.json()) as { result: unknown }).result
  const oneOurs = (): Promise<unknown> => client.call(get, { zone_id: zoneId })
  const listOurs = (): Promise<unknown> => client.list(list, {}, { prefetch: 0 }).all()
  const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15)
  const one = await compare(rounds, 600, 1, oneOurs, bare(`/zones/${zoneId}`))
  const wide = await compare(rounds, 1000, 20, oneOurs, bare(`/zones/${zoneId}`))
  const many = await compare(rounds, 200, 1, listOurs, bare('/zones?per_page=50&page=1'))
  console.log(JSON.stringify({ bench: 'call-cost', ratio: one.ratio, ratio_20_at_once: wide.ratio, ratio_list: many.ratio, one, one_20_at_once: wide, list: many, node: process.version }))
  await client.close()
  server.disconnect()
}

if (process.argv.includes('--server')) serve()
else await measure()
