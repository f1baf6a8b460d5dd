import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { perMethod, token } from './credentials.ts'
import { type MemoryHandler, memoryTransport } from './memory.ts'
import { accountOf } from './plugins/accounts.ts'
import { SlidingWindow } from './plugins/sliding-window.ts'
import { call } from './test-kit/plain.ts'

const get = call('GET /thing')
let port = 1000

describe('a sliding window', () => {
  it('never lets more than its requests through in any stretch of its length, and never waits longer than needed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 500 }), fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 200 }), (requests, windowMs, gaps) => {
        const budget = new SlidingWindow({ requests, windowMs })
        const taken: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          const wait = budget.take(now)
          if (wait > 0) {
            // What it says is exact: a moment earlier there is no room, then there is.
            expect(budget.take(now + wait / 2)).toBeGreaterThan(0)
            now += wait
            expect(budget.take(now)).toBe(0)
          }
          taken.push(now)
        }
        for (const [index, time] of taken.entries()) {
          const last = taken[index + requests]
          if (last !== undefined) expect(last - time).toBeGreaterThanOrEqual(windowMs)
        }
      }),
    )
  })

  it('holds 1,200 in any 300 seconds at the size of the service', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2500, maxLength: 2500 }), (gaps) => {
        const budget = new SlidingWindow({ requests: 1200, windowMs: 300_000 })
        const taken: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          now += budget.take(now)
          if (taken.at(-1) === now || budget.take(now) === 0) taken.push(now)
        }
        for (let index = 1200; index < taken.length; index++) expect((taken[index] as number) - (taken[index - 1200] as number)).toBeGreaterThanOrEqual(300_000)
      }),
      { numRuns: 10 },
    )
  })
})

describe('the throttle', () => {
  // The first call of all loads what runs calls, and that takes time of the true clock.
  beforeAll(async () => void (await createClient({ transport: memoryTransport(() => ({ body: { result: 1 } })) }).call(get, {})))
  beforeEach(() => void vi.useFakeTimers({ now: 0 }))
  afterEach(() => void vi.useRealTimers())

  const setup = (handler: MemoryHandler = () => ({ body: { result: 1 } })) => {
    const times: number[] = []
    const started = performance.now()
    // Each test has an origin, and with it budgets, of its own.
    const baseUrl = `http://127.0.0.1:${port++}`
    const transport = memoryTransport((request, options) => {
      times.push(performance.now() - started)
      return handler(request, options)
    })
    return { baseUrl, times, transport }
  }

  it('lets 1,200 calls through at once and spreads the rest so that no 300 seconds hold more', async () => {
    const { times, ...options } = setup()
    const client = createClient({ ...options, credentials: token('throttle-0') })
    const all = Promise.all(Array.from({ length: 3000 }, () => client.call(get, {})))
    await vi.advanceTimersByTimeAsync(700_000)
    await all
    expect(times).toHaveLength(3000)
    expect(times.filter((time) => time < 300_000)).toHaveLength(1200)
    for (let index = 1200; index < times.length; index++) expect((times[index] as number) - (times[index - 1200] as number)).toBeGreaterThanOrEqual(300_000)
  })

  it('serves who came first, first', async () => {
    const { transport, baseUrl } = setup()
    const client = createClient({ transport, baseUrl, throttle: { requests: 1, windowMs: 100 } })
    const all = Promise.all([1, 2, 3, 4].map((id) => client.call(call('GET /things/{id}'), { id: String(id) })))
    await vi.advanceTimersByTimeAsync(1000)
    await all
    expect(transport.requests.map((request) => request.url.at(-1))).toEqual(['1', '2', '3', '4'])
  })

  it('gives two clients with one credential one budget, and another credential or origin its own', async () => {
    const { times, transport, baseUrl } = setup()
    const throttle = { requests: 2, windowMs: 1000 }
    const one = createClient({ transport, baseUrl, throttle, credentials: token('throttle-1') })
    const two = createClient({ transport, baseUrl, throttle, credentials: token('throttle-1') })
    const other = createClient({ transport, baseUrl, throttle, credentials: token('throttle-2') })
    const elsewhere = createClient({ transport, baseUrl: `http://127.0.0.1:${port++}`, throttle, credentials: token('throttle-1') })
    const all = Promise.all([one, two, one, two, other, elsewhere].map((client) => client.call(get, {})))
    await vi.advanceTimersByTimeAsync(5000)
    await all
    expect(times).toEqual([0, 0, 0, 0, 1000, 1000])
  })

  it('counts the credential of the method', async () => {
    const { times, transport, baseUrl } = setup()
    const client = createClient({ transport, baseUrl, throttle: { requests: 1, windowMs: 1000 }, credentials: perMethod(token('reader-1'), { POST: token('writer-1') }) })
    await Promise.all([client.call(get, {}), client.call(call('POST /thing'), {})])
    expect(times).toEqual([0, 0])
  })

  it.each([
    ['the time it asks for', { 'retry-after': '7' }, 7000],
    ['the cap when it asks for more', { 'retry-after': '86400' }, 300_000],
    ['five seconds when it does not say', {}, 5000],
  ])('after a 429 blocks everyone who shares the credential for %s, also with other settings', async (_, headers: Record<string, string>, expected) => {
    let requests = 0
    const { times, transport, baseUrl } = setup(() => (++requests === 2 ? { status: 429, headers, body: {} } : { body: { result: 1 } }))
    const shared = { transport, baseUrl, retry: false as const, credentials: token('throttle-3') }
    const one = createClient(shared)
    const two = createClient(shared)
    const three = createClient({ ...shared, throttle: { requests: 600 } })
    const stranger = createClient({ ...shared, credentials: token('throttle-4') })
    // One with other settings was there before the block, one comes after it.
    await three.call(get, {})
    await expect(one.call(get, {})).rejects.toMatchObject({ rateLimited: true })
    const late = createClient({ ...shared, throttle: { requests: 700 } })
    const all = Promise.all([one, two, three, late].map((client) => client.call(get, {})))
    await stranger.call(get, {})
    expect(times).toEqual([0, 0, 0])
    await vi.advanceTimersByTimeAsync(expected - 1)
    expect(times).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(2)
    await all
    expect(times).toEqual([0, 0, 0, expected, expected, expected, expected])
  })

  it('works with the retry: the refused call and all others go on after the block', async () => {
    let refusals = 1
    const { times, transport, baseUrl } = setup(() => (refusals-- > 0 ? { status: 429, headers: { 'retry-after': '3' }, body: '<html>slow down</html>' } : { body: { result: 1 } }))
    const client = createClient({ transport, baseUrl })
    const first = client.call(call('POST /thing'), {})
    await vi.advanceTimersByTimeAsync(1)
    const second = client.call(get, {})
    await vi.advanceTimersByTimeAsync(5000)
    await Promise.all([first, second])
    expect(times).toEqual([0, 3000, 3000])
  })

  it('leaves no timer behind when everyone who waited has given up', async () => {
    const { transport, baseUrl } = setup()
    const client = createClient({ transport, baseUrl, throttle: { requests: 1, windowMs: 60_000 } })
    await client.call(get, {})
    const abort = new AbortController()
    const waiting = [1, 2].map(() => client.call(get, {}, { signal: abort.signal }))
    await vi.advanceTimersByTimeAsync(1)
    expect(vi.getTimerCount()).toBe(1)
    abort.abort('enough')
    for (const one of waiting) await expect(one).rejects.toBe('enough')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can share one budget on purpose, also between credentials', async () => {
    const { times, transport, baseUrl } = setup()
    const budget = new SlidingWindow({ requests: 1, windowMs: 500 })
    const clients = ['a', 'b'].map((name) => createClient({ transport, baseUrl, throttle: { budget }, credentials: token(name) }))
    const all = Promise.all(clients.map((client) => client.call(get, {})))
    await vi.advanceTimersByTimeAsync(1000)
    await all
    expect(times).toEqual([0, 500])
  })

  it('forgets credentials that are idle, so that many keys do not pile up, and keeps the ones in use', () => {
    const busy = accountOf('http://a.invalid', 'busy')
    busy.gates.set('x', { idleAt: () => false } as never)
    const idle = accountOf('http://a.invalid', 'idle')
    for (let index = 0; index < 1000; index++) accountOf('http://a.invalid', `key-${index}`)
    expect(idle.retired).toBe(true)
    expect(accountOf('http://a.invalid', 'busy')).toBe(busy)
  })
})
