import { isInRanges, publishedRanges, ranges2012 } from '@zonewright/legacy-client/ips'
import { describe, expect, it } from 'vitest'

import { demo, zonePath } from './testing/start.ts'
import { atBridge, atEmulator, demoHostKey, type FormPostServer } from './testing/form-post-servers.ts'

const roles = [
  ['the emulator', atEmulator],
  ['a bridge', atBridge],
] as const

const who = { u: demo.email, tkn: demo.key }
const form = (fields: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const query = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()

const json = async (answer: ReturnType<FormPostServer['raw']>): Promise<Record<string, unknown>> => JSON.parse((await answer).text) as Record<string, unknown>

describe.each(roles)('programs in the wild at %s', (_, start) => {
  it('are heard by query string on GET, on a POST without a body, in a form, and in a multipart form', async () => {
    const server = await start()
    const fields = { ...who, a: 'rec_load_all', z: 'example.com' }
    const answers = await Promise.all([
      server.raw(`/api_json.html?${query(fields)}`),
      server.raw(`/api_json.html?${query(fields)}`, { method: 'POST' }),
      server.raw('/api_json.html', { method: 'POST', body: new URLSearchParams(fields) }),
      server.raw('/api_json.html', { method: 'POST', body: form(fields) }),
      // A body without a media type, as some scripts send it.
      server.raw('/api_json.html', { method: 'POST', body: query(fields), headers: { 'content-type': 'text/plain' } }),
    ])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.text).toContain('"result":"success","msg":null')
  })

  it('get what the body says where the query says something else', async () => {
    const server = await start()
    const answer = await json(server.raw(`/api_json.html?${query({ ...who, a: 'zone_check', zones: 'nothere.example' })}`, { method: 'POST', body: new URLSearchParams({ zones: 'example.com' }) }))
    expect(answer['response']).toMatchObject({ zones: { 'example.com': 70_001 } })
  })

  it('may leave fields empty, send unknown ones, and write actions in any case', async () => {
    const server = await start()
    const made = await json(server.raw('/api_json.html', { method: 'POST', body: form({ ...who, a: 'REC_NEW', act: 'rec_new', z: 'example.com', type: 'a', name: 'wild', content: '192.0.2.9', ttl: '', prio: '', service_mode: '', foo: 'bar' }) }))
    expect(made).toMatchObject({ result: 'success', response: { rec: { obj: { name: 'wild.example.com', ttl: '1', service_mode: '0' } } } })
    const host = await json(server.raw('/host-gw.html', { method: 'POST', body: form({ host_key: demoHostKey, act: 'ZONE_LIST', zone_name: '', limit: 'x', zone_status: 'all', user_key: 'ignored' }) }))
    expect(host).toMatchObject({ result: 'success', response: [], limit: '100', offset: '0' })
  })

  it('send a comma behind the last name, and blanks between', async () => {
    const server = await start()
    const answer = await json(server.raw(`/api_json.html?${query({ ...who, a: 'zone_check', zones: 'example.com, example.net,' })}`))
    expect(answer['response']).toEqual({ zones: { 'example.com': 70_001, 'example.net': 0 } })
  })

  it('may have the answer as a script, but only for a function and nothing else', async () => {
    const server = await start()
    const { text, type } = await server.raw(`/api_json.html?${query({ ...who, a: 'zone_check', zones: 'example.com', callback: 'jQuery.cb_1' })}`)
    expect(type).toContain('javascript')
    expect(text).toMatch(/^jQuery\.cb_1\(\{.*\}\)$/)
    for (const callback of ['alert(1);x', 'a b', '<script>', '1x', 'x'.repeat(100)]) {
      const refused = await server.raw(`/api_json.html?${query({ ...who, a: 'zone_check', zones: 'example.com', callback })}`)
      expect(refused.type).toBe('application/json')
      expect(refused.text).not.toContain(callback)
      expect(refused.text).toContain('E_INVLDINPUT')
    }
  })

  it('never get their key back, in no answer and in no log', async () => {
    const server = await start()
    const { text } = await server.raw(`/api_json.html?${query({ ...who, a: 'zone_load_multi' })}`)
    expect(text).toContain('"tkn":"***"')
    expect(text).not.toContain(demo.key)
    const host = await server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'user_create', cloudflare_email: 'x@example.net', cloudflare_pass: 'secret password' }) })
    expect(host.text).not.toContain(demoHostKey)
    expect(host.text).not.toContain('secret password')
  })

  it('get their zone name back untouched', async () => {
    const server = await start()
    const { text } = await server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'user_create', cloudflare_email: 'x@example.net', cloudflare_pass: 'good enough' }) })
    const { user_key } = (JSON.parse(text) as { readonly response: { readonly user_key: string } }).response
    const answer = await json(server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'zone_lookup', user_key, zone_name: 'Some.Example.' }) }))
    expect(answer).toMatchObject({ request: { act: 'zone_lookup', zone_name: 'Some.Example.' }, response: { zone_exists: false } })
  })

  it('report spam in whatever words they have', async () => {
    const server = await start()
    const send = (evnt_t: string, evnt_v: string) => json(server.raw(`/ajax/external-event.html?${query({ ...who, evnt_t, evnt_v })}`))
    expect(await send('WP_SPAM', JSON.stringify({ a: 'x', am: 'y', ip: '192.0.2.1', con: 'buy' }))).toEqual({ result: 'success', msg: null })
    expect(await send('OTHER', '{}')).toMatchObject({ result: 'error' })
    expect(await send('CF_USER_SPAM', 'not json')).toMatchObject({ result: 'error', err_code: 'E_INVLDINPUT' })
  })

  it('get the published ranges as text, one on a line, without a key', async () => {
    const server = await start()
    const { json: listed } = await server.emulator.call('GET', '/ips', undefined, {})
    const ranges: Record<string, string[]> = {}
    for (const [path, list] of [['/ips-v4', 'ipv4_cidrs'], ['/ips-v6', 'ipv6_cidrs']] as const) {
      const { status, type, text } = await server.raw(path)
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8'])
      expect(text.split('\n')).toEqual([...(listed.result[list] as readonly string[]), ''])
      ranges[list] = text.trim().split('\n')
    }
    // The list of today wins over that of 2012, and tells of an address whether it belongs to the service.
    const today = await publishedRanges(async () => ({ ipv4_cidrs: ranges['ipv4_cidrs'] ?? [], ipv6_cidrs: ranges['ipv6_cidrs'] ?? [] }))
    expect(today).not.toHaveProperty('historic')
    expect(['104.16.0.1', '204.93.240.1', '2606:4700::1', '2001:db8::1'].map((address) => [isInRanges(address, today), isInRanges(address, ranges2012)])).toEqual([[true, false], [false, true], [true, true], [false, false]])
  })

  it('have nothing done by a connection that breaks before', async () => {
    const server = await start()
    const create = { ...who, a: 'rec_new', z: 'example.com', type: 'A', name: 'broken', content: '192.0.2.1' }
    server.emulator.faults.add([{ kind: 'reset_before_commit', method: 'POST', path: server.origin === server.emulator.origin ? '/api_json.html' : '/dns_records' }])
    const answer = await server.raw('/api_json.html', { method: 'POST', body: new URLSearchParams(create) }).then(({ text }) => text, () => 'nothing')
    expect(answer).not.toContain('"result":"success"')
    expect((await server.emulator.call('GET', `${zonePath}/dns_records?name=broken.example.com`)).json.result).toEqual([])
  })

  it('are told nothing was done when a multipart form is broken, and what methods there are', async () => {
    const server = await start()
    expect((await server.raw('/api_json.html', { method: 'POST', body: 'no parts', headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status).toBe(400)
    expect((await server.raw('/api_json.html', { method: 'PUT', body: 'a=stats' })).status).toBe(405)
  })
})

describe('a bridge whose upstream fails', () => {
  const ask = (server: FormPostServer, fields: Record<string, string>) => json(server.raw('/api_json.html', { method: 'POST', body: new URLSearchParams({ ...who, ...fields }) }))
  const record = { a: 'rec_new', z: 'example.com', type: 'A', name: 'broken', content: '192.0.2.1' }
  const held = async ({ emulator }: FormPostServer): Promise<number> => ((await emulator.call('GET', `${zonePath}/dns_records?name=broken.example.com`)).json.result as readonly unknown[]).length

  it('says E_MAXAPI when the limit of calls is reached, and has changed nothing', async () => {
    const server = await atBridge()
    server.emulator.faults.add(Array.from({ length: 6 }, () => ({ kind: 'too_many_requests' as const, method: 'POST', path: '/dns_records', retryAfter: 0 })))
    expect(await ask(server, record)).toMatchObject({ result: 'error', err_code: 'E_MAXAPI' })
    expect(await held(server)).toBe(0)
  })

  it('says 601 to a host at once while API v4 takes no more calls, and sends none on', async () => {
    const server = await atBridge()
    const act = (fields: Record<string, string>) => json(server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, ...fields }) }))
    const { user_key } = (await act({ act: 'user_create', cloudflare_email: 'x@example.net', cloudflare_pass: 'good enough' }))['response'] as { readonly user_key: string }
    const look = { act: 'zone_lookup', user_key, zone_name: 'orchard.example' }
    server.emulator.faults.add([{ kind: 'too_many_requests', path: '/zones', retryAfter: 3600 }])
    const asked = (): number => server.emulator.requests.all().length
    expect(await act(look)).toMatchObject({ result: 'error', err_code: 601 })
    const before = asked()
    for (let again = 0; again < 3; again++) expect(await act(look)).toMatchObject({ result: 'error', err_code: 601, msg: 'The limit of calls is reached; wait 300 seconds.' })
    expect(asked()).toBe(before)
    // What the bridge knows by itself is answered meanwhile.
    expect(await act({ act: 'user_lookup', cloudflare_email: 'x@example.net' })).toMatchObject({ result: 'success' })
  })

  it.each(['reset_after_commit', 'truncated_body', 'html_502'] as const)('never says that a write was done whose answer was lost (%s), and says to look', async (kind) => {
    const server = await atBridge()
    server.emulator.faults.add([{ kind, method: 'POST', path: '/dns_records' }])
    const answer = await ask(server, record)
    expect(answer).toMatchObject({ result: 'error' })
    expect(answer['msg']).toMatch(/look|Try again/i)
    // It was carried out once; the bridge did not send it again.
    expect(await held(server)).toBe(1)
  })

  it('is asked for the ranges once in five minutes, whoever asks in a loop', async () => {
    const server = await atBridge()
    const asked = (): number => server.emulator.requests.all().filter(({ target }) => target.startsWith('/client/v4/ips')).length
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => server.raw(index % 2 === 0 ? '/ips-v4' : '/ips-v6')))
    expect(asked()).toBe(1)
    server.emulator.faults.add([{ kind: 'html_502', path: '/ips', count: 10 }])
    server.clock.advance(299_999)
    expect(await server.raw('/ips-v4')).toEqual(answers[0])
    expect(asked()).toBe(1)
    // A list that is too old is not given, and a failure is not kept.
    server.clock.advance(1)
    expect((await server.raw('/ips-v4')).status).toBe(502)
    server.emulator.faults.clear()
    expect(await server.raw('/ips-v4')).toEqual(answers[0])
  })

  it('gives no list of ranges rather than an empty one', async () => {
    const server = await atBridge()
    server.emulator.faults.add([{ kind: 'html_502', path: '/ips', count: 10 }])
    expect(await server.raw('/ips-v4')).toEqual({ status: 502, type: 'text/plain; charset=utf-8', text: 'The list cannot be fetched; keep the one that you have.\n' })
  })

  it('says 601 to a host, and the next call finishes what the broken one began', async () => {
    const server = await atBridge()
    const act = (fields: Record<string, string>) => json(server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, ...fields }) }))
    const { user_key } = (await act({ act: 'user_create', cloudflare_email: 'x@example.net', cloudflare_pass: 'good enough' }))['response'] as { readonly user_key: string }
    const set = { act: 'zone_set', user_key, zone_name: 'orchard.example', resolve_to: 'origin.example.net', subdomains: 'www' }
    server.emulator.faults.add([{ kind: 'reset_after_commit', method: 'POST', path: '/dns_records/batch' }])
    expect(await act(set)).toMatchObject({ result: 'error', err_code: 601 })
    expect(await act(set)).toMatchObject({ result: 'success', response: { hosted_cnames: { 'www.orchard.example': 'origin.example.net' } } })
    const names = await act({ act: 'zone_lookup', user_key, zone_name: 'orchard.example' })
    expect(names['response']).toMatchObject({ hosted_cnames: { 'www.orchard.example': 'origin.example.net' } })
  })
})
