import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { identityErrorCases } from './errors/identity.cases.ts'
import { kvErrorCases } from './errors/kv.cases.ts'
import { certificateErrorCases } from './errors/certificates.cases.ts'
import { dnsServiceErrorCases } from './errors/dns-services.cases.ts'
import { trafficErrorCases } from './errors/traffic.cases.ts'
import { ruleErrorCases } from './errors/rules.cases.ts'
import { aiErrorCases } from './errors/ai.cases.ts'
import { d1ErrorCases } from './errors/d1.cases.ts'
import { logpushErrorCases } from './errors/logpush.cases.ts'
import { pagesErrorCases } from './errors/pages.cases.ts'
import { queueErrorCases } from './errors/queues.cases.ts'
import { r2ErrorCases } from './errors/r2.cases.ts'
import { turnstileErrorCases } from './errors/turnstile.cases.ts'
import { emailRoutingErrorCases } from './errors/email-routing.cases.ts'
import { transferErrorCases } from './errors/transfers.cases.ts'
import { tunnelErrorCases } from './errors/tunnels.cases.ts'
import { zoneSwitchErrorCases } from './errors/zone-switches.cases.ts'
import { workerErrorCases } from './errors/workers.cases.ts'
import { errorTable, faultOf } from './errors.ts'
import { defaultSeed, parseSeed, seededIds } from './seed.ts'
import type { ErrorCase, Send } from './testing/error-case.ts'
import { demo, manualClock, recordsPath, startTest, type TestEmulator, zonePath } from './testing/start.ts'

const create = (record: Readonly<Record<string, unknown>>, ...before: readonly Readonly<Record<string, unknown>>[]): Send => async (emulator) => {
  for (const one of before) await emulator.create(one)
  return emulator.call('POST', recordsPath, record)
}
const call = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Send => (emulator) => emulator.call(method, path, body, headers)
const unknownId = '0'.repeat(32)
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const seedWith = (zones: readonly unknown[], tokens: readonly unknown[] = []) => parseSeed({ ...defaultSeed, tokens: [...defaultSeed.tokens, ...tokens], zones })
const freeZone = { seed: seedWith([{ name: 'example.com', plan: 'free' }]) }
const reader = { name: 'reader', value: 'reader-token-0123456789abcdef0123456789ab', user: 'user@example.com', permissions: ['#dns_records:read', '#zone:read'], zones: ['example.com'] }
const withReader = { seed: seedWith(defaultSeed.zones, [reader]) }
const a = { type: 'A', name: 'www', content: '192.0.2.1' }
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...a, name: `host-${index}` }))
const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, name === 'file' ? new Blob([value]) : value)
  return data
}
const importFile = (text: string): Send => (emulator) => emulator.call('POST', `${recordsPath}/import`, form({ file: text }))
const first = async (emulator: TestEmulator, record: Readonly<Record<string, unknown>>): Promise<string> => `${recordsPath}/${String((await emulator.create(record))['id'])}`

const cases: readonly ErrorCase[] = [
  ...ruleErrorCases,
  ...trafficErrorCases,
  ...dnsServiceErrorCases,
  ...certificateErrorCases,
  ...identityErrorCases,
  ...kvErrorCases,
  ...workerErrorCases,
  ...turnstileErrorCases,
  ...r2ErrorCases,
  ...queueErrorCases,
  ...pagesErrorCases,
  ...logpushErrorCases,
  ...d1ErrorCases,
  ...aiErrorCases,
  ...emailRoutingErrorCases,
  ...transferErrorCases,
  ...tunnelErrorCases,
  ...zoneSwitchErrorCases,
  { key: 'credentials_missing', when: 'nothing says who is asking', send: call('GET', '/zones', undefined, {}) },
  { key: 'authorization_format', within: 'headers_invalid', when: 'the authorization is no bearer token', send: call('GET', '/zones', undefined, { authorization: 'Basic abc' }) },
  { key: 'key_format', within: 'headers_invalid', when: 'the key is no hexadecimal number', send: call('GET', '/zones', undefined, { 'x-auth-email': demo.email, 'x-auth-key': 'short' }) },
  { key: 'email_format', within: 'headers_invalid', when: 'the address is none', send: call('GET', '/zones', undefined, { 'x-auth-email': 'nobody', 'x-auth-key': demo.key }) },
  { key: 'headers_invalid', when: 'a header is malformed', send: call('GET', '/zones', undefined, { authorization: 'Bearer x' }) },
  { key: 'token_unknown_at_verify', when: 'an unknown token asks about itself', send: call('GET', '/user/tokens/verify', undefined, bearer('f'.repeat(40))) },
  { key: 'token_unknown', when: 'the token is not known', send: call('GET', '/zones', undefined, bearer('f'.repeat(40))) },
  { key: 'key_unknown', when: 'the key belongs to nobody', send: call('GET', '/zones', undefined, { 'x-auth-email': demo.email, 'x-auth-key': 'f'.repeat(37) }) },
  { key: 'zone_forbidden', when: 'a reading token writes', options: withReader, send: (emulator) => emulator.call('POST', recordsPath, a, bearer(reader.value)) },
  { key: 'resource_forbidden', when: 'the token may not see its user', options: withReader, send: call('GET', '/user', undefined, bearer(reader.value)) },
  { key: 'zone_list_forbidden', when: 'a token for one zone asks for another by name', options: withReader, send: call('GET', '/zones?name=example.org', undefined, bearer(reader.value)) },
  { key: 'no_route', when: 'the path leads nowhere, with or without credentials', send: call('GET', '/invalid', undefined, {}) },
  { key: 'bad_identifier', when: 'an identifier is not 32 hex digits', send: call('GET', '/zones/1234/dns_records/invalid') },
  { key: 'wrong_method', when: 'the path knows another method only', send: call('POST', zonePath) },
  { key: 'malformed_json', when: 'the body is no JSON', send: call('POST', recordsPath, '{"a":') },
  { key: 'body_too_large', when: 'the body is too large', options: { maxBodyBytes: 100 }, send: call('POST', recordsPath, { ...a, comment: 'x'.repeat(200) }) },
  { key: 'query_invalid', when: 'a page is no number', send: call('GET', `${recordsPath}?per_page=none`) },
  {
    key: 'rate_limited',
    when: 'the budget is used up',
    options: { rateLimit: { requests: 1, seconds: 300 } },
    send: async (emulator) => {
      await emulator.call('GET', '/zones')
      return emulator.call('GET', '/zones')
    },
  },
  { key: 'fault_invalid', when: 'the injected fault is none', send: call('GET', '/zones', undefined, { ...bearer(demo.token), 'x-emulator-fault': '{"kind":"flood"}' }) },
  { key: 'request_invalid', when: 'the body is a list', send: call('POST', recordsPath, [1]) },
  { key: 'request_invalid', when: 'the body says nothing', send: call('POST', recordsPath, {}) },
  { key: 'name_invalid', when: 'a label is too long', send: create({ ...a, name: 'x'.repeat(64) }) },
  { key: 'type_invalid', when: 'the type is not held', send: create({ ...a, type: 'SOA' }) },
  { key: 'proxied_not_boolean', when: 'proxied is a text', send: create({ ...a, proxied: 'yes' }) },
  { key: 'cannot_be_proxied', when: 'a private address should be proxied', send: create({ ...a, content: '10.0.0.1', proxied: true }) },
  { key: 'a_content', when: 'an IPv4 address has three parts', send: create({ ...a, content: '1.2.3' }) },
  { key: 'aaaa_content', when: 'an IPv6 address is none', send: create({ ...a, type: 'AAAA' }) },
  { key: 'cname_content', when: 'a CNAME leads to an address', send: create({ ...a, type: 'CNAME' }) },
  { key: 'ns_content', when: 'a name server is an address', send: create({ ...a, type: 'NS' }) },
  { key: 'mx_content', when: 'a mail server is an address', send: create({ ...a, type: 'MX', priority: 1 }) },
  { key: 'content_length', when: 'a text is longer than 2,048 characters', send: create({ type: 'TXT', name: 't', content: 'x'.repeat(2049) }) },
  { key: 'ttl_invalid', when: 'the TTL is too small', send: create({ ...a, ttl: 59 }) },
  { key: 'cname_to_itself', when: 'a CNAME leads to itself', send: create({ type: 'CNAME', name: 'x', content: 'x.example.com' }) },
  { key: 'txt_content', when: 'a quote is not closed', send: create({ type: 'TXT', name: 't', content: '"open' }) },
  { key: 'content_invalid', when: 'parts of the value do not fit', send: create({ type: 'SRV', name: '_a._tcp', data: { priority: 1, weight: 1, port: 99_999, target: 'a.example.com' } }) },
  { key: 'data_field', when: 'a part of the value is missing', send: create({ type: 'CAA', name: 'x', data: { flags: 0, tag: 'issue' } }) },
  { key: 'data_forbidden', when: 'SRV data names its service', send: create({ type: 'SRV', name: 'x', data: { service: '_a', proto: '_tcp', name: 'x', priority: 1, weight: 1, port: 1, target: 'a.example.com' } }) },
  { key: 'priority_required', when: 'MX has no priority', send: create({ type: 'MX', name: '@', content: 'mail.example.com' }) },
  { key: 'priority_invalid', when: 'the priority is too large', send: create({ type: 'MX', name: '@', content: 'mail.example.com', priority: 65_536 }) },
  { key: 'content_required', when: 'there is no content', send: create({ type: 'A', name: 'x' }) },
  { key: 'comment_length', when: 'a comment on Free has 101 characters', options: freeZone, send: create({ ...a, comment: 'x'.repeat(101) }) },
  { key: 'comment_text', when: 'a comment has a line break', send: create({ ...a, comment: 'a\nb' }) },
  { key: 'tag_invalid', when: 'a tag is reserved', send: create({ ...a, tags: ['cf-x:y'] }) },
  { key: 'tag_quota', when: 'a record on Free has a tag', options: freeZone, send: create({ ...a, tags: ['a:b'] }) },
  { key: 'settings_invalid', when: 'a setting is no boolean', send: create({ type: 'CNAME', name: 'x', content: 'y.example.com', settings: { flatten_cname: 1 } }) },
  { key: 'type_change', when: 'a record should become another type', send: async (emulator) => emulator.call('PUT', await first(emulator, a), { ...a, type: 'TXT' }) },
  { key: 'record_read_only', when: 'another product looks after the record', options: { seed: seedWith([{ name: 'example.com', records: [{ ...a, meta: { read_only: true, managed_by: 'Email Routing' } }] }]) }, send: call('DELETE', `${recordsPath}/${seededIds.record('example.com', 0)}`) },
  { key: 'record_not_found', when: 'no record has the identifier', send: call('GET', `${recordsPath}/${unknownId}`) },
  { key: 'record_quota', when: 'a Free zone has 200 records', options: { seed: seedWith([{ name: 'example.com', plan: 'free', records: many(200) }]) }, send: create(a) },
  { key: 'cname_conflict', when: 'a CNAME comes to an A', send: create({ type: 'CNAME', name: 'www', content: 'x.example.com' }, a) },
  { key: 'address_conflict', when: 'an A comes to a CNAME', send: create(a, { type: 'CNAME', name: 'www', content: 'x.example.com' }) },
  { key: 'ns_conflict', when: 'an A comes to an NS', send: create(a, { type: 'NS', name: 'www', content: 'ns.example.net' }) },
  { key: 'ns_beside_others', when: 'an NS comes to an A', send: create({ type: 'NS', name: 'www', content: 'ns.example.net' }, a) },
  { key: 'ds_without_ns', when: 'a DS stands alone', send: create({ type: 'DS', name: 'x', data: { key_tag: 1, algorithm: 13, digest_type: 2, digest: 'ab'.repeat(32) } }) },
  {
    key: 'ns_needed_by_ds',
    when: 'the NS goes before the DS',
    send: async (emulator) => {
      const path = await first(emulator, { type: 'NS', name: 'x', content: 'ns.example.net' })
      await emulator.create({ type: 'DS', name: 'x', data: { key_tag: 1, algorithm: 13, digest_type: 2, digest: 'ab'.repeat(32) } })
      return emulator.call('DELETE', path)
    },
  },
  { key: 'identical_record', when: 'the record is there already', send: create(a, a) },
  { key: 'identical_record_2024', when: 'the record is there already, in 2024', options: { compat: '2024' }, send: create(a, a) },
  { key: 'txt_combined', when: 'the texts of a name are too long together', send: create({ type: 'TXT', name: 't', content: 'e' }, ...['a', 'b', 'c', 'd'].map((letter) => ({ type: 'TXT', name: 't', content: letter.repeat(2048) }))) },
  { key: 'validation_2024', when: 'a field is wrong, in 2024', options: { compat: '2024' }, send: create({ ...a, content: '1.2.3' }) },
  { key: 'batch_empty', when: 'a batch does nothing', send: call('POST', `${recordsPath}/batch`, {}) },
  { key: 'batch_too_large', when: 'a batch on Free has 201 operations', options: freeZone, send: call('POST', `${recordsPath}/batch`, { posts: many(201) }) },
  { key: 'import_file', when: 'an import has no file', send: call('POST', `${recordsPath}/import`, form({ proxied: 'true' })) },
  { key: 'import_size', when: 'the file is too large', send: importFile(';'.repeat(262_145)) },
  { key: 'import_syntax', when: 'the file is no zone file', send: importFile('www 300x A 192.0.2.1') },
  { key: 'import_include', when: 'the file includes another', send: importFile('$INCLUDE other.zone') },
  { key: 'zone_not_found', when: 'no zone has the identifier', send: call('GET', `/zones/${unknownId}`) },
  { key: 'zone_exists', when: 'the zone is there already', send: call('POST', '/zones', { name: 'example.com' }) },
  { key: 'zone_name', when: 'the name is no domain', send: call('POST', '/zones', { name: 'nodots' }) },
  { key: 'zone_not_root', when: 'the name lies in another zone', send: call('POST', '/zones', { name: 'sub.example.com' }) },
  { key: 'zone_account', when: 'the account is not known', send: call('POST', '/zones', { name: 'example.net', account: { id: unknownId } }) },
  { key: 'zone_type', when: 'the type of zone is not known', send: call('POST', '/zones', { name: 'example.net', type: 'half' }) },
  { key: 'zone_create_forbidden', when: 'a token for some zones adds one', options: { seed: seedWith(defaultSeed.zones, [{ ...reader, permissions: ['*'] }]) }, send: call('POST', '/zones', { name: 'example.net' }, bearer(reader.value)) },
  { key: 'zone_one_property', when: 'two properties change at once', send: call('PATCH', zonePath, { paused: true, type: 'partial' }) },
  { key: 'zone_property_unknown', when: 'a property is none of a zone', send: call('PATCH', zonePath, { color: 'red' }) },
  { key: 'zone_property_unknown', when: 'an unknown property stands beside a known one', send: call('PATCH', zonePath, { paused: true, color: 'red' }) },
  { key: 'zone_one_property', when: 'a change names no property', send: call('PATCH', zonePath, {}) },
  { key: 'zone_property', when: 'a property has a wrong value', send: call('PATCH', zonePath, { paused: 'yes' }) },
  {
    key: 'zone_paused',
    when: 'a paused zone is paused, in 2024',
    options: { compat: '2024' },
    send: async (emulator) => {
      await emulator.call('PATCH', zonePath, { paused: true })
      return emulator.call('PATCH', zonePath, { paused: true })
    },
  },
  { key: 'zone_unpaused', when: 'a running zone is unpaused, in 2024', options: { compat: '2024' }, send: call('PATCH', zonePath, { paused: false }) },
  { key: 'zone_plan_needed', when: 'a Pro zone wants name servers of its own', send: call('PATCH', zonePath, { vanity_name_servers: ['ns1.example.com'] }) },
  {
    key: 'activation_too_soon',
    when: 'activation is checked twice',
    send: async (emulator) => {
      await emulator.call('PUT', `${zonePath}/activation_check`)
      return emulator.call('PUT', `${zonePath}/activation_check`)
    },
  },
  { key: 'setting_unknown', when: 'no setting has the name', send: call('GET', `${zonePath}/settings/none`) },
  { key: 'setting_value', when: 'the value is not allowed', send: call('PATCH', `${zonePath}/settings/ssl`, { value: 'very' }) },
  { key: 'setting_locked', when: 'nobody may change the setting', send: call('PATCH', `${zonePath}/settings/advanced_ddos`, { value: 'off' }) },
  { key: 'purge_nothing', when: 'a purge names nothing', send: call('POST', `${zonePath}/purge_cache`, {}) },
  { key: 'purge_everything', when: 'everything is false', send: call('POST', `${zonePath}/purge_cache`, { purge_everything: false }) },
  { key: 'purge_list', when: 'files are no list', send: call('POST', `${zonePath}/purge_cache`, { files: 'https://example.com/' }) },
  { key: 'purge_foreign', when: 'a file is of another zone', send: call('POST', `${zonePath}/purge_cache`, { files: ['https://example.net/'] }) },
  { key: 'purge_combination', when: 'two kinds are mixed', send: call('POST', `${zonePath}/purge_cache`, { purge_everything: true, tags: ['a'] }) },
  { key: 'purge_too_many', when: 'a purge has 101 files', send: call('POST', `${zonePath}/purge_cache`, { files: Array.from({ length: 101 }, (_, index) => `https://example.com/${index}`) }) },
  { key: 'purge_tag', when: 'a tag is too long', send: call('POST', `${zonePath}/purge_cache`, { tags: ['x'.repeat(1025)] }) },
  {
    key: 'purge_rate',
    when: 'purges come too fast',
    options: { rateLimit: true, clock: manualClock() },
    send: async (emulator) => {
      for (let count = 0; count < 25; count++) await emulator.call('POST', `${zonePath}/purge_cache`, { purge_everything: true })
      return emulator.call('POST', `${zonePath}/purge_cache`, { purge_everything: true })
    },
  },
  { key: 'account_not_found', when: 'no account has the identifier', send: call('GET', `/accounts/${unknownId}`) },
  { key: 'account_field', when: 'an account loses its name', send: call('PUT', `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}`, { name: '' }) },
  { key: 'user_field', when: 'a postal code is too long', send: call('PATCH', '/user', { zipcode: '1'.repeat(21) }) },
]

/** The text of a message around its words in braces. */
const pattern = (message: string): RegExp => new RegExp(`^${message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')

describe('a refusal', () => {
  for (const { key, when, options, send, within, messages = [] } of cases) {
    it(`is ${key} when ${when}`, async () => {
      const row = errorTable[key]
      const outer = within === undefined ? row : errorTable[within]
      const { status, json } = await send(await startTest(options))
      const [error] = json.errors
      expect([status, error?.code]).toEqual([outer.status, outer.code])
      const meant = within === undefined ? error : error?.error_chain?.[0]
      expect(meant?.code).toBe(row.code)
      expect(meant?.message).toMatch(pattern(row.message))
      expect(json).toMatchObject({ success: false, result: null, messages })
    })
  }
})

describe('the table of errors', () => {
  it('has a test over HTTP for every row that a request can reach', () => {
    // `internal` needs a mistake in the program.
    const unreachable = new Set(['internal'])
    expect(Object.keys(errorTable).filter((key) => !unreachable.has(key) && !cases.some((one) => one.key === key))).toEqual([])
  })

  it('has no row that nothing refers to', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.cases.ts') && file !== 'errors.ts')
    const source = files.map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join('\n')
    const inTable = readFileSync(`${import.meta.dirname}/errors.ts`, 'utf8')
    expect(Object.keys(errorTable).filter((key) => !source.includes(`'${key}'`) && !inTable.includes(`'${key}'`))).toEqual([])
  })

  it('fills the words of a message in', () => {
    expect(faultOf('zone_exists', { name: 'example.com' })).toEqual({ code: 1061, message: 'example.com already exists' })
  })
})
