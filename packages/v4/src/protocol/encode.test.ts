import { type AnyEndpoint, type Call, type Credentials, type Facts, globalKey, originCaKey, perMethod, token } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { download, endpoint } from '../protocol.ts'
import { v4Json } from '../wire.ts'

const any = z.record(z.string(), z.unknown())
const call = (route: string, input: Record<string, unknown> = {}, facts: Facts = {}, more: Partial<Call> = {}): Call => ({
  endpoint: endpoint<Record<string, unknown>, unknown>(route, { input: any, result: z.unknown(), ...facts }) as AnyEndpoint,
  input,
  baseUrl: 'https://api.test/client/v4',
  attempt: 1,
  timeoutMs: 1000,
  ...more,
})
const encode = (...input: Parameters<typeof call>) => v4Json.encode(call(...input))
const json = { accept: 'application/json', 'content-type': 'application/json' }

describe('a request of API v4', () => {
  it('puts names in braces into the path and the rest of a GET into the query', () => {
    expect(encode('GET /zones/{zone_id}/dns_records', { zone_id: 'z 1', 'name.contains': 'a&b', proxied: false, page: 2, tag: ['a', 'b'], none: undefined, data: { x: 1 } })).toEqual({
      method: 'GET',
      url: 'https://api.test/client/v4/zones/z%201/dns_records?name.contains=a%26b&proxied=false&page=2&tag=a&tag=b&data=%7B%22x%22%3A1%7D',
      headers: { accept: 'application/json' },
      secretHeaders: [],
    })
  })

  it('puts inputs that are declared as headers there, and nowhere else', () => {
    expect(encode('PATCH /buckets/{name}', { name: 'a', place: 'eu', none: undefined, size: 1 }, { headers: { place: 'cf-place', none: 'cf-none' } })).toEqual({ method: 'PATCH', url: 'https://api.test/client/v4/buckets/a', headers: { ...json, 'cf-place': 'eu' }, secretHeaders: [], body: '{"size":1}' })
    expect(encode('GET /buckets', { place: 'eu', size: 1 }, { headers: { place: 'cf-place' } })).toMatchObject({ url: 'https://api.test/client/v4/buckets?size=1', headers: { 'cf-place': 'eu' } })
  })

  it('sends slashes in the path as they are where the declaration says so', () => {
    expect(encode('POST /run/{model}', { model: '@cf/a b/c' }, { slashes: ['model'], plainSlashes: true }).url).toBe('https://api.test/client/v4/run/%40cf/a%20b/c')
    expect(encode('POST /run/{model}', { model: '@cf/a' }, { slashes: ['model'] }).url).toBe('https://api.test/client/v4/run/%40cf%2Fa')
  })

  it('puts the rest of a write into a JSON body, and its declared query names into the query', () => {
    expect(encode('PUT /zones/{zone_id}/x', { zone_id: 'z', force: true, name: 'www', ttl: 1, none: undefined, nil: null }, { query: ['force'] })).toEqual({
      method: 'PUT',
      url: 'https://api.test/client/v4/zones/z/x?force=true',
      headers: json,
      secretHeaders: [],
      body: '{"name":"www","ttl":1,"nil":null}',
    })
  })

  it.each([
    ['POST /a', {}, '{}'],
    ['PATCH /a', {}, '{}'],
    ['DELETE /a/{id}', { id: '1' }, undefined],
    ['DELETE /a/{id}', { id: '1', files: ['x'] }, '{"files":["x"]}'],
    ['HEAD /a', { b: 1 }, undefined],
  ])('of %s with %j has the body %j', (route, input, body) => {
    const request = encode(route, input)
    expect(request.body).toBe(body)
    expect(request.headers['content-type']).toBe(body === undefined ? undefined : 'application/json')
  })

  it('can have one field alone for its JSON body, and none when that is absent', () => {
    expect(encode('POST /a', { items: [1, 2] }, { body: { json: 'items' } }).body).toBe('[1,2]')
    expect(encode('POST /a', {}, { body: { json: 'items' } })).not.toHaveProperty('body')
  })

  it('survives half a surrogate pair in a query', () => {
    expect(encode('GET /a', { name: 'a\uD800' }).url).toContain('name=a%EF%BF%BD')
  })

  it.each<[string, Credentials, Record<string, string>]>([
    ['a token', token('T'), { authorization: 'Bearer T' }],
    ['a global key', globalKey('user@example.com', 'K'), { 'x-auth-email': 'user@example.com', 'x-auth-key': 'K' }],
    ['an Origin CA key', originCaKey('v1.0-x'), { 'x-auth-user-service-key': 'v1.0-x' }],
    ['a fallback', perMethod(token('T'), { POST: token('P') }), { authorization: 'Bearer T' }],
  ])('carries %s in its headers, named as secret, and nowhere else', (_, credentials, headers) => {
    expect(encode('GET /a', {}, {}, { credentials })).toEqual({ method: 'GET', url: 'https://api.test/client/v4/a', headers: { accept: 'application/json', ...headers }, secretHeaders: Object.keys(headers) })
  })

  it('never sends the key of another API', () => {
    const hostKey: Credentials = { ...token('H'), kind: 'host-key' }
    expect(() => encode('GET /a', {}, {}, { credentials: hostKey })).toThrow('GET /a: nothing was sent: credentials: API v4 takes no host key')
  })

  it('takes headers of the call', () => {
    expect(encode('GET /a', {}, {}, { headers: { 'x-a': 'b' } }).headers).toEqual({ accept: 'application/json', 'x-a': 'b' })
  })

  it('of text or of a download accepts anything', () => {
    expect(encode('GET /a', {}, { answer: 'text' }).headers['accept']).toBe('*/*')
    expect(v4Json.encode({ ...call('GET /a'), endpoint: download('GET /a', { input: any }) }).headers['accept']).toBe('*/*')
  })

  it('is the same each time, and leaves its input alone', () => {
    const input = Object.freeze({ file: 'x', meta: Object.freeze({ a: 1 }) })
    const facts: Facts = { body: { files: ['file'] } }
    expect(encode('POST /a', input, facts)).toEqual(encode('POST /a', input, facts))
  })
})
