import type { AnyEndpoint } from '@zonewright/core'
import { declaredEndpoints, sampleInputs, samples as samplesOf } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { v4Json } from '@zonewright/v4/wire'
import { describe, expect, it } from 'vitest'

import { handlers } from '../serve/handlers.ts'
import { JsonText } from '../state/json.ts'
import { makeAcceptor, reply } from './v4-json.ts'

const id = '023e105f4ecef8ad9ca31a8372d0c353'
const endpoints = declaredEndpoints(v4)
const acceptor = makeAcceptor(endpoints)
const record = { type: 'A', name: 'www', content: '192.0.2.1', ttl: 1, proxied: true, tags: ['a:b'], comment: null, settings: { flatten_cname: true } }

const namespace = '/accounts/{account_id}/storage/kv/namespaces/{namespace_id}'
/** Keys may hold slashes, and a value travels alone or beside its metadata. */
const keyValueInputs = {
  [`GET ${namespace}/keys`]: [{ prefix: 'a/', limit: 10, cursor: 'x' }],
  [`GET ${namespace}/values/{key_name}`]: [{ key_name: 'a/b//ü%2F ?' }],
  [`PUT ${namespace}/values/{key_name}`]: [{ key_name: '/', value: new Uint8Array([0, 255, 13, 10]) }, { value: '', expiration_ttl: 60 }, { value: 'text', metadata: { a: 1 }, expiration: 1 }],
  [`PUT ${namespace}/bulk`]: [{ pairs: [{ key: 'a', value: '1', base64: false }] }],
  [`POST ${namespace}/bulk/delete`]: [{ keys: ['a', 'b/c'] }],
}
const script = '/accounts/{account_id}/workers/scripts/{script_name}'
const modules = [
  { name: 'a.js', type: 'application/javascript+module', content: 'export {}' },
  { name: 'b.wasm', type: 'application/wasm', content: new Uint8Array([0, 97, 115, 109, 255]) },
]
const workerInputs = {
  [`PUT ${script}`]: [{ script: 'x' }, { metadata: { main_module: 'a.js' }, files: modules }],
  [`PUT ${script}/content`]: [{ metadata: { body_part: 'script' }, script: 'x' }],
  [`PATCH ${script}/settings`]: [{ settings: { logpush: true } }],
  [`PUT ${script}/schedules`]: [{ schedules: [{ cron: '* * * * *' }] }],
  'PUT /zones/{zone_id}/workers/script': [{ script: 'x' }],
}

/** What no schema tells: texts with odd characters, files of all forms, fields in several combinations. The schemas give the rest. */
const inputs: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'GET /zones': [{ name: 'contains:.org', status: 'active', page: 2, per_page: 50, 'account.id': id }, {}],
  'GET /zones/{zone_id}/dns_records': [{ type: 'TXT', proxied: true, 'content.contains': 'a b&c=ü', page: 3, per_page: 5000, search: '5' }, { name: '1', tag: 'true' }],
  'POST /zones/{zone_id}/dns_records': [record],
  'PUT /zones/{zone_id}/dns_records/{dns_record_id}': [record],
  'PATCH /zones/{zone_id}/dns_records/{dns_record_id}': [{ proxied: false }, { content: 'é "quoted" \\ 雪' }],
  'POST /zones/{zone_id}/dns_records/batch': [{ deletes: [{ id }], posts: [record] }],
  'POST /zones/{zone_id}/dns_records/import': [
    { file: 'www 300 IN A 192.0.2.1\r\n', proxied: true },
    { file: { name: 'ü.zone', type: 'text/dns', content: '' } },
    { file: new Uint8Array([0, 255, 13, 10]) },
  ],
  'POST /zones/{zone_id}/purge_cache': [{ purge_everything: true }, { files: ['https://example.com/', { url: 'https://example.com/', headers: { a: 'b' } }] }],
  'POST /zones': [{ name: 'example.net', account: { id }, jump_start: false }],
  'PATCH /zones/{zone_id}': [{ paused: true }],
  ...keyValueInputs,
  ...workerInputs,
  'GET /zones/{zone_id}/firewall/access_rules/rules': [{ 'configuration.target': 'ip', 'configuration.value': '192.0.2.1', match: 'any', page: 2 }, { configuration_target: 'country' }],
  'DELETE /zones/{zone_id}/firewall/access_rules/rules/{rule_id}': [{}, { cascade: 'basic' }],
  'POST /accounts/{account_id}/rules/lists/{list_id}/items': [{ items: [{ ip: '192.0.2.1', comment: 'ü' }] }, { items: [] }],
  'DELETE /accounts/{account_id}/rules/lists/{list_id}/items': [{ items: [{ id }] }],
  'PATCH /zones/{zone_id}/rulesets/{ruleset_id}/rules/{rule_id}': [{ position: { before: '' } }, { action: 'block', expression: 'http.host eq "a"', enabled: false }],
  'PATCH /zones/{zone_id}/settings/{setting_id}': [{ value: { strict_transport_security: { enabled: true } } }],
}

const pathInput = (endpoint: AnyEndpoint): Record<string, string> => Object.fromEntries(endpoint.target.parameters.map((name) => [name, name === 'setting_id' ? 'newest_of_all' : id]))
const samples = endpoints.map((endpoint) => ({ endpoint, all: [...sampleInputs(endpoint.input), ...(inputs[endpoint.route] ?? []).map((more) => ({ ...pathInput(endpoint), ...more }))] }))

const hasErrors = (result: unknown): boolean => typeof result === 'object' && result !== null && 'errors' in result && Array.isArray(result.errors) && result.errors.length > 0

/** Results that an endpoint may give, from its schema alone. */
const resultsOf = (endpoint: AnyEndpoint): readonly unknown[] => {
  if (endpoint.kind === 'stream' || endpoint.answer === 'text') return ['text "ü"']
  if (endpoint.answer === 'bytes') return [new Uint8Array([0, 255, 13, 10])]
  if (endpoint.kind === 'list') return [samplesOf(endpoint.item), []]
  // GraphQL says no by errors beside the data.
  return samplesOf(endpoint.result).filter((result) => endpoint.answer !== 'bare' || !hasErrors(result))
}
const call = (endpoint: AnyEndpoint, input: Readonly<Record<string, unknown>>) => ({ endpoint, input, baseUrl: 'http://127.0.0.1/client/v4', attempt: 1, timeoutMs: 1000 })

describe('every declared endpoint', () => {
  it('is served', () => {
    const served = handlers.map(({ endpoint }) => endpoint)
    expect(endpoints.filter((endpoint) => !served.includes(endpoint)).map(({ route }) => route)).toEqual([])
    expect(served.filter((endpoint) => !endpoints.includes(endpoint)).map(({ route }) => route)).toEqual([])
    expect(new Set(served.map(({ route }) => route)).size).toBe(served.length)
  })

  it('has its own route', () => {
    expect(new Set(endpoints.map(({ route }) => route)).size).toBe(endpoints.length)
  })

  it.each(samples.map((sample) => [sample.endpoint.route, sample] as const))('%s is understood as it was meant', async (_, { endpoint, all }) => {
    for (const input of all) {
      const { method, url, headers, body } = v4Json.encode(call(endpoint, input))
      const { pathname, search } = new URL(url)
      const accepted = await acceptor.accept({ method, target: pathname + search, contentType: headers['content-type'] ?? '', headers, body: Buffer.from(body ?? '') })
      expect(accepted.endpoint).toBe(endpoint)
      expect(accepted.input).toEqual(input)
    }
  })

  it.each(endpoints.map((endpoint) => [endpoint.route, endpoint] as const))('%s gives back the result that went in', (_, endpoint) => {
    for (const result of resultsOf(endpoint)) {
      const info = { page: 1, per_page: 20, total_pages: 1, count: 2, total_count: 2 }
      const { contentType, body } = reply(endpoint, { result, ...(endpoint.kind === 'list' ? { info } : {}) })
      if (endpoint.kind === 'stream') {
        // A client hands a download out as it comes; there is nothing to decode.
        expect({ contentType, body }).toEqual({ contentType: 'text/plain; charset=utf-8', body: result })
        continue
      }
      const decoded = v4Json.decode(call(endpoint, pathInput(endpoint)), { status: 200, headers: { 'content-type': contentType }, body: Buffer.from(body) })
      expect(endpoint.answer === 'bytes' ? new Uint8Array(decoded.result as Uint8Array) : decoded.result).toEqual(result)
      if (endpoint.kind === 'list') expect(decoded.info).toEqual(info)
    }
  })
})

describe('an answer', () => {
  it('takes texts that are JSON already as they are', () => {
    const list = endpoints.find(({ kind }) => kind === 'list')
    if (list === undefined) throw new Error('no listing is declared')
    expect(reply(list, { result: [new JsonText('{"b":1,"a":2}')] }).body).toContain('"result":[{"b":1,"a":2}]')
  })
})

describe('a request', () => {
  const accept = (method: string, target: string, body = '') => acceptor.accept({ method, target: `/client/v4${target}`, contentType: 'application/x-www-form-urlencoded', body: Buffer.from(body) })

  it('may carry a JSON body under any media type, and unknown fields', async () => {
    expect((await accept('POST', `/zones/${id}/dns_records`, '{"type":"A","k":1}')).input).toEqual({ zone_id: id, type: 'A', k: 1 })
  })

  it('with a body is read by its path first: a zone in the body does not count', async () => {
    expect((await accept('PUT', `/zones/${id}/dns_records/${id}`, '{"zone_id":"other"}')).input['zone_id']).toBe(id)
  })

  it('repeats a parameter to give a list', async () => {
    expect((await accept('GET', `/zones/${id}/dns_records?name=a&name=b&per_page=x`)).input).toEqual({ zone_id: id, name: ['a', 'b'], per_page: 'x' })
  })

  it('prefers a word of a route over an identifier', async () => {
    expect((await accept('GET', `/zones/${id}/dns_records/export/`)).endpoint.route).toBe('GET /zones/{zone_id}/dns_records/export')
  })
})
