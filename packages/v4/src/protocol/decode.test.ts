import { inspect } from 'node:util'
import { type AnyEndpoint, type ApiError, type Call, type Facts, type WireReply, createClient, perMethod, token } from '@zonewright/core'
import { type MemoryReply, memoryTransport } from '@zonewright/core/memory'
import * as z from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { download, endpoint } from '../protocol.ts'
import { v4Json } from '../wire.ts'

const any = z.record(z.string(), z.unknown())
const secret = 'zw-secret-0123456789'
const of = (route: string, facts: Facts = {}) => endpoint<Record<string, unknown>, unknown>(route, { input: any, result: z.unknown(), ...facts })
const call = (route = 'GET /a', facts: Facts = {}, input: Record<string, unknown> = {}): Call => ({ endpoint: of(route, facts) as AnyEndpoint, input, baseUrl: 'https://api.test', attempt: 1, timeoutMs: 1000, credentials: perMethod(token(secret), { POST: token(`${secret}-post`) }) })
const reply = (body: unknown, status = 200, headers: Record<string, string> = {}): WireReply => ({ status, headers, body: body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) })
const decode = (body: unknown, status?: number, headers?: Record<string, string>, one = call()) => v4Json.decode(one, reply(body, status, headers))
const failure = (...input: Parameters<typeof decode>): unknown => {
  try {
    decode(...input)
  } catch (error) {
    return error
  }
  return expect.unreachable('no error')
}

describe('a download', () => {
  const exportZone = download<Record<string, unknown>>('GET /file', { input: any, answer: 'text' })
  const asked = (answer: MemoryReply): Promise<string> => {
    const client = createClient({ credentials: token(secret), transport: memoryTransport(() => answer), retry: false, throttle: false })
    return client.download(exportZone, {}).then((bytes) => bytes.text())
  }

  it('is text when the service says so', async () => {
    expect(await asked({ body: 'www 300 IN A 192.0.2.1', headers: { 'content-type': 'text/plain; charset=utf-8' } })).toBe('www 300 IN A 192.0.2.1')
  })

  it('is never the refusal, the page or the data that came in its place', async () => {
    await expect(asked({ body: { success: false, errors: [{ code: 10000, message: 'Authentication error' }] } })).rejects.toMatchObject({ code: 'API', faults: [{ code: 10000 }] })
    await expect(asked({ body: `<html>Sign in, ${secret}</html>`, headers: { 'content-type': 'text/html' } })).rejects.toMatchObject({ code: 'DECODE', excerpt: '<html>Sign in, [redacted]</html>' })
    await expect(asked({ body: { success: true, errors: [], result: {} } })).rejects.toThrow('expected a download, got application/json')
  })
})

describe('an answer of API v4', () => {
  it('gives the result, what stands beside it, status, headers and ray id', () => {
    const headers = { 'cf-ray': 'ray-1' }
    expect(decode({ success: true, errors: [], messages: [{ code: 1, message: 'note' }], result: [1], result_info: { page: 1 } }, 200, headers)).toEqual({ result: [1], info: { page: 1 }, messages: [{ code: 1, message: 'note' }], status: 200, rayId: 'ray-1', headers })
    expect(decode({ success: true, errors: [], messages: [], result: null, result_info: null })).toEqual({ result: null, status: 200, headers: {} })
  })

  it('that begins with a byte order mark is read', () => {
    expect(decode('\uFEFF{"success":true,"result":1}').result).toBe(1)
  })

  it.each([204, 205])('with status %i has no result', (status) => {
    expect(decode('', status).result).toBeUndefined()
  })

  it('may be empty to a write, never to a read: that one has lost its answer', () => {
    expect(decode('', 200, {}, call('DELETE /a')).result).toBeUndefined()
    expect(failure('', 200)).toMatchObject({ code: 'DECODE', status: 200, cut: true, message: 'GET /a: the answer is empty [HTTP 200]' })
  })

  it('as text, as bytes or without an envelope is handed on as declared', () => {
    expect(decode('a\tb\n', 200, {}, call('GET /a', { answer: 'text' })).result).toBe('a\tb\n')
    expect(decode('', 200, {}, call('GET /a', { answer: 'text' })).result).toBe('')
    expect(decode(new Uint8Array([0, 255]), 200, {}, call('GET /a', { answer: 'bytes' })).result).toEqual(new Uint8Array([0, 255]))
    expect(decode({ data: { x: 1 }, error: null }, 200, {}, call('POST /a', { answer: 'bare' })).result).toEqual({ data: { x: 1 }, error: null })
  })

  it('with success: true is a success, and what it lists as errors are notes', () => {
    expect(decode({ success: true, errors: [{ code: 5, message: 'partly' }], result: {} })).toMatchObject({ result: {}, messages: [{ code: 5, message: 'partly' }] })
  })
})

describe('a refusal', () => {
  it('with HTTP 200 is a refusal all the same, with the status it had', () => {
    expect(failure({ success: false, errors: [{ code: 1003, message: 'no' }], messages: [], result: null })).toMatchObject({ code: 'API', status: 200, faults: [{ code: 1003, message: 'no' }] })
  })

  it('keeps every fault, nested causes and pointers', () => {
    const error = failure({ success: false, errors: [{ code: 6003, message: 'Invalid request headers', error_chain: [{ code: 6111, message: 'Invalid format' }] }, { code: 7003, message: 'Could not route', source: { pointer: '/name' } }] }, 400, { 'cf-ray': 'ray-1' }) as ApiError
    expect(error.faults).toEqual([
      { code: 6003, message: 'Invalid request headers', chain: [{ code: 6111, message: 'Invalid format' }] },
      { code: 7003, message: 'Could not route', pointer: '/name' },
    ])
    expect(error.message).toBe('GET /a: 6003 Invalid request headers (6111 Invalid format); 7003 Could not route [HTTP 400, ray ray-1]')
    expect([error.has(6111), error.has(7003), error.has(1)]).toEqual([true, true, false])
  })

  it('of a page rule shows the reasons that stand in messages', () => {
    expect(failure({ success: false, errors: [{ code: 1004, message: 'Page Rule validation failed: See messages for details.' }], messages: [{ code: 1, message: '.distribution: is bad' }] }, 400)).toMatchObject({ faults: [{ code: 1004, chain: [{ code: 1, message: '.distribution: is bad' }] }] })
  })

  it('by the rate limit says so and for how long', () => {
    const body = { success: false, errors: [{ code: 971, message: 'Please wait' }] }
    expect(failure(body, 429, { 'retry-after': '7' })).toMatchObject({ rateLimited: true, retryAfterMs: 7000, status: 429 })
    expect(failure(body, 400)).toMatchObject({ rateLimited: false })
  })

  it.each([
    [{ success: false }, 400, []],
    [{ success: false, errors: null }, 500, []],
    [{ result: 1 }, 500, []],
    [{ success: false, errors: ['plain'] }, 400, [{ code: 0, message: 'plain' }]],
    [{ success: false, errors: [{ code: '9103' }] }, 403, [{ code: 9103, message: 'no message' }]],
    [{ error: 'not found' }, 404, [{ code: 0, message: 'not found' }]],
    [{ errors: [{ code: 0, message: 'code zero' }] }, 403, [{ code: 0, message: 'code zero' }]],
  ])('of an odd form is read as far as it goes, with its own status: %j', (body, status, faults) => {
    expect(failure(body, status)).toMatchObject({ code: 'API', status, faults })
  })

  it('never repeats a secret of the credentials or of the input', () => {
    const one = call('POST /a', { secrets: ['pin'] }, { pin: 'pin-0123456789' })
    for (const text of [secret, `${secret}-post`, 'pin-0123456789']) {
      const error = failure({ success: false, errors: [{ code: 1, message: `got ${text}`, error_chain: [{ code: 2, message: text }] }], messages: [{ message: text }] }, 400, {}, one)
      expect(inspect(error, { depth: 10 })).not.toContain(text)
    }
  })
})

describe('an answer that can not be read', () => {
  it.each([
    ['<html><title>502</title></html>', 'a page of a proxy or gateway'],
    ['  <!DOCTYPE html>', 'a page of a proxy or gateway'],
    ['{"success":true,"result":[{"id"', 'not JSON, or cut'],
    ['upstream connect error', 'not JSON, or cut'],
    ['5', 'no envelope'],
    ['null', 'no envelope'],
    ['[]', 'no envelope'],
    ['{"hello":1}', 'no envelope'],
  ])('is a DecodeError, never an empty result: %s', (body, why) => {
    expect(failure(body)).toMatchObject({ code: 'DECODE', status: 200, message: expect.stringContaining(why) as string })
  })

  it('keeps a short excerpt, the status, the ray id and the wait it asks for', () => {
    const error = failure(`<html>${'long '.repeat(2000)}</html>`, 503, { 'cf-ray': 'ray-1', 'retry-after': '3' }) as Error
    expect(error).toMatchObject({ code: 'DECODE', status: 503, rayId: 'ray-1', retryAfterMs: 3000 })
    expect(error.message.length).toBeLessThan(400)
    expect(error.cause).toBeInstanceOf(SyntaxError)
  })

  it('shows no secret that it echoes, not in the cause either', () => {
    for (const body of [`<html>${secret}</html>`, secret, `{"a":"${secret}`]) {
      const error = failure(body) as Error
      expect(`${inspect(error, { depth: 10, showHidden: true })}${error.stack}`).not.toContain(secret)
    }
  })
})

describe('through a client', () => {
  const run = async (route: string, first: MemoryReply) => {
    const replies: MemoryReply[] = [first, { body: { success: true, result: 'second' } }]
    const transport = memoryTransport(() => replies.shift() as MemoryReply)
    const result = await createClient({ baseUrl: 'http://127.0.0.1:1', transport, retry: { baseMs: 1 } }).call(of(route), {}).catch((error: unknown) => error)
    return { result, requests: transport.requests.length }
  }
  const lost: MemoryReply[] = [{ body: '<html>portal</html>' }, { body: '{"success":true,"resu' }, { body: '' }, { status: 502, body: '<html>' }, { status: 503, body: { success: false, errors: [] } }]

  it.each(lost)('a read is tried again after %j', async (first) => {
    expect(await run('GET /a', first)).toEqual({ result: 'second', requests: 2 })
  })

  it.each(lost.filter((one) => one.body !== ''))('an unsafe write is not tried again after %j', async (first) => {
    expect(await run('POST /a', first)).toMatchObject({ result: expect.any(Error) as Error, requests: 1 })
  })

  it.each([{ status: 404, body: '<html>not found</html>' }, { status: 304, body: '' }, { status: 401, body: 'no' }])('a page whose status says no is not tried again, and keeps its status: %j', async (first) => {
    expect(await run('GET /a', first)).toMatchObject({ result: { code: 'DECODE', status: first.status }, requests: 1 })
  })

  it('a refusal of the service itself is not tried again', async () => {
    expect(await run('GET /a', { status: 200, body: { success: false, errors: [{ code: 1, message: 'no' }] } })).toMatchObject({ requests: 1 })
    expect(await run('GET /a', { body: { hello: 1 } })).toMatchObject({ requests: 1 })
  })
})
