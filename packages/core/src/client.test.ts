import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { token } from './credentials.ts'
import { memoryTransport } from './memory.ts'
import * as z from './schema.ts'
import { call, numberedList, stream } from './test-kit/plain.ts'

const one = { body: { result: 1 } }
const local = 'http://127.0.0.1:1'

describe('a base URL', () => {
  it.each([
    ['http://127.0.0.1:8787/client/v4', 'http://127.0.0.1:8787/client/v4/a'],
    ['http://127.0.0.1:8787/client/v4/', 'http://127.0.0.1:8787/client/v4/a'],
    ['http://LOCALHOST:8787//', 'http://localhost:8787/a'],
    ['http://[::1]:8787', 'http://[::1]:8787/a'],
    ['https://API.example/x/../client', 'https://api.example/client/a'],
  ])('is brought into one form: %s', async (baseUrl, expected) => {
    const transport = memoryTransport(() => one)
    await createClient({ baseUrl, transport }).call(call('GET /a'), {})
    expect(transport.requests[0]?.url).toBe(expected)
  })

  it.each([
    ['api.example', 'not a URL'],
    ['http://api.example/', 'would send the secret in clear'],
    ['http://127.0.0.1.evil.example/', 'would send the secret in clear'],
    ['http://x.localhost/', 'would send the secret in clear'],
    ['http://128.0.0.1/', 'would send the secret in clear'],
    ['ftp://127.0.0.1/', 'would send the secret in clear'],
    ['https://u:p@api.example/', 'user name or password'],
    ['https://api.example/?a=1', 'a query or a fragment'],
    ['https://api.example/#a', 'a query or a fragment'],
  ])('is refused: %s', (baseUrl, why) => {
    expect(() => createClient({ baseUrl })).toThrow(why)
  })

  it('in clear text is refused by the transport too, wherever it came from', async () => {
    const client = createClient({ retry: false, plugins: [{ name: 'detour', setup: () => ({ intercept: (send) => (request, options) => send({ ...request, url: 'http://127.0.0.1:80@service.invalid/' }, options) }) }] })
    await expect(client.call(call('GET /a'), {})).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining('clear text') as string })
  })
})

describe('an input', () => {
  it('with a member that would be dropped on the way is refused before anything is sent', async () => {
    const transport = memoryTransport(() => one)
    await expect(createClient({ baseUrl: local, transport }).call(call('GET /a'), JSON.parse('{"__proto__":"x"}'))).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['__proto__'] }] })
    expect(transport.requests).toEqual([])
  })
})

describe('a path parameter', () => {
  it.each([['a/b', 'a%2Fb'], ['/a//b/', '%2Fa%2F%2Fb%2F'], ['a\\b', 'a%5Cb'], ['a/..b/c.', 'a%2F..b%2Fc.'], ['%2F', '%252F']])('whose declaration allows slashes sends them encoded: %s', async (id, expected) => {
    const transport = memoryTransport(() => one)
    await createClient({ baseUrl: local, transport }).call(call('GET /things/{id}/x', { slashes: ['id'] }), { id })
    expect(new URL(transport.requests[0]?.url ?? '').pathname).toBe(`/things/${expected}/x`)
  })

  it.each(['.', '..', '', 'a/..', '../a', 'a/./b', 'a\\..\\b'])('whose declaration allows slashes still leads nowhere else: %j is refused', async (id) => {
    const transport = memoryTransport(() => one)
    await expect(createClient({ baseUrl: local, transport }).call(call('GET /things/{id}', { slashes: ['id'] }), { id })).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['id'] }] })
    expect(transport.requests).toHaveLength(0)
  })

  it('may hold slashes only under the name that the declaration gives', async () => {
    await expect(createClient({ baseUrl: local }).call(call('GET /a/{a}/{b}', { slashes: ['b'] }), { a: 'x/y', b: 'x/y' })).rejects.toMatchObject({ issues: [{ path: ['a'] }] })
  })

  it.each([
    ['%2e%2e', '%252e%252e'],
    ['a?b', 'a%3Fb'],
    ['a#b', 'a%23b'],
    ['a b', 'a%20b'],
    ['käse', 'k%C3%A4se'],
    ['☃', '%E2%98%83'],
    ['a;b=c&d', 'a%3Bb%3Dc%26d'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['...', '...'],
  ])('is encoded: %j', async (id, expected) => {
    const transport = memoryTransport(() => one)
    await createClient({ baseUrl: local, transport }).call(call('GET /things/{id}/x'), { id })
    expect(transport.requests[0]?.url).toBe(`${local}/things/${expected}/x`)
    expect(new URL(transport.requests[0]?.url ?? '').pathname).toBe(`/things/${expected}/x`)
  })

  it.each(['', '.', '..', 'a/b', '../..', 'a\\b', undefined, null, {}, true, '\uD800'])('is refused before anything is sent: %j', async (id) => {
    const transport = memoryTransport(() => one)
    const result = createClient({ baseUrl: local, transport }).call(call('GET /things/{id}'), { id })
    await expect(result).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['id'] }] })
    expect(transport.requests).toHaveLength(0)
  })
})

describe('headers of the caller', () => {
  it('are sent with lower-case names, those of the call over those of the client', async () => {
    const transport = memoryTransport(() => one)
    const client = createClient({ baseUrl: local, transport, headers: { 'X-One': 'a', 'x-two': 'b' } })
    await client.call(call('GET /a'), {}, { headers: { 'X-TWO': 'c' } })
    expect(transport.requests[0]?.headers).toMatchObject({ 'x-one': 'a', 'x-two': 'c' })
  })

  it.each([[{ 'x a': 'b' }], [{ 'x:a': 'b' }], [{ '': 'b' }], [{ a: 'b\r\nc: d' }], [{ a: 'b\0' }], [{ a: 'ü' }], [{ a: '☃' }], [{ a: 5 as unknown as string }]])('that can not be sent are refused: %j', async (headers) => {
    const transport = memoryTransport(() => one)
    expect(() => createClient({ headers: headers as Record<string, string> })).toThrow('nothing was sent: headers.')
    await expect(createClient({ baseUrl: local, transport }).call(call('GET /a'), {}, { headers: headers as Record<string, string> })).rejects.toMatchObject({ code: 'INPUT' })
    expect(transport.requests).toHaveLength(0)
  })

  it('that HTTP itself owns are refused before anything is sent', async () => {
    const client = createClient({ baseUrl: local })
    await expect(client.call(call('GET /a'), {}, { headers: { 'transfer-encoding': 'chunked' } })).rejects.toMatchObject({ code: 'INPUT', cause: expect.any(Error) as Error })
  })
})

describe('limits', () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('that no timer can hold are refused: %d', async (value) => {
    expect(() => createClient({ timeoutMs: value })).toThrow('createClient: nothing was sent: timeoutMs: ')
    expect(() => createClient({ stallMs: value })).toThrow('stallMs')
    await expect(createClient({ baseUrl: local }).call(call('GET /a'), {}, { timeoutMs: value })).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['timeoutMs'] }] })
  })

  it('of size must be above nothing', () => {
    expect(() => createClient({ maxResponseBytes: 0 })).toThrow('maxResponseBytes: 0 is outside the limits')
  })
})

describe('an input', () => {
  it('is refused as a rejection, by a listing when it is read, with the route first', async () => {
    const client = createClient({ baseUrl: local })
    const strict = z.strictObject({ a: z.string() })
    await expect(client.call(call('GET /a', { input: strict }), { b: 1 })).rejects.toThrow('GET /a: nothing was sent: a: is missing, expected a string; unknown name "b"')
    const refused = client.list({ ...numberedList(1), input: strict }, {})
    for (const read of [() => refused.first(), () => refused.all(), () => refused.pages().next(), () => refused[Symbol.asyncIterator]().next()]) await expect(read()).rejects.toThrow('GET /items: nothing was sent')
  })

  it('is not changed', async () => {
    const input = Object.freeze({ a: Object.freeze([1]) })
    await createClient({ baseUrl: local, transport: memoryTransport(() => one) }).call(call('POST /a'), input)
    expect(input).toEqual({ a: [1] })
  })
})

describe('results', () => {
  const endpoint = call('GET /a', { result: z.object({ id: z.string() }) })
  const client = (validate: 'off' | 'throw') => createClient({ baseUrl: local, validate, transport: memoryTransport(() => ({ status: 203, body: { result: { id: 5, more: true } } })) })

  it('are handed on as they came, with fields nobody declared', async () => {
    expect(await client('off').call(endpoint, {})).toEqual({ id: 5, more: true })
  })

  it('are checked when asked, and the error has the status of the answer', async () => {
    await expect(client('throw').call(endpoint, {})).rejects.toMatchObject({ code: 'DECODE', status: 203, message: 'GET /a: the result does not have the declared shape: id 5 is not a string' })
  })
})

describe('a bound module', () => {
  const get = call('GET /a')
  const module = { get, list: numberedList(10), export: stream(), nested: { get }, schema: z.object({}), table: [get], number: 5, made: new Map([['get', get]]) }

  it('has a function for each declaration, in a tree of the same form, and nothing else', async () => {
    const transport = memoryTransport((request) => (request.url.includes('items') ? { body: { result: [{ id: 1 }] } } : one))
    const bound = createClient({ baseUrl: local, transport }).bind(module)
    expect(Object.keys(bound)).toEqual(['get', 'list', 'export', 'nested'])
    expect(await bound.get({})).toBe(1)
    expect(await bound.nested.get({})).toBe(1)
    expect(await bound.list({}).all()).toEqual([{ id: 1 }])
    expect(await (await bound.export({})).text()).toBe('{"result":1}')
    // @ts-expect-error schemas are not part of what is bound
    expect(bound.schema).toBeUndefined()
  })

  it('takes the options of a call', async () => {
    const transport = memoryTransport(() => one)
    await createClient({ baseUrl: local, transport }).bind(module).get({}, { credentials: token('other'), headers: { 'x-a': 'b' } })
    expect(transport.requests[0]?.headers).toMatchObject({ authorization: 'Bearer other', 'x-a': 'b' })
  })
})
