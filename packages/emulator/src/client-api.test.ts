import { ApiError, createClient, globalKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import * as legacy from '@zonewright/legacy-client'
import { limits } from '@zonewright/legacy-client/protocol'
import { dns, firewall, accounts, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { demo, manualClock, startTest, zoneId } from './testing/start.ts'
import { atBridge, atEmulator, type FormPostServer } from './testing/form-post-servers.ts'

const z = 'example.com'

const roles = [
  ['the emulator', atEmulator, true],
  ['a bridge', atBridge, false],
] as const

const fault = async (call: Promise<unknown>): Promise<{ readonly name?: string | undefined; readonly message: string }> => {
  const error = await call.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof ApiError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return { name: error.faults[0]?.name, message: error.faults[0]?.message ?? '' }
}

const v4Records = async ({ v4 }: FormPostServer, name: string): Promise<readonly (readonly [string, string, boolean])[]> => (await v4.list(dns.records.list, { zone_id: zoneId, 'name.exact': name }).all()).map(({ type, content, proxied }) => [type, content, proxied] as const)

describe.each(roles)('the client API of %s', (_name, start, own) => {
  it('lists zones, loads one and gives the numbers of names', async () => {
    const cf = (await start()).client.bind(legacy)
    const listed = await cf.zones.list({}).all()
    expect(listed.map(({ zone_name, zone_status, zone_mode, zone_type }) => [zone_name, zone_status, zone_mode, zone_type])).toEqual([['example.com', 'V', '1', 'F'], ['example.org', 'V', '1', 'F']])
    const { zone } = await cf.zones.get({ z })
    expect(zone.obj).toEqual(listed[0])
    const { zones: numbers } = await cf.zones.check({ zones: [z, 'example.net'] })
    expect(numbers).toEqual({ [z]: Number(zone.obj.zone_id), 'example.net': 0 })
  })

  it('creates a record of each type and gives it back as it was sent', async () => {
    const cf = (await start()).client.bind(legacy)
    const records = [
      { type: 'A', name: 'a', content: '192.0.2.44', ttl: 300 },
      { type: 'AAAA', name: 'aaaa', content: '2001:db8::1' },
      { type: 'CNAME', name: 'cname', content: 'target.example.net', service_mode: 1 },
      { type: 'MX', name: '@', content: 'mail2.example.net', prio: 20 },
      { type: 'TXT', name: 'txt', content: 'a "quoted" text; with \\ and ünïcode' },
      { type: 'NS', name: 'ns', content: 'ns1.example.net' },
      { type: 'LOC', name: 'loc', content: '51 30 12.748 N 0 7 39.611 W 0.00 0.00 0.00 0.00' },
    ] as const
    for (const record of records) {
      const { rec } = await cf.records.create({ z, ...record })
      expect(rec.obj).toMatchObject({ type: record.type, content: record.content, name: record.name === '@' ? z : `${record.name}.${z}`, display_name: record.name === '@' ? z : record.name })
      expect(rec.obj.service_mode).toBe('service_mode' in record ? '1' : '0')
    }
    const srv = await cf.records.create({ z, type: 'SRV', name: z, prio: 5, service: '_sip', srvname: 'voice', protocol: '_tcp', weight: 10, port: 5060, target: 'sip.example.net' })
    expect(srv.rec.obj).toMatchObject({ name: `_sip._tcp.voice.${z}`, prio: '5', content: '10 5060 sip.example.net' })
    const spf = await cf.records.create({ z, type: 'SPF', name: 'spf', content: 'v=spf1 -all' })
    expect(spf.rec.obj).toMatchObject({ type: 'TXT', content: 'v=spf1 -all' })
    const names = (await cf.records.list({ z }).all()).map(({ name }) => name)
    for (const { name } of records) expect(names).toContain(name === '@' ? z : `${name}.${z}`)
  })

  it('changes, proxies and deletes a record, and v4 shows the same', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const { rec_id: id, rec_tag: rtag = '' } = (await cf.records.create({ z, type: 'A', name: 'story', content: '192.0.2.1', service_mode: 1 })).rec.obj
    expect(await v4Records(server, `story.${z}`)).toEqual([['A', '192.0.2.1', true]])
    // The cloud stays as it was, for it was not mentioned.
    const changed = await cf.records.edit({ z, id, type: 'A', name: 'story', content: '192.0.2.2' })
    expect(changed.rec.obj).toMatchObject({ rec_id: id, content: '192.0.2.2', service_mode: '1' })
    await cf.records.proxy({ id, rtag, service_mode: 0 })
    expect(await v4Records(server, `story.${z}`)).toEqual([['A', '192.0.2.2', false]])
    await cf.records.remove({ z, id })
    expect(await v4Records(server, `story.${z}`)).toEqual([])
    expect(await fault(cf.records.remove({ z, id }))).toEqual({ name: undefined, message: 'Invalid record id.' })
    expect(await fault(cf.records.edit({ z, id: '999999', type: 'A', name: 'x', content: '192.0.2.2' }))).toEqual({ name: undefined, message: 'Invalid record id.' })
  })

  it('gives records 180 at a time, in one order, and nothing beyond the end', async () => {
    const server = await start()
    const posts = Array.from({ length: 195 }, (_, index) => ({ type: 'A' as const, name: `page-${String(index).padStart(3, '0')}`, content: '192.0.2.1', ttl: 1 }))
    await server.v4.call(dns.records.batch, { zone_id: zoneId, posts })
    const cf = server.client.bind(legacy)
    const pages = []
    for await (const page of cf.records.list({ z }).pages()) pages.push(page.items.length)
    expect(pages[0]).toBe(180)
    expect(pages).toHaveLength(2)
    const names = (await cf.records.list({ z }).all()).map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    expect(await cf.records.list({ z, o: 100_000 }).all()).toEqual([])
  })

  it('sets every setting, and reads it back', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const settings = async () => (await cf.settings.get({ z })).result.objs[0]
    for (const v of ['help', 'high', 'med', 'low', 'eoff'] as const) {
      await cf.settings.setSecurityLevel({ z, v })
      expect(await settings()).toMatchObject({ sec_lvl: v })
    }
    for (const v of ['agg', 'iqs', 'basic'] as const) {
      await cf.settings.setCacheLevel({ z, v })
      expect(await settings()).toMatchObject({ cache_lvl: v })
    }
    for (const [v, is] of [[3, 3], [0, 0], [1, 3]] as const) {
      await cf.settings.setIpv6({ z, v })
      expect(await settings()).toMatchObject({ ipv46: is })
    }
    await cf.edition2010.setIpv6({ z, v: 0 })
    expect(await settings()).toMatchObject({ ipv46: 0 })
    for (const [v, is] of [['a', 'a'], ['0', '0'], ['m', 'a']] as const) {
      await cf.settings.setRocketLoader({ z, v })
      expect(await settings()).toMatchObject({ async: is })
    }
    await cf.settings.setMinify({ z, v: 5 })
    expect(await settings()).toMatchObject({ minify: '5' })
    await cf.settings.setMirage({ z, v: 1 })
    expect(await settings()).toMatchObject({ lazy: '1' })
    const { expires_on: expires = 0 } = await cf.settings.setDevelopmentMode({ z, v: 1 })
    expect(expires).toBeGreaterThan(0)
    expect((await settings())?.dev_mode).toBeGreaterThan(0)
    expect((await cf.zones.get({ z })).zone.obj.zone_status_class).toBe('status-dev-mode')
    await cf.settings.setDevelopmentMode({ z, v: 0 })
    expect(await settings()).toMatchObject({ dev_mode: 0 })
  })

  it('purges a zone and a file, and not the zone again at once', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const { result, info } = await server.client.exchange(legacy.cache.purge, { z, v: 1 })
    expect(result.fpurge_ts).toBeGreaterThan(0)
    expect(info).toMatchObject({ cooldown: 20 })
    expect((await cf.settings.get({ z })).result.objs[0]).toMatchObject({ fpurge_ts: String(result.fpurge_ts) })
    expect(await fault(cf.cache.purge({ z, v: 1 }))).toMatchObject({ name: 'E_MAXAPI' })
    expect(await cf.cache.purgeFile({ z, url: `https://www.${z}/style.css` })).toEqual({ vtxt_match: null, url: `https://www.${z}/style.css` })
    expect(await fault(cf.cache.purgeFile({ z, url: 'https://example.net/style.css' }))).toMatchObject({ name: 'E_INVLDINPUT' })
  })

  it('keeps one rule an address: let through, kept out, forgotten', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const account_id = (await server.v4.list(accounts.list, {}).first())?.id ?? ''
    const modes = async (): Promise<readonly string[]> => (await server.v4.list(firewall.accountAccessRules.list, { account_id, 'configuration.value': '192.0.2.77' }).all()).map(({ mode }) => mode)
    expect(await cf.access.allow({ key: '192.0.2.77' })).toEqual({ result: { ip: '192.0.2.77', action: 'WL' } })
    expect(await modes()).toEqual(['whitelist'])
    expect(await cf.access.ban({ key: '192.0.2.77' })).toEqual({ result: { ip: '192.0.2.77', action: 'BAN' } })
    expect(await modes()).toEqual(['block'])
    expect(await cf.access.forget({ key: '192.0.2.77' })).toEqual({ result: { ip: '192.0.2.77', action: 'NUL' } })
    expect(await modes()).toEqual([])
    expect(await cf.access.forget({ key: '2001:db8::5' })).toEqual({ result: { ip: '2001:db8::5', action: 'NUL' } })
    await expect(cf.edition2010.ban({ key: '192.0.2.77' })).resolves.toBe('OK')
    expect(await modes()).toEqual(['block'])
    await expect(cf.edition2010.allow({ key: '192.0.2.77' })).resolves.toBe('OK')
    await expect(cf.edition2010.forget({ key: '192.0.2.77' })).resolves.toBe('OK')
    expect(await modes()).toEqual([])
    expect(await fault(cf.edition2010.ban({ key: '192.0.2.300' }))).toMatchObject({ name: 'E_INVLDIP' })
  })

  it('tells the traffic of every stretch of time', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const spans = []
    for (const interval of [10, 20, 30, 40, 100, 110, 120] as const) {
      const { result } = await cf.traffic.statistics({ z, interval })
      const [figures] = result.objs
      spans.push(((result.timeEnd ?? 0) - result.timeZero) / 3_600_000)
      expect(figures?.interval).toBe(interval)
      expect(figures?.requestsServed.cloudflare).toBeGreaterThan(figures?.requestsServed.user ?? Infinity)
      expect(Number.isInteger((figures?.bandwidthServed.user ?? 0.5) * 1024)).toBe(true)
    }
    expect(spans).toEqual([365 * 24, 720, 168, 24, 24, 12, 6])
    await server.v4.call(zones.create, { name: 'free-plan.example' })
    expect(await fault(cf.traffic.statistics({ z: 'free-plan.example', interval: 100 }))).toMatchObject({ name: 'E_INVLDINPUT' })
  })

  it('serves what only the 2010 edition has', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    await cf.edition2010.createRecord({ zone: z, type: 'A', name: 'dyn', content: '192.0.2.1', service_mode: 0 })
    await cf.edition2010.createRecord({ zone: z, type: 'A', name: 'dyn2', content: '192.0.2.1', service_mode: 1 })
    await cf.edition2010.updateAddress({ ip: '192.0.2.9', hosts: [`dyn.${z}`, `dyn2.${z}`] })
    expect([...(await v4Records(server, `dyn.${z}`)), ...(await v4Records(server, `dyn2.${z}`))]).toEqual([['A', '192.0.2.9', false], ['A', '192.0.2.9', true]])
    await expect(cf.edition2010.updateAddressByText({ ip: '192.0.2.10', hosts: [`dyn.${z}`] })).resolves.toBe('OK')
    expect(await v4Records(server, `dyn.${z}`)).toEqual([['A', '192.0.2.10', false]])
    // One name that does not exist changes none of the others.
    expect(await fault(cf.edition2010.updateAddress({ ip: '192.0.2.11', hosts: [`dyn.${z}`, `nobody.${z}`] }))).toMatchObject({ name: 'E_INVLDINPUT' })
    expect(await v4Records(server, `dyn.${z}`)).toEqual([['A', '192.0.2.10', false]])
    await cf.edition2010.createRecord({ zone: z, type: 'CNAME', name: 'alias', content: 'one.example.net', service_mode: 0 })
    await cf.edition2010.createRecord({ zone: z, type: 'CNAME', name: 'alias', content: 'two.example.net', service_mode: 0 })
    expect(await v4Records(server, `alias.${z}`)).toEqual([['CNAME', 'two.example.net', false]])
    await cf.edition2010.removeRecords({ zone: z, name: `dyn.${z}` })
    expect(await v4Records(server, `dyn.${z}`)).toEqual([])
    expect(await fault(cf.edition2010.removeRecords({ zone: z, name: `dyn.${z}` }))).toMatchObject({ name: 'E_INVLDINPUT' })
  })

  it('serves what API v4 has nothing for where it is kept, and says elsewhere that there is no counterpart', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const zid = (await cf.zones.check({ zones: [z] })).zones[z] ?? 0
    await cf.edition2010.reportSpam({ evnt_v: { a: 'Nobody', am: 'nobody@example.net', ip: '192.0.2.1', content: 'Buy now' } })
    const known = (await cf.traffic.lookUp({ ip: '192.0.2.1' }))['192.0.2.1']
    const known2010 = (await cf.edition2010.lookUp({ ip: '192.0.2.1' }))['192.0.2.1']
    expect(known2010).toBe(known)
    if (!own) {
      expect(known).toBe(false)
      const none = (action: string) => ({ name: 'E_INVLDINPUT', message: `Action ${action} has no counterpart in API v4.` })
      expect(await fault(cf.traffic.visitors({ z }))).toEqual(none('zone_ips'))
      expect(await fault(cf.edition2010.visitors({ zid }))).toEqual(none('zone_ips'))
      expect(await fault(cf.edition2010.screenshot({ zid }))).toEqual(none('zone_grab'))
      expect(await fault(cf.edition2010.purgePreloader({ zone_name: z }))).toEqual(none('pre_purge'))
      return
    }
    const { ips } = await cf.traffic.visitors({ z, hours: 48, geo: 1 })
    expect(ips.length).toBeGreaterThan(0)
    const threats = await cf.edition2010.visitors({ zid, hours: 48, class: 't' })
    expect(threats.ips.every(({ classification }) => classification === 'threat')).toBe(true)
    expect(threats.ips.length).toBeLessThan(ips.length)
    const shot = await cf.edition2010.screenshot({ zid })
    expect(shot.set?.[0]?.time).toBe(Math.floor(server.clock.now() / 1000))
    expect(await fault(cf.edition2010.screenshot({ zid }))).toMatchObject({ name: 'E_MAXAPI' })
    server.clock.advance(25 * 3_600_000)
    await cf.edition2010.screenshot({ zid })
    await cf.edition2010.purgePreloader({ zone_name: z })
  })

  it('shows v4, with its own edits, in one consistent state', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const made = await server.v4.call(dns.records.create, { zone_id: zoneId, type: 'A', name: 'shared', content: '192.0.2.5', ttl: 600 })
    const seen = (await cf.records.list({ z }).all()).find(({ name }) => name === `shared.${z}`)
    expect(seen).toMatchObject({ rec_tag: made.id, content: '192.0.2.5', ttl: '600', auto_ttl: 0 })
    await server.v4.call(zones.edit, { zone_id: zoneId, paused: true })
    expect((await cf.zones.get({ z })).zone.obj).toMatchObject({ zone_mode: '0', zone_status_class: 'status-deactivated' })
  })

  it('refuses who it does not know, zones that are not theirs, and inputs that are none', async () => {
    const server = await start()
    const cf = server.client.bind(legacy)
    const ask = (form: Record<string, string>) => server.raw('/api_json.html', { method: 'POST', body: new URLSearchParams({ email: 'user@example.com', tkn: '144c9defac04969c7bfad8efaa8ea194b6f3a', ...form }) })
    expect(await fault(cf.records.list({ z: 'example.net' }).all())).toEqual({ name: undefined, message: 'Invalid zone.' })
    expect((await ask({ a: 'stats', tkn: 'wrong' })).text).toBe('{"result":"error","msg":"Invalid token or email","err_code":"E_UNAUTH"}')
    expect((await ask({ a: 'nothing' })).text).toBe('{"result":"error","msg":"Invalid act.","err_code":"E_INVLDINPUT"}')
    expect(JSON.parse((await ask({ a: 'sec_lvl', z })).text)).toMatchObject({ result: 'error', msg: 'v is missing.', err_code: 'E_INVLDINPUT' })
    expect(JSON.parse((await ask({ a: 'rec_new', z, type: 'A', name: 'x', content: 'no' })).text)).toMatchObject({ result: 'error', msg: expect.stringMatching(/^A address .* is "no": write an IPv4 address .* such as 192\.0\.2\.1\.$/) as unknown, err_code: 'E_INVLDINPUT' })
    expect(JSON.parse((await ask({ a: 'rec_new', z, type: 'MX', name: 'x', content: 'mail.example.com' })).text)).toMatchObject({ result: 'error', msg: expect.stringMatching(/^request expected content; with MX prio too/) as unknown })
    expect(await fault(cf.records.create({ z, type: 'A', name: 'twin', content: '192.0.2.1' }).then(() => cf.records.create({ z, type: 'A', name: 'twin', content: '192.0.2.1' })))).toMatchObject({ name: 'E_INVLDINPUT' })
  })
})

describe('the limit of calls', () => {
  const ask = async (origin: string, form: Record<string, string>): Promise<Record<string, unknown>> => (await (await fetch(`${origin}/api_json.html`, { method: 'POST', body: new URLSearchParams({ email: demo.email, tkn: demo.key, ...form }) })).json()) as Record<string, unknown>

  it('is that of API v4, counts an action once, says what is left when asked, and ends in E_MAXAPI', async () => {
    const clock = manualClock()
    const { origin, url } = await startTest({ clock, rateLimit: { requests: 4, seconds: 300 } })
    expect((await ask(origin, { a: 'rec_load_all', z }))['attributes']).toBeUndefined()
    // The statistics take several calls of API v4.
    expect((await ask(origin, { a: 'stats', z, calls_left: '' }))['attributes']).toEqual({ calls_left: 2 })
    expect((await fetch(`${url}/user`, { headers: { 'x-auth-email': demo.email, 'x-auth-key': demo.key } })).status).toBe(200)
    expect((await ask(origin, { a: 'fpurge_ts', z, v: '1', calls_left: '1' }))['attributes']).toEqual({ cooldown: 20, calls_left: 0 })
    expect(await ask(origin, { a: 'zone_load_multi' })).toMatchObject({ result: 'error', err_code: 'E_MAXAPI', msg: 'The limit of calls is reached; wait 300 seconds.' })
    const word = await fetch(`${origin}/api.html?${new URLSearchParams({ a: 'wl', key: '192.0.2.1', u: demo.email, tkn: demo.key })}`)
    expect(await word.text()).toBe('E_MAXAPI')
    clock.advance(300_000)
    expect(await ask(origin, { a: 'zone_load_multi' })).toMatchObject({ result: 'success' })
  })

  it.each(roles)('may be the 300 an hour of 2010 at %s: the 301st says E_MAXAPI at once, and so does the next', async (_name, start, own) => {
    const { origin, emulator, clock } = await start({ rateLimit: { requests: 300, seconds: 3600 } })
    for (let index = 1; index <= 300; index++) {
      const answer = await ask(origin, { a: 'zone_load_multi', calls_left: '1' })
      if (answer['result'] !== 'success') throw new Error(`${index}: ${JSON.stringify(answer)}`)
      // A bridge shares its budget with others and counts nothing, so it says nothing.
      if (own ? (answer['attributes'] as { readonly calls_left?: number } | undefined)?.calls_left !== 300 - index : answer['attributes'] !== undefined) throw new Error(`${index}: ${JSON.stringify(answer['attributes'])}`)
    }
    const seen = (): number => emulator.requests.all().length
    for (let again = 0; again < 3; again++) expect(await ask(origin, { a: 'zone_load_multi' })).toMatchObject({ result: 'error', err_code: 'E_MAXAPI' })
    const before = seen()
    expect(await ask(origin, { a: 'rec_new', z, type: 'A', name: 'x', content: '192.0.2.1' })).toMatchObject({ result: 'error', err_code: 'E_MAXAPI' })
    // What is known to be refused is not sent on.
    if (!own) expect(seen()).toBe(before)
    if (own) clock.advance(3_600_000)
    if (own) expect(await ask(origin, { a: 'zone_load_multi' })).toMatchObject({ result: 'success' })
  })

  it('is kept by a client that is told it: of 301 calls one waits until the hour is over', async () => {
    const { origin, clock } = await atEmulator({ rateLimit: { requests: 300, seconds: 3600 } })
    // What the throttle goes by; sockets keep the true time.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const client = createClient({ baseUrl: origin, credentials: globalKey(demo.email, demo.key), validate: 'throw', retry: false, throttle: limits.edition2010, timeoutMs: 2_000_000_000 })
    const cf = client.bind(legacy)
    await cf.zones.check({ zones: [z] })
    let done = 0
    const all = Promise.all(Array.from({ length: 300 }, () => cf.zones.check({ zones: [z] }).then(() => void done++)))
    while (done < 299) await new Promise((later) => setImmediate(later))
    for (let turn = 0; turn < 200; turn++) await new Promise((later) => setImmediate(later))
    expect(done).toBe(299)
    clock.advance(3_600_000)
    await vi.advanceTimersByTimeAsync(3_600_000)
    await all
    expect(done).toBe(300)
    await client.close()
  })

  it('does not hold for hosts, for whom none was published', async () => {
    const { host } = await atEmulator({ rateLimit: { requests: 2, seconds: 3600 } })
    const cf = host.bind(gateway)
    for (let index = 0; index < 5; index++) expect(await cf.zones.list({}).all()).toEqual([])
  })

  it('is 1,200 in 5 minutes where it is that of the documents', async () => {
    const { origin } = await startTest({ clock: manualClock(), rateLimit: true })
    expect((await ask(origin, { a: 'ip_lkup', ip: '192.0.2.1', calls_left: '1' }))['attributes']).toEqual({ calls_left: 1199 })
  })
})
