import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { memoryTransport } from './memory.ts'
import { SlidingWindow } from './plugins/sliding-window.ts'
import { call } from './test-kit/plain.ts'
import { until } from './test-kit/server.ts'

const get = call('GET /thing')
const baseUrl = 'http://127.0.0.1:1'
const failing = (retryAfter: string) => memoryTransport(() => ({ status: 503, headers: { 'retry-after': retryAfter }, body: {} }))

/** Goes once around the event loop: what was answered waits for its next try then. */
const around = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

describe('closing a client', () => {
  it('ends the wait for a next try at once, and the call says that it was given up', async () => {
    const transport = failing('30')
    const client = createClient({ baseUrl, transport })
    const result = client.call(get, {}).catch((error: unknown) => error)
    await until(() => transport.requests.length === 1)
    await around()
    const before = performance.now()
    await client.close()
    expect(await result).toMatchObject({ code: 'INPUT', message: 'GET /thing: given up after 1 of its tries: the client is closed; make a new one' })
    // The service asked for half a minute.
    expect(performance.now() - before).toBeLessThan(10_000)
    expect(transport.requests).toHaveLength(1)
  })

  it('ends the wait for the rate limit, takes nothing from it, and leaves other clients their places', async () => {
    const budget = new SlidingWindow({ requests: 1, windowMs: 300 })
    const clientOf = () => {
      const transport = memoryTransport(() => ({ body: { result: 1 } }))
      return { transport, client: createClient({ baseUrl, transport, throttle: { budget } }) }
    }
    const closing = clientOf()
    const other = clientOf()
    await closing.client.call(get, {})
    const refused = Array.from({ length: 3 }, () => closing.client.call(get, {}).catch((error: unknown) => error))
    const later = other.client.call(get, {})
    await around()
    await closing.client.close()
    for (const one of refused) expect(await one).toMatchObject({ code: 'INPUT', message: 'GET /thing: nothing was sent: the client is closed; make a new one' })
    expect(await later).toBe(1)
    expect(closing.transport.requests).toHaveLength(1)
  })

  it('lets a try that is under way end, and makes no other one', async () => {
    let answer = (): void => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const transport = memoryTransport(async () => {
      await answered
      return { status: 503, headers: { 'retry-after': '30' }, body: {} }
    })
    const client = createClient({ baseUrl, transport })
    const result = client.call(get, {}).catch((error: unknown) => error)
    await until(() => transport.requests.length === 1)
    const closed = client.close()
    answer()
    expect(await result).toMatchObject({ code: 'INPUT', issues: [{ message: expect.stringContaining('the client is closed') as string }] })
    await closed
    expect(transport.requests).toHaveLength(1)
  })
})
