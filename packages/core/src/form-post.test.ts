import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { token } from './credentials.ts'
import { type Facts, type Schema, defineEndpoint } from './endpoint.ts'
import { DecodeError } from './errors.ts'
import { formPost, wrongCredentials } from './form-post.ts'
import { type MemoryReply, memoryTransport } from './memory.ts'
import * as z from './schema.ts'
import { loose } from './test-kit/plain.ts'

const secret = 'zw+secret/0123456789'
const protocol = formPost({
  name: 'old',
  origin: 'https://old.invalid',
  path: '/api_json.html',
  actionField: 'a',
  secretFields: (credentials) => {
    if (credentials === undefined) throw wrongCredentials('old', 'a key')
    return { tkn: credentials.secret.reveal() }
  },
  verdict: (body) =>
    body['result'] === undefined
      ? undefined
      : {
          result: body['response'],
          faults: body['result'] === 'error' ? [{ code: 0, name: String(body['err_code']), message: String(body['msg']) }] : [],
          rateLimited: body['err_code'] === 'E_MAXAPI',
        },
})
const action = (name: string, facts: Facts = {}, result: Schema = z.unknown()) => defineEndpoint<Record<string, unknown>, unknown>(protocol, name, { input: loose, result, ...facts })

const setup = (...replies: MemoryReply[]) => {
  let index = 0
  const transport = memoryTransport(() => replies[Math.min(index++, replies.length - 1)] as MemoryReply)
  return { transport, client: createClient({ transport, credentials: token(secret), retry: { baseMs: 1 }, throttle: { blockMs: 1 } }) }
}

describe('a form-POST action', () => {
  it('is one form to one address, with the secret as a field and nowhere else', async () => {
    const { client, transport } = setup({ body: { result: 'success', response: { id: 1 } } })
    expect(await client.call(action('rec_new'), { z: 'example.com', on: true, off: false, list: ['a', 'b'], data: { x: 1 }, none: undefined, nil: null, umlaut: 'ü&=' })).toEqual({ id: 1 })
    expect(transport.requests).toEqual([
      {
        method: 'POST',
        url: 'https://old.invalid/api_json.html',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: 'a=rec_new&tkn=zw%2Bsecret%2F0123456789&z=example.com&on=1&off=0&list=a%2Cb&data=%7B%22x%22%3A1%7D&umlaut=%C3%BC%26%3D',
        secretHeaders: [],
      },
    ])
  })

  it('can not be turned into another by an input, nor sent as someone else', async () => {
    const { client, transport } = setup({ body: { result: 'success' } })
    await client.call(action('stats'), { a: 'zone_delete', tkn: 'other' })
    expect(transport.requests[0]?.body).toBe('a=stats&tkn=zw%2Bsecret%2F0123456789')
  })

  it('carries every text exactly, and refuses what has no bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name !== 'a' && name !== 'tkn'), fc.string({ unit: 'binary' })), async (input) => {
        const { client, transport } = setup({ body: { result: 'success' } })
        const sent = await client.call(action('stats'), input).then(() => true, () => false)
        expect(sent).toBe(!Object.hasOwn(input, '__proto__') && !Object.values(input).some((text) => /\p{Surrogate}/u.test(text)))
        if (sent) expect(new Map(new URLSearchParams(String(transport.requests[0]?.body)))).toEqual(new Map(Object.entries({ a: 'stats', tkn: secret, ...input })))
      }),
    )
  })

  it('refused with HTTP 200 is an ApiError with that status, and no secret in its words', async () => {
    const { client, transport } = setup({ headers: { 'cf-ray': 'r1' }, body: { result: 'error', err_code: 'E_UNAUTH', msg: `bad key ${secret}` } })
    await expect(client.call(action('stats'), {})).rejects.toMatchObject({ code: 'API', status: 200, rayId: 'r1', faults: [{ name: 'E_UNAUTH', message: 'bad key [redacted]' }], rateLimited: false })
    expect(transport.requests).toHaveLength(1)
  })

  it('refused by the rate limit, told by the verdict alone, is sent again though it is unsafe', async () => {
    const { client, transport } = setup({ body: { result: 'error', err_code: 'E_MAXAPI', msg: 'slow down' } }, { body: { result: 'success', response: 'done' } })
    expect(await client.call(action('rec_new'), {})).toBe('done')
    expect(transport.requests).toHaveLength(2)
  })

  it('declared a read is sent again after a gateway page, though it is a POST; an unsafe one is not', async () => {
    const page = { status: 502, body: '<html>bad gateway</html>' }
    const read = setup(page, { body: { result: 'success', response: 'done' } })
    expect(await read.client.call(action('stats', { safety: 'read' }), {})).toBe('done')
    const write = setup(page)
    await expect(write.client.call(action('rec_new'), {})).rejects.toMatchObject({ code: 'DECODE', status: 502, excerpt: '<html>bad gateway</html>', cause: expect.any(SyntaxError) as Error })
    expect(write.transport.requests).toHaveLength(1)
  })

  it.each(['', '[]', '"text"', 'null', '{"result":', `{"echo":"${secret}`])('with an answer that is no JSON object is a DecodeError: %s', async (body) => {
    const { client } = setup({ body })
    const failure = client.call(action('rec_new'), {})
    await expect(failure).rejects.toMatchObject({ code: 'DECODE', status: 200 })
    await expect(failure).rejects.not.toThrow(secret)
  })

  it('with an error status and no fault is an ApiError that does not invent one', async () => {
    const { client } = setup({ status: 410, body: {} })
    await expect(client.call(action('stats'), {})).rejects.toMatchObject({ code: 'API', status: 410, faults: [], message: 'stats: refused without a reason [HTTP 410]' })
  })

  it('without credentials is refused before anything is sent', async () => {
    const transport = memoryTransport(() => ({ body: {} }))
    await expect(createClient({ transport }).call(action('stats'), {})).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['credentials'], message: 'this call needs a key' }] })
    expect(transport.requests).toHaveLength(0)
  })

  it('whose result is declared comes in the declared types', async () => {
    const { client } = setup({ body: { result: 'success', response: { id: 7, ttl: '1', extra: 1 } } })
    expect(await client.call(action('rec_new', {}, z.object({ id: z.string(), ttl: z.int() })), {})).toEqual({ id: '7', ttl: 1, extra: 1 })
  })

  it('that can not be read shows nothing of a secret that the answer brings, whole or cut', async () => {
    for (const body of ['{"response":{"host_key":"77d0be41aa5c4d93', '{"response":{"user_key":"77d0be41aa5c4d93"},"result":', '{"request":{"host:key":{"__host_key":"x"}},"response":{"user_api_key":"77d0be41aa5c4d93b8e2"}}']) {
      const { client } = setup({ body })
      const error = await client.call(action('host_key_regen'), {}).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(DecodeError)
      expect(inspect(error)).not.toContain('77d0')
    }
  })

  it('without a verdict is a DecodeError, never a success', async () => {
    const { client } = setup({ body: { zones: [] } })
    await expect(client.call(action('stats'), {})).rejects.toMatchObject({ code: 'DECODE', cut: false, message: 'stats: the answer says neither success nor error: {"zones":[]} [HTTP 200]' })
  })

  it('may be read in its own way, and say how long to wait and what it has beside the result', async () => {
    const words = formPost({ name: 'words', origin: 'https://old.invalid', path: '/api.html', actionField: 'a', secretFields: () => ({}), read: (text) => ({ word: text }), verdict: ({ word }) => (word === 'OK' ? { result: 'done', faults: [], info: { left: 3 }, messages: ['note'] } : { result: null, faults: [{ code: 0, message: String(word) }], rateLimited: true, retryAfterMs: 20 }) })
    const ban = defineEndpoint<Record<string, unknown>, unknown>(words, 'ban', { input: loose, result: z.unknown(), answer: 'text' })
    const { client, transport } = setup({ body: 'SLOW' }, { body: 'OK' })
    const started = performance.now()
    expect(await client.exchange(ban, { key: '192.0.2.1' })).toMatchObject({ result: 'done', info: { left: 3 }, messages: ['note'] })
    expect(performance.now() - started).toBeGreaterThanOrEqual(19)
    expect(transport.requests[1]).toMatchObject({ url: 'https://old.invalid/api.html', headers: { accept: 'text/plain, */*' } })
  })
})
