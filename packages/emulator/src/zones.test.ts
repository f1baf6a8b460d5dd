import { describe, expect, it } from 'vitest'

import { defaultSeed, parseSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, type TestEmulator, zoneId, zonePath } from './testing/start.ts'

const names = async (emulator: TestEmulator, query: string): Promise<readonly string[]> => (await emulator.call('GET', `/zones?${query}`)).json.result.map(({ name }) => name)

describe('words of 2015', () => {
  it('name the account of a new zone, which must be there', async () => {
    const emulator = await startTest()
    const id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
    expect((await emulator.call('POST', '/zones', { name: 'example.net', organization: { id, name: 'x' } })).json.result).toMatchObject({ account: { id } })
    expect((await emulator.call('POST', '/zones', { name: 'example.edu', organization: { id: '0'.repeat(32) } })).codes).toEqual([1067])
  })

  it('make a TXT record of one of type SPF', async () => {
    const emulator = await startTest()
    expect((await emulator.call('POST', `${zonePath}/dns_records`, { type: 'SPF', name: '@', content: '"v=spf1 -all"' })).json.result).toMatchObject({ type: 'TXT', content: '"v=spf1 -all"' })
  })
})

describe('the list of zones', () => {
  it('has the keys of an envelope in the order of the service', async () => {
    const emulator = await startTest()
    const { text, json } = await emulator.call('GET', '/zones?name=example.com')
    expect(Object.keys(json)).toEqual(['result', 'result_info', 'success', 'errors', 'messages'])
    expect(text).toMatch(/^\{"result":\[\{"id":"[0-9a-f]{32}","name":"example\.com","status":"active","paused":false,"type":"full","development_mode":0,"name_servers":\[/)
    expect(json.result_info).toEqual({ page: 1, per_page: 20, total_pages: 1, count: 1, total_count: 1 })
  })

  it.each([
    ['', ['example.com', 'example.org']],
    ['direction=desc', ['example.org', 'example.com']],
    ['name=EXAMPLE.org', ['example.org']],
    ['name=contains:.or', ['example.org']],
    ['name=not_equal:example.org', ['example.com']],
    ['name=starts_with:exam&status=active', ['example.com', 'example.org']],
    ['name=starts_with_case_sensitive:Exam', []],
    ['name=example.com&status=moved&match=any', ['example.com']],
    ['status=pending', []],
    [`account.id=${'0'.repeat(32)}`, []],
    ['account.name=contains:account', ['example.com', 'example.org']],
    ['type=internal', []],
    ['order=email', ['example.com', 'example.org']],
    ['status=deactivated', []],
    ['per_page=1&page=2', ['example.org']],
    ['per_page=100&page=2', []],
    ['per_page=1000&page=0', ['example.com', 'example.org']],
  ])('with %s shows %j', async (query, expected) => {
    expect(await names(await startTest(), query)).toEqual(expected)
  })

  it('has no pages when nothing matches', async () => {
    const emulator = await startTest()
    expect((await emulator.call('GET', '/zones?name=none.example')).json.result_info).toMatchObject({ total_pages: 0, total_count: 0 })
  })

  it('shows a token with a list of zones those alone', async () => {
    const token = { name: 'one', value: 'scoped-token-0123456789abcdef0123456789ab', user: demo.email, permissions: ['#zone:read'], zones: ['example.org'] }
    const emulator = await startTest({ seed: { ...defaultSeed, tokens: [token] } })
    const headers = { authorization: `Bearer ${token.value}` }
    expect((await emulator.call('GET', '/zones', undefined, headers)).json.result).toMatchObject([{ name: 'example.org', permissions: ['#zone:read'] }])
    expect((await emulator.call('GET', zonePath, undefined, headers)).codes).toEqual([10000])
  })
})

describe('a zone', () => {
  it('is added pending, becomes active by a check, and goes with all that is in it', async () => {
    const emulator = await startTest({ clock: manualClock() })
    const { json } = await emulator.call('POST', '/zones', { name: 'Example.NET', account: { id: seededIds.account(defaultSeed.accounts[0]?.name ?? '') }, jump_start: false })
    expect(json.result).toMatchObject({ name: 'example.net', status: 'pending', activated_on: null, plan: { legacy_id: 'free' }, paused: false, development_mode: 0 })
    const path = `/zones/${json.result.id}`
    await emulator.call('POST', `${path}/dns_records`, { type: 'TXT', name: '@', content: 'x' })
    expect((await emulator.call('PUT', `${path}/activation_check`)).json.result).toEqual({ id: json.result.id })
    expect((await emulator.call('GET', path)).json.result).toMatchObject({ status: 'active', activated_on: '2026-11-20T12:00:00Z' })
    expect((await emulator.call('DELETE', path)).json.result).toEqual({ id: json.result.id })
    expect(await emulator.call('GET', path)).toMatchObject({ status: 404, codes: [1001] })
    expect((await emulator.call('POST', '/zones', { name: 'example.net' })).status).toBe(200)
  })

  it('changes one property a call', async () => {
    const emulator = await startTest()
    expect((await emulator.call('PATCH', zonePath, { paused: true })).json.result).toMatchObject({ paused: true })
    expect((await emulator.call('PATCH', zonePath, { plan: { id: 'enterprise' } })).json.result).toMatchObject({ plan: { legacy_id: 'enterprise' } })
    expect((await emulator.call('PATCH', zonePath, { vanity_name_servers: ['ns1.example.com'] })).json.result).toMatchObject({ vanity_name_servers: ['ns1.example.com'] })
  })

  it('can be checked again after the time that its plan asks for', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    await emulator.call('PUT', `${zonePath}/activation_check`)
    clock.advance(299_000)
    expect((await emulator.call('PUT', `${zonePath}/activation_check`)).codes).toEqual([1224])
    clock.advance(2000)
    expect((await emulator.call('PUT', `${zonePath}/activation_check`)).status).toBe(200)
  })

  it('is refused for a while after it was added when permissions spread slowly', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock, variance: { zonePermissionDelayMs: 5000 } })
    const { id } = (await emulator.call('POST', '/zones', { name: 'example.net' })).json.result
    expect((await emulator.call('GET', `/zones/${id}`)).codes).toEqual([10000])
    clock.advance(5000)
    expect((await emulator.call('GET', `/zones/${id}`)).status).toBe(200)
  })
})

describe('a zone setting', () => {
  it('is read and changed by its name', async () => {
    const emulator = await startTest({ clock: manualClock() })
    expect((await emulator.call('GET', `${zonePath}/settings/ssl`)).json.result).toEqual({ id: 'ssl', value: 'full', editable: true, modified_on: null })
    expect((await emulator.call('PATCH', `${zonePath}/settings/ssl`, { value: 'strict' })).json.result).toEqual({ id: 'ssl', value: 'strict', editable: true, modified_on: '2026-11-20T12:00:00Z' })
    expect((await emulator.call('PATCH', `${zonePath}/settings/ssl_recommender`, { enabled: true })).json.result).toMatchObject({ id: 'ssl_recommender', enabled: true })
  })

  it('merges an object into what it holds', async () => {
    const emulator = await startTest()
    const { json } = await emulator.call('PATCH', `${zonePath}/settings/security_header`, { value: { strict_transport_security: { enabled: true } } })
    expect(json.result).toMatchObject({ value: { strict_transport_security: { enabled: true, max_age: 0, preload: false } } })
  })

  it('switches development mode off by itself after three hours', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    expect((await emulator.call('PATCH', `${zonePath}/settings/development_mode`, { value: 'on' })).json.result).toMatchObject({ value: 'on', time_remaining: 10_800 })
    expect((await emulator.call('GET', zonePath)).json.result).toMatchObject({ development_mode: 10_800 })
    clock.advance(3 * 3600 * 1000)
    expect((await emulator.call('GET', `${zonePath}/settings/development_mode`)).json.result).toMatchObject({ value: 'off', time_remaining: 0 })
  })

  it('comes with all others while the old endpoint is answered, and not when it is refused', async () => {
    const emulator = await startTest()
    expect((await emulator.call('PATCH', `${zonePath}/settings`, { items: [{ id: 'ssl', value: 'off' }, { id: 'http3', value: 'off' }] })).json.result).toMatchObject([{ id: 'ssl', value: 'off' }, { id: 'http3' }])
    expect((await emulator.call('GET', `${zonePath}/settings`)).json.result.length).toBeGreaterThan(50)
    const strict = await startTest({ sunset: 'refuse' })
    expect((await strict.call('GET', `${zonePath}/settings`)).codes).toEqual([7000])
  })
})

describe('a purge', () => {
  it.each([
    [{ purge_everything: true }],
    [{ files: ['https://www.example.com/a.css', { url: 'http://example.com/b', headers: { Origin: 'https://example.com' } }] }],
    [{ tags: ['a', 'b'] }],
    [{ hosts: ['www.example.com'] }],
    [{ prefixes: ['www.example.com/css'] }],
  ])('of %j is kept', async (body) => {
    const emulator = await startTest()
    expect((await emulator.call('POST', `${zonePath}/purge_cache`, body)).json.result).toEqual({ id: zoneId })
    expect(emulator.state.purges.ofZone(zoneId)).toMatchObject([{ request: body }])
  })

  it('by DELETE is the same call', async () => {
    const emulator = await startTest()
    expect((await emulator.call('DELETE', `${zonePath}/purge_cache`, { purge_everything: true })).json.success).toBe(true)
    expect(emulator.state.purges.ofZone(zoneId)).toHaveLength(1)
  })
})

describe('who is asking', () => {
  it('is answered for the user, the token and the accounts', async () => {
    const emulator = await startTest({ clock: manualClock() })
    expect((await emulator.call('GET', '/user')).json.result).toMatchObject({ email: demo.email, first_name: null, suspended: false })
    expect((await emulator.call('PATCH', '/user', { country: 'NL', id: 'ignored' })).json.result).toMatchObject({ country: 'NL', id: seededIds.user(demo.email) })
    expect((await emulator.call('GET', '/user/tokens/verify')).json).toMatchObject({ result: { status: 'active' }, messages: [{ code: 10000, message: 'This API Token is valid and active', type: null }] })
    const { result } = (await emulator.call('GET', '/accounts')).json
    expect(result).toMatchObject([{ type: 'standard', settings: { enforce_twofactor: false } }])
    expect((await emulator.call('PUT', `/accounts/${result[0]?.id ?? ''}`, { name: 'Renamed' })).json.result).toMatchObject({ name: 'Renamed' })
  })

  it('may be a global key, and nobody at all for the address ranges', async () => {
    const emulator = await startTest()
    expect((await emulator.call('GET', '/zones', undefined, { 'x-auth-email': demo.email, 'x-auth-key': demo.key })).status).toBe(200)
    expect((await emulator.call('GET', '/ips?networks=jdcloud', undefined, {})).json.result).toMatchObject({ ipv4_cidrs: { length: 15 }, jdcloud_cidrs: { length: 3 } })
  })

  it('is told when a token has expired, and it opens nothing any more', async () => {
    const seed = parseSeed({ ...defaultSeed, tokens: [{ name: 'old', value: 'o'.repeat(40), user: demo.email, permissions: ['*'], status: 'expired' }] })
    const emulator = await startTest({ seed })
    const headers = { authorization: `Bearer ${'o'.repeat(40)}` }
    expect((await emulator.call('GET', '/user/tokens/verify', undefined, headers)).json.result).toMatchObject({ status: 'expired' })
    expect((await emulator.call('GET', '/zones', undefined, headers)).codes).toEqual([9109])
  })
})

describe('a zone that is held', () => {
  const two = { 'x-auth-email': 'two@example.com', 'x-auth-key': 'c2547eb745079dac9320b638f5e225cf483cc' }
  const seed = { ...defaultSeed, users: [...defaultSeed.users, { email: 'two@example.com', api_key: two['x-auth-key'] }], accounts: [...defaultSeed.accounts, { name: 'Two', members: ['two@example.com'] }] }

  it('keeps other accounts from adding its name, and the names inside it when that is asked for', async () => {
    const emulator = await startTest({ clock: manualClock(), seed })
    const add = async (name: string, headers?: Readonly<Record<string, string>>): Promise<readonly number[]> => (await emulator.call('POST', '/zones', { name }, headers)).codes
    expect(await add('example.com', two)).toEqual([1061])
    await emulator.call('POST', `${zonePath}/hold`)
    expect(await add('example.com', two)).toEqual([1311])
    expect(await add('shop.example.com', two)).toEqual([1099])
    expect(await add('example.com')).toEqual([1061])
    await emulator.call('PATCH', `${zonePath}/hold`, { include_subdomains: true })
    expect(await add('deep.shop.example.com', two)).toEqual([1311])
    expect(await add('notexample.com', two)).toEqual([])
  })

  it('lets them when the hold rests, and not when it begins again', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock, seed })
    await emulator.call('POST', `${zonePath}/hold`)
    await emulator.call('DELETE', `${zonePath}/hold?hold_after=2026-11-20T13:00:00Z`)
    const add = async (): Promise<readonly number[]> => (await emulator.call('POST', '/zones', { name: 'example.com' }, two)).codes
    expect(await add()).toEqual([1061])
    clock.advance(3600_000)
    expect(await add()).toEqual([1311])
    await emulator.call('DELETE', `${zonePath}/hold`)
    expect(await add()).toEqual([1061])
  })
})
