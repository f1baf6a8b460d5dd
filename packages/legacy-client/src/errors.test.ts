import { inspect } from 'node:util'
import { ApiError, DecodeError, type LogEntry, createClient, globalKey, hostKey, token } from '@zonewright/core'
import { type MemoryReply, memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it, vi } from 'vitest'
import * as legacy from './index.ts'
import { limits } from './protocol.ts'
import { success } from './test-kit/answers.ts'

const secret = '8afbe6dea02407989af4dd4c97bb6e25'
const z = 'example.com'

const setup = (...replies: MemoryReply[]) => {
  let index = 0
  const transport = memoryTransport(() => replies[Math.min(index++, replies.length - 1)] as MemoryReply)
  const entries: LogEntry[] = []
  const client = createClient({ credentials: globalKey('user@example.com', secret), transport, validate: 'throw', retry: { baseMs: 1 }, throttle: { ...limits.later, blockMs: 1 }, log: (entry) => entries.push(entry) })
  return { transport, entries, client, cf: client.bind(legacy) }
}
const error = (msg: unknown, code?: unknown, more: object = {}): MemoryReply => ({ body: { result: 'error', msg, ...(code === undefined ? {} : { err_code: code }), ...more } })

describe('a refusal', () => {
  it.each([
    ['with a code', error('Invalid token or email', 'E_UNAUTH'), { code: 0, name: 'E_UNAUTH', message: 'Invalid token or email' }],
    ['without a code', error('Invalid zone.'), { code: 0, message: 'Invalid zone.' }],
    ['with null for a code', error('Invalid zone.', null), { code: 0, message: 'Invalid zone.' }],
    ['with the name of a parameter', error('Invalid ip', 'ip'), { code: 0, name: 'ip', message: 'Invalid ip' }],
    ['without words', error('', 'E_INVLDINPUT'), { code: 0, name: 'E_INVLDINPUT', message: 'an input was refused' }],
    ['without anything', error(null), { code: 0, message: 'refused without a reason' }],
    ['inside the response', { body: { response: { result: 'error', msg: 'Invalid zone name', err_code: 'E_UNAUTH' } } }, { code: 0, name: 'E_UNAUTH', message: 'Invalid zone name' }],
  ] as const)('%s is an ApiError with HTTP 200', async (_, reply, fault) => {
    const { cf, transport } = setup(reply)
    const refusal = await cf.settings.get({ z }).catch((cause: unknown) => cause as ApiError)
    expect(refusal).toBeInstanceOf(ApiError)
    expect(refusal).toMatchObject({ code: 'API', status: 200, rateLimited: false, faults: [fault] })
    expect((refusal as ApiError).faults).toEqual([fault])
    expect(transport.requests).toHaveLength(1)
  })

  it.each(['E_UNAUTH', 'E_INVLDIP', 'E_INVLDINPUT'])('in plain text is an ApiError too: %s', async (word) => {
    const { cf } = setup({ body: `${word}\n` })
    const refusal = await cf.edition2010.ban({ key: '192.0.2.1' }).catch((cause: unknown) => cause as ApiError)
    expect((refusal as ApiError).has(word)).toBe(true)
  })

  it('to an event is heard, though a success is written down nowhere', async () => {
    const report = { evnt_v: { a: '', am: '', ip: '192.0.2.1', content: '' } }
    for (const body of ['E_UNAUTH', '{"result":"error","msg":"no","err_code":"E_UNAUTH"}']) await expect(setup({ body }).cf.edition2010.reportSpam(report)).rejects.toMatchObject({ faults: [{ name: 'E_UNAUTH' }] })
    await expect(setup({ body: '<html>gateway</html>' }).cf.edition2010.reportSpam(report)).rejects.toBeInstanceOf(DecodeError)
  })

  it.each([
    ['a page', { status: 200, body: '<html><title>Sorry</title>' }],
    ['names without quotes, as samples of 2010 have them', { body: '{response:{"1.0.171.33":"BAD:11"},"result":"success"}' }],
    ['no verdict', { body: { response: { zones: {} } } }],
    ['an unknown verdict', { body: { result: 'maybe' } }],
    ['a word that is none', { body: 'OKAY' }],
  ] as const)('is not made of what can not be read: %s', async (_, reply) => {
    await expect(setup(reply).cf.records.create({ z, type: 'A', name: 'www', content: '192.0.2.1' })).rejects.toMatchObject({ code: 'DECODE', excerpt: expect.stringMatching(/./) as string })
  })

  it('of a service that is gone says so with its status and words', async () => {
    await expect(setup({ status: 410, body: 'This API is gone; use v4.' }).cf.records.list({ z }).all()).rejects.toMatchObject({ code: 'DECODE', status: 410, message: expect.stringContaining('This API is gone') as string })
  })

  it.each([token(secret), hostKey(secret), undefined])('of credentials comes before anything is sent', async (credentials) => {
    const transport = memoryTransport(() => ({ body: {} }))
    await expect(createClient({ transport, ...(credentials === undefined ? {} : { credentials }) }).bind(legacy).zones.list({}).all()).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['credentials'] }] })
    expect(transport.requests).toHaveLength(0)
  })
})

describe('the key', () => {
  it.each([
    ['echoed in a refusal', error(`key ${secret} is wrong`, 'E_UNAUTH', { request: { tkn: secret } })],
    ['echoed in an answer that is cut', { body: `{"request":{"act":"stats","tkn":"${secret}","z":` }],
    ['echoed in an answer that is cut within it', { body: `{"request":{"act":"stats","tkn":"${secret.slice(0, 20)}` }],
    ['echoed in a page', { status: 502, body: `<html>tkn=${secret}` }],
    ['echoed beside a result of the wrong shape', { body: success({ result: { objs: [{ dev_mode: 'x' }] } }, { request: { tkn: secret } }) }],
  ] as const)('never reaches an error or the log: %s', async (_, reply) => {
    const { cf, entries, transport } = setup(reply)
    const failure = await cf.settings.get({ z }).catch((cause: unknown) => cause)
    expect(failure).toBeInstanceOf(Error)
    for (const text of [inspect(failure, { depth: 20, showHidden: true }), JSON.stringify(entries)]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(secret.slice(0, 12))
    }
    for (const { url } of transport.requests) expect(url).toBe('https://www.cloudflare.com/api_json.html')
  })
})

describe('the rate limit', () => {
  it('lets the call be made again, a write too, since nothing was carried out', async () => {
    const { cf, transport } = setup(error('slow down', 'E_MAXAPI'), { body: success() })
    await cf.records.remove({ z, id: '1' })
    await cf.edition2010.createRecord({ zone: z, type: 'A', name: 'www', content: '192.0.2.1', service_mode: 0 })
    expect(transport.requests).toHaveLength(3)
  })

  it('is known in plain text too', async () => {
    const { cf, transport } = setup({ body: 'E_MAXAPI' }, { body: 'OK' })
    expect(await cf.edition2010.allow({ key: '192.0.2.1' })).toBe('OK')
    expect(transport.requests).toHaveLength(2)
  })

  it('of a purge says how long to wait, and the client does', async () => {
    const refused = setup(error('wait', 'E_MAXAPI', { attributes: { cooldown: 20 } }))
    const client = createClient({ credentials: globalKey('user@example.com', `${secret}0`), transport: refused.transport, retry: { maxWaitMs: 10 } })
    await expect(client.bind(legacy).cache.purge({ z, v: 1 })).rejects.toMatchObject({ rateLimited: true, retryAfterMs: 20_000 })
    expect(refused.transport.requests).toHaveLength(1)
  })

  it('makes others with the same key wait as well', async () => {
    const transport = memoryTransport(() => error('slow down', 'E_MAXAPI'))
    const settings = { credentials: globalKey('user@example.com', `${secret}1`), transport, retry: false, throttle: { blockMs: 250 } } as const
    // From before the refusal, so that a slow machine can only make it longer.
    const started = performance.now()
    await expect(createClient(settings).bind(legacy).zones.list({}).first()).rejects.toMatchObject({ rateLimited: true })
    await expect(createClient(settings).bind(legacy).zones.list({}).first()).rejects.toMatchObject({ rateLimited: true })
    expect(performance.now() - started).toBeGreaterThanOrEqual(249)
  })

  it('is kept by the client: no more calls than allowed leave it, on all addresses of the service together', async () => {
    const transport = memoryTransport(({ url }) => ({ body: url.endsWith('/api.html') ? 'OK' : success() }))
    const client = createClient({ credentials: globalKey('user@example.com', `${secret}2`), transport, throttle: limits.edition2010 })
    const cf = client.bind(legacy)
    const stop = new AbortController()
    const calls = Array.from({ length: 310 }, (_, index) => (index % 2 === 0 ? cf.records.remove({ z, id: '1' }, stop) : cf.edition2010.ban({ key: '192.0.2.1' }, stop)))
    const outcomes = Promise.allSettled(calls)
    // Which ones go out first depends on which protocol is loaded first.
    await vi.waitFor(() => expect(transport.requests).toHaveLength(300), { timeout: 30_000 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    stop.abort(new Error('enough'))
    expect((await outcomes).filter(({ status }) => status === 'rejected')).toHaveLength(10)
    expect(transport.requests).toHaveLength(300)
  })
})

describe('what stands beside a result', () => {
  it('is told by exchange: seconds until the next purge, calls that are left, words', async () => {
    const { client, transport } = setup({ body: success({ fpurge_ts: 1 }, { attributes: { cooldown: 20, calls_left: 1199 }, msg: 'done' }), headers: { 'cf-ray': '7-AMS' } })
    expect(await client.exchange(legacy.cache.purge, { z, v: 1, calls_left: true })).toMatchObject({ result: { fpurge_ts: 1 }, info: { cooldown: 20, calls_left: 1199 }, messages: ['done'], rayId: '7-AMS' })
    expect(transport.requests[0]?.body).toContain('calls_left=1')
  })

  it('may be a wrapping that was asked for', async () => {
    for (const body of ['show({"result":"success","msg":null})', 'show({"result":"success"});\n', '{"result":"success"}']) expect(await setup({ body }).cf.settings.setMirage({ z, v: 1, callback: 'show' })).toEqual({})
    await expect(setup({ body: 'other({"result":"success"})' }).cf.settings.setMirage({ z, v: 1, callback: 'show' })).rejects.toBeInstanceOf(DecodeError)
  })
})

describe('a call whose answer is lost', () => {
  const page = { status: 502, body: '<html>bad gateway</html>' }

  it('is made again when it reads or gives the same state twice, by POST as it is', async () => {
    const read = setup(page, { body: success({ zones: { has_more: false, count: 0, objs: [] } }) })
    expect(await read.cf.zones.list({}).all()).toEqual([])
    const setting = setup(page, { body: success() })
    await setting.cf.settings.setMinify({ z, v: 1 })
    expect([read.transport.requests.length, setting.transport.requests.length]).toEqual([2, 2])
  })

  it('is not made again when it would create a second record', async () => {
    const { cf, transport } = setup(page)
    await expect(cf.records.create({ z, type: 'A', name: 'www', content: '192.0.2.1' })).rejects.toMatchObject({ code: 'DECODE', status: 502 })
    expect(transport.requests).toHaveLength(1)
  })
})
