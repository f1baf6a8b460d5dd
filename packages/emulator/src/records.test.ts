import { describe, expect, it } from 'vitest'

import { manualClock, recordsPath, startTest } from './testing/start.ts'

const long = 'x'.repeat(300)
const hex = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'
const location = { lat_degrees: 37, lat_minutes: 46, lat_seconds: 46, lat_direction: 'N', long_degrees: 122, long_minutes: 23, long_seconds: 35, long_direction: 'W', altitude: 0, size: 100, precision_horz: 0, precision_vert: 0 }

/** What a client sends, and what the answer shows of it. */
const forms: readonly (readonly [what: string, sent: Readonly<Record<string, unknown>>, shown: Readonly<Record<string, unknown>>])[] = [
  ['A', { type: 'A', content: '192.0.2.1' }, { content: '192.0.2.1', proxiable: true, settings: {} }],
  ['A on loopback', { type: 'A', content: '127.0.0.1' }, { content: '127.0.0.1', proxiable: false }],
  ['AAAA in short form', { type: 'AAAA', content: '2001:0DB8:0:0::1' }, { content: '2001:db8::1', proxiable: true }],
  ['CNAME without final dot', { type: 'CNAME', content: 'Target.Example.net.' }, { content: 'target.example.net', proxiable: true, settings: { flatten_cname: false } }],
  ['CNAME with Unicode in punycode', { type: 'CNAME', content: 'bücher.example' }, { content: 'xn--bcher-kva.example' }],
  ['MX with its priority beside it', { type: 'MX', content: 'mail.example.com.', priority: 10 }, { content: 'mail.example.com', priority: 10, proxiable: false }],
  ['the MX that takes no mail', { type: 'MX', content: '.', priority: 0 }, { content: '.', priority: 0 }],
  ['TXT as it was sent, without quotes', { type: 'TXT', content: 'v=spf1 -all' }, { content: 'v=spf1 -all' }],
  ['TXT as it was sent, with quotes', { type: 'TXT', content: '"a" "b"' }, { content: '"a" "b"' }],
  ['TXT longer than one string', { type: 'TXT', content: long }, { content: long }],
  ['NS', { type: 'NS', content: 'ns.example.net.' }, { content: 'ns.example.net' }],
  ['PTR', { type: 'PTR', content: 'host.example.net.' }, { content: 'host.example.net' }],
  ['OPENPGPKEY', { type: 'OPENPGPKEY', content: 'AAAABBBB' }, { content: 'AAAABBBB' }],
  ['CAA by its parts', { type: 'CAA', data: { flags: 0, tag: 'issue', value: 'ca.example' } }, { content: '0 issue "ca.example"', data: { flags: 0, tag: 'issue', value: 'ca.example' } }],
  ['CERT with numbers', { type: 'CERT', data: { type: 1, key_tag: 2, algorithm: 8, certificate: 'AAAA' } }, { content: '1 2 8 AAAA' }],
  ['DNSKEY', { type: 'DNSKEY', data: { flags: 257, protocol: 3, algorithm: 13, public_key: 'AAAA' } }, { content: '257 3 13 AAAA' }],
  ['SSHFP in the letter case it was sent in', { type: 'SSHFP', data: { algorithm: 1, type: 1, fingerprint: '859be6ae04643db411f067b6c1da1d75fe08b672' } }, { content: '1 1 859be6ae04643db411f067b6c1da1d75fe08b672' }],
  ['TLSA', { type: 'TLSA', data: { usage: 3, selector: 1, matching_type: 1, certificate: hex } }, { content: `3 1 1 ${hex}` }],
  ['SMIMEA', { type: 'SMIMEA', data: { usage: 3, selector: 0, matching_type: 1, certificate: hex } }, { content: `3 0 1 ${hex}` }],
  ['SRV by its parts', { type: 'SRV', data: { priority: 5, weight: 0, port: 5222, target: 'talk.example.com.' } }, { content: '0 5222 talk.example.com', priority: 5, data: { priority: 5, weight: 0, port: 5222, target: 'talk.example.com' } }],
  ['SRV whose priority stands beside its parts', { type: 'SRV', priority: 5, content: 'not looked at', data: { weight: 0, port: 5222, target: 'talk.example.com' } }, { content: '0 5222 talk.example.com', priority: 5 }],
  ['SRV whose name is said twice, alike', { type: 'SRV', name: '_sip._tcp.X', data: { service: '_sip', proto: '_tcp', name: 'x.example.com.', priority: 5, weight: 0, port: 5222, target: 'talk.example.com' } }, { name: '_sip._tcp.x.example.com', data: { priority: 5, weight: 0, port: 5222, target: 'talk.example.com' } }],
  ['CAA by its text with tabs', { type: 'CAA', content: '0\tissue\tca.example' }, { content: '0 issue "ca.example"' }],
  ['SRV by its text with tabs', { type: 'SRV', priority: 5, content: '0\t5222\ttalk.example.com' }, { content: '0 5222 talk.example.com', priority: 5 }],
  ['CAA among the parts of all other types', { type: 'CAA', data: { name: '', target: '.', service: '', proto: '', priority: 0, tag: 'issue', flags: 0, value: 'ca.example', algorithm: 0, public_key: '' } }, { content: '0 issue "ca.example"', data: { flags: 0, tag: 'issue', value: 'ca.example' } }],
  ['URI', { type: 'URI', priority: 3, data: { weight: 5, target: 'https://example.com/' } }, { content: '5 "https://example.com/"', priority: 3, data: { weight: 5, target: 'https://example.com/' } }],
  ['NAPTR', { type: 'NAPTR', data: { order: 30, preference: 100, flags: 'S', service: 'SIP+D2T', regex: '', replacement: '_sip._tls.unit.tests.' } }, { content: '30 100 "S" "SIP+D2T" "" _sip._tls.unit.tests.' }],
  ['HTTPS with quoted parameters', { type: 'HTTPS', data: { priority: 1, target: 'www.unit.tests.', value: 'alpn="h3,h2" ipv4hint=127.0.0.2' } }, { content: '1 www.unit.tests. alpn="h3,h2" ipv4hint="127.0.0.2"' }],
  ['SVCB', { type: 'SVCB', data: { priority: 1, target: '.', value: 'alpn="h2"' } }, { content: '1 . alpn="h2"' }],
  ['LOC by its text', { type: 'LOC', content: 'IN LOC 37 46 46 N 122 23 35 W 0m 100m 0m 0m' }, { content: '37 46 46.000 N 122 23 35.000 W 0.00 100.00 0.00 0.00' }],
  ['SRV by its text, as the documents send it', { type: 'SRV', priority: 5, content: '0 5222 talk.example.com' }, { content: '0 5222 talk.example.com', priority: 5, data: { priority: 5, weight: 0, port: 5222, target: 'talk.example.com' } }],
  ['LOC', { type: 'LOC', data: location }, { content: '37 46 46.000 N 122 23 35.000 W 0.00 100.00 0.00 0.00', data: location }],
]

describe('the value of a record', () => {
  it.each(forms)('is shown for %s', async (_, sent, shown) => {
    const emulator = await startTest()
    expect(await emulator.create({ name: 'x', ...sent })).toMatchObject(shown)
  })

  it('in parts that lacks some is refused with an error for each', async () => {
    const emulator = await startTest()
    const refused = async (record: Readonly<Record<string, unknown>>) => (await emulator.call('POST', recordsPath, { name: 'x', ...record })).json.errors
    const lacks = (...names: readonly string[]) => names.map((name) => ({ code: 9101, message: `${name} is a required data field.` }))
    expect(await refused({ type: 'SRV', priority: 10 })).toEqual(lacks('weight', 'port', 'target'))
    expect(await refused({ type: 'SRV', content: '5 0 5222 talk.example.com', data: { weight: 0, port: 5222, target: 'talk.example.com' } })).toEqual(lacks('priority'))
    expect(await refused({ type: 'CAA', content: '0 issue "ca.example"', data: { tag: '' } })).toEqual(lacks('flags', 'value'))
    expect(await refused({ type: 'SSHFP', data: null })).toEqual(lacks('algorithm', 'type', 'fingerprint'))
  })

  it('in parts can be changed by a text, which takes their place', async () => {
    const emulator = await startTest()
    const { id } = await emulator.create({ name: 'x', type: 'CAA', data: { flags: 0, tag: 'issue', value: 'ca.example' } })
    const { status, json } = await emulator.call('PATCH', `${recordsPath}/${String(id)}`, { content: '0 issue "other.example"' })
    expect([status, json.result['data']]).toEqual([200, { flags: 0, tag: 'issue', value: 'other.example' }])
  })

  it('may come with data null or of no meaning beside it, as some programs send it', async () => {
    const emulator = await startTest()
    expect(await emulator.create({ name: 'x', type: 'TXT', content: '"x"', data: { tag: '' }, created_on: '0001-01-01T00:00:00Z', modified_on: '0001-01-01T00:00:00Z' })).toMatchObject({ content: '"x"' })
    expect(await emulator.create({ name: 'x', type: 'A', content: '192.0.2.1', data: null, priority: 0, id: 'ignored', locked: false })).toMatchObject({ content: '192.0.2.1' })
  })
})

describe('the name of a record', () => {
  it.each([
    ['www', 'www.example.com'],
    ['@', 'example.com'],
    ['WWW.Example.COM.', 'www.example.com'],
    ['foo.other.net', 'foo.other.net.example.com'],
    ['*.dev', '*.dev.example.com'],
    ['_dmarc', '_dmarc.example.com'],
    ['bücher', 'xn--bcher-kva.example.com'],
  ])('%s becomes %s', async (name, full) => {
    const emulator = await startTest()
    expect((await emulator.create({ name, type: 'TXT', content: 'x' }))['name']).toBe(full)
  })
})

describe('a record', () => {
  it('comes back in the order of keys and with the dates that the service has', async () => {
    const clock = manualClock()
    clock.advance(24.967)
    const emulator = await startTest({ clock })
    const { text } = await emulator.call('POST', recordsPath, { name: 'www', type: 'A', content: '192.0.2.1' })
    expect(text.replace(/"id":"[0-9a-f]{32}"/, '"id":""')).toBe(
      '{"result":{"id":"","name":"www.example.com","type":"A","content":"192.0.2.1","proxiable":true,"proxied":false,"ttl":1,"settings":{},"meta":{},"comment":null,"tags":[],"created_on":"2026-11-20T12:00:00.024967Z","modified_on":"2026-11-20T12:00:00.024967Z"},"success":true,"errors":[],"messages":[]}',
    )
  })

  it('has an automatic TTL while it is proxied', async () => {
    const emulator = await startTest()
    expect(await emulator.create({ name: 'www', type: 'A', content: '192.0.2.1', ttl: 300, proxied: true })).toMatchObject({ ttl: 1, proxied: true })
  })

  it('keeps identifier and creation date when it is replaced, and loses what is not said', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const before = await emulator.create({ name: 'www', type: 'A', content: '192.0.2.1', ttl: 300, comment: 'old', tags: ['a:b'] })
    clock.advance(1500)
    const { json } = await emulator.call('PUT', `${recordsPath}/${String(before['id'])}`, { name: 'www', type: 'A', content: '192.0.2.2' })
    expect(json.result).toMatchObject({ id: before['id'], created_on: before['created_on'], modified_on: '2026-11-20T12:00:01.5Z', content: '192.0.2.2', ttl: 1, comment: null, tags: [] })
  })

  it('keeps what a change does not mention', async () => {
    const emulator = await startTest()
    const before = await emulator.create({ name: '_sip._tcp', type: 'SRV', data: { priority: 5, weight: 1, port: 5060, target: 'sip.example.com' }, ttl: 300, comment: 'phone' })
    const { json } = await emulator.call('PATCH', `${recordsPath}/${String(before['id'])}`, { priority: 7 })
    expect(json.result).toMatchObject({ ttl: 300, comment: 'phone', priority: 7, content: '1 5060 sip.example.com', data: { priority: 7, weight: 1, port: 5060, target: 'sip.example.com' } })
  })

  it('keeps its dates when a change changes nothing', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const before = await emulator.create({ name: 'www', type: 'A', content: '192.0.2.1' })
    clock.advance(1000)
    const { json } = await emulator.call('PATCH', `${recordsPath}/${String(before['id'])}`, { ttl: 1 })
    expect(json.result).toEqual(before)
  })

  it('is gone once: a second deletion finds nothing', async () => {
    const emulator = await startTest()
    const { id } = await emulator.create({ name: 'www', type: 'A', content: '192.0.2.1' })
    expect((await emulator.call('DELETE', `${recordsPath}/${String(id)}`, {})).json.result).toEqual({ id })
    expect((await emulator.call('DELETE', `${recordsPath}/${String(id)}`)).codes).toEqual([81044])
  })

  it('counts as a twin whatever quotes, TTL and letter case it has', async () => {
    const emulator = await startTest()
    await emulator.create({ name: 't', type: 'TXT', content: 'v=spf1 -all' })
    expect((await emulator.call('POST', recordsPath, { name: 'T', type: 'TXT', content: '"v=spf1 -all"', ttl: 300 })).codes).toEqual([81058])
  })

  it('stands beside a CNAME unless it is an address or another CNAME', async () => {
    const emulator = await startTest()
    await emulator.create({ name: 'x', type: 'CNAME', content: 'y.example.net' })
    await emulator.create({ name: 'x', type: 'TXT', content: 'beside' })
    expect((await emulator.call('POST', recordsPath, { name: 'x', type: 'CNAME', content: 'z.example.net' })).codes).toEqual([81053])
  })

  it('may be an SRV twin when the variance says so', async () => {
    const emulator = await startTest({ variance: { srvTwins: true } })
    const srv = { name: '_a._tcp', type: 'SRV', data: { priority: 1, weight: 1, port: 1, target: 'a.example.com' } }
    await emulator.create(srv)
    expect((await emulator.call('POST', recordsPath, srv)).status).toBe(200)
  })

  it('speaks as in 2024 when it is asked to', async () => {
    const emulator = await startTest({ compat: '2024' })
    const record = await emulator.create({ type: 'SRV', data: { service: '_sip', proto: '_tcp', name: '@', priority: 1, weight: 2, port: 3, target: 'sip.example.com' } })
    expect(record).toMatchObject({ name: '_sip._tcp.example.com', zone_name: 'example.com', content: '2\t3\tsip.example.com', locked: false, data: { service: '_sip', proto: '_tcp', name: 'example.com', priority: 1, weight: 2, port: 3, target: 'sip.example.com' } })
    const { json } = await emulator.call('GET', recordsPath)
    expect(json.result[0]).toEqual(record)
    const { json: refused } = await emulator.call('POST', recordsPath, { type: 'SSHFP', name: 'x' })
    expect(refused.errors).toMatchObject([{ code: 1004, error_chain: [{ code: 9101, message: 'algorithm is a required data field.' }, { code: 9101 }, { code: 9101 }] }])
    const nowhere = await emulator.call('GET', '/zones/1234')
    expect([nowhere.status, nowhere.json.errors]).toMatchObject([400, [{ code: 7003 }, { code: 7000 }]])
  })
})
