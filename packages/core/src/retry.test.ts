import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { ApiError, DecodeError, InputError, TransportError } from './errors.ts'
import { type MemoryHandler, memoryTransport } from './memory.ts'
import { mayRetry } from './plugins/retry.ts'
import { retryAfterOf } from './reply.ts'
import { call } from './test-kit/plain.ts'
import { serveRaw } from './test-kit/server.ts'

const route = 'POST /thing'
const api = (status: number, rateLimited = false): ApiError => new ApiError({ route, status, faults: [], rateLimited: rateLimited || status === 429 })
const decode = (status: number, cut = false): DecodeError => new DecodeError({ route, status, message: 'x', cut })
const transport = (phase: 'connect' | 'sent'): TransportError => new TransportError({ route, phase, message: 'x' })

describe('what may be sent again', () => {
  it.each([
    // error, read, idempotent, unsafe
    ['never connected', transport('connect'), true, true, true],
    ['answer lost', transport('sent'), true, true, false],
    ['429', api(429), true, true, true],
    ['a rate limit told with HTTP 200', api(200, true), true, true, true],
    ['429 as a page', decode(429), true, true, true],
    ...[408, 425, 500, 502, 503, 504, 520, 522, 524, 527, 530].flatMap((status) => [
      [`${status}`, api(status), true, true, false] as const,
      [`${status} as a page`, decode(status), true, true, false] as const,
    ]),
    ['a cut body', decode(200, true), true, true, false],
    ['a readable but wrong answer', decode(200), false, false, false],
    ...[400, 401, 403, 404, 405, 409, 410, 422, 501].map((status) => [`${status}`, api(status), false, false, false] as const),
    ['a refused input', new InputError({ route, issues: [] }), false, false, false],
    ['an error of someone else', new TypeError('x'), false, false, false],
    ['an abort', 'enough', false, false, false],
  ] as const)('%s', (_, error, read, idempotent, unsafe) => {
    expect([mayRetry('read', error), mayRetry('idempotent', error), mayRetry('unsafe', error)]).toEqual([read, idempotent, unsafe])
  })
})

describe('on the wire', () => {
  const resets = async (when: 'after reading' | 'before reading') => {
    const requests: string[] = []
    const server = await serveRaw((socket) => {
      if (when === 'before reading') socket.resetAndDestroy()
      else {
        socket.on('data', (bytes) => {
          requests.push(bytes.toString().split('\r\n')[0] ?? '')
          socket.resetAndDestroy()
        })
      }
    })
    return { server, requests }
  }

  it('an unsafe call whose connection is reset after it was read arrives exactly once', async () => {
    const { server, requests } = await resets('after reading')
    const client = createClient({ baseUrl: server.url, retry: { limit: 5, baseMs: 1 } })
    await expect(client.call(call('POST /thing'), {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent' })
    expect(requests).toHaveLength(1)
    await client.close()
  })

  it('a call declared unsafe is not repeated whatever its method, and a POST declared a read is', async () => {
    const { server, requests } = await resets('after reading')
    const client = createClient({ baseUrl: server.url, retry: { limit: 3, baseMs: 1 } })
    await expect(client.call(call('PUT /unsafe', { safety: 'unsafe' }), {})).rejects.toThrow()
    await expect(client.call(call('POST /search', { safety: 'read' }), {})).rejects.toThrow()
    await expect(client.call(call('DELETE /thing'), {})).rejects.toThrow()
    expect(requests.map((line) => line.split(' ')[1])).toEqual(['/unsafe', '/search', '/search', '/search', '/thing', '/thing', '/thing'])
    await client.close()
  })

  it('an unsafe call whose connection is reset before anything was read may have been written: once and no more', async () => {
    const { server } = await resets('before reading')
    const client = createClient({ baseUrl: server.url, retry: { limit: 5, baseMs: 1 } })
    await expect(client.call(call('POST /thing'), {})).rejects.toMatchObject({ code: 'TRANSPORT' })
    await client.close()
  })

  it('a gateway time-out of an unsafe call is not repeated', async () => {
    for (const status of [500, 502, 504, 524]) {
      const memory = memoryTransport(() => ({ status, body: '<html>gateway</html>' }))
      const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: memory, retry: { baseMs: 1 } })
      await expect(client.call(call('POST /thing'), {})).rejects.toMatchObject({ status })
      expect(memory.requests).toHaveLength(1)
    }
  })
})

describe('waits', () => {
  afterEach(() => void vi.useRealTimers())

  /** Runs a call under fake time and tells when each request left. */
  const timeline = async (handler: MemoryHandler, options: Parameters<typeof createClient>[0] = {}) => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') })
    const started = performance.now()
    const times: number[] = []
    const memory = memoryTransport((request, sendOptions) => {
      times.push(Math.round(performance.now() - started))
      return handler(request, sendOptions)
    })
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: memory, throttle: false, ...options })
    const result = client.call(call('GET /thing'), {}).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    return { times, result: await result }
  }

  it('double from try to try, with jitter downwards', async () => {
    const { times } = await timeline(() => ({ status: 503, body: {} }), { retry: { limit: 4, baseMs: 1000 } })
    expect(times).toHaveLength(4)
    const gaps = times.slice(1).map((time, index) => time - (times[index] as number))
    gaps.forEach((gap, index) => {
      expect(gap).toBeGreaterThanOrEqual(500 * 2 ** index - 1)
      expect(gap).toBeLessThanOrEqual(1000 * 2 ** index + 1)
    })
  })

  it.each([
    ['2', 2000],
    ['1.5', 1500],
    ['Thu, 01 Jan 2026 00:00:07 GMT', 7000],
    ['Thu, 01 Jan 2009 00:00:00 GMT', 0],
  ])('are as long as Retry-After says: %s', async (value, expected) => {
    let tries = 0
    const { times, result } = await timeline(() => (++tries === 1 ? { status: 429, headers: { 'retry-after': value }, body: {} } : { body: { result: 'ok' } }))
    expect(result).toBe('ok')
    expect(times).toEqual([0, expected])
  })

  it.each(['61', '3600', '99999999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])('are never longer than the cap: with Retry-After %s the call ends with the error that says so', async (value) => {
    const { times, result } = await timeline(() => ({ status: 429, headers: { 'retry-after': value }, body: {} }))
    expect(times).toEqual([0])
    expect(result).toBeInstanceOf(ApiError)
    expect((result as ApiError).retryAfterMs).toBeGreaterThan(60_000)
  })

  it.each(['', 'soon', '-5', '1, 2', '0x10'])('fall back to the own ones when Retry-After is nonsense: %j', (value) => {
    expect(retryAfterOf({ 'retry-after': value })).toBeUndefined()
  })

  it('end when the client is closed', async () => {
    const memory = memoryTransport(() => ({ status: 503, body: {} }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: memory, retry: { baseMs: 50 } })
    const result = client.call(call('GET /thing'), {})
    await Promise.all([expect(result).rejects.toThrow('the client is closed'), client.close()])
    expect(memory.requests).toHaveLength(1)
  })
})

describe('a repeated request', () => {
  const remove = call('DELETE /things/{id}', { repeated: { codes: [404], result: (input) => ({ id: input['id'] }) } })
  const answers = (...replies: (() => ReturnType<MemoryHandler>)[]) => {
    let index = 0
    return memoryTransport(() => (replies[Math.min(index++, replies.length - 1)] as () => ReturnType<MemoryHandler>)())
  }
  const lose = (phase: 'connect' | 'sent') => (): never => {
    throw transport(phase)
  }
  const gone = () => ({ status: 404, body: { code: 404 } })

  it('whose first answer was lost counts as done when the service says that it was, with the status it gave', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: answers(lose('sent'), gone), retry: { baseMs: 1 } })
    expect(await client.exchange(remove, { id: 'a' })).toMatchObject({ result: { id: 'a' }, status: 404 })
  })

  it.each([
    ['never reached the service', lose('connect')],
    ['was refused by the rate limit', () => ({ status: 429, headers: { 'retry-after': '0' }, body: {} })],
  ])('whose first try %s is told the truth', async (_, first) => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: answers(first, gone), retry: { baseMs: 1 } })
    await expect(client.call(remove, { id: 'a' })).rejects.toMatchObject({ code: 'API', status: 404 })
  })

  it('at the first try is told the truth too', async () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: answers(gone) })
    await expect(client.call(remove, { id: 'a' })).rejects.toMatchObject({ status: 404 })
  })
})
