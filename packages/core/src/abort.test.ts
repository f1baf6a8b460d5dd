import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { memoryTransport } from './memory.ts'
import { SlidingWindow } from './plugins/sliding-window.ts'
import { call, numberedList, stream } from './test-kit/plain.ts'
import { json, serve, serveRaw, until } from './test-kit/server.ts'
import { undiciTransport } from './transport.ts'

const get = call('GET /thing')
const reasons = [['an error', new Error('enough')], ['text', 'enough'], ['null', null], ['a number', 0]] as const

const outcome = async (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no rejection', (reason: unknown) => reason)

describe('an aborted signal', () => {
  it.each(reasons)('rejects with its own reason, never wrapped: %s', async (_, reason) => {
    const server = await serve(() => undefined)
    const client = createClient({ baseUrl: server.url })
    const abort = new AbortController()
    const result = outcome(client.call(get, {}, { signal: abort.signal }))
    await until(() => server.seen.length === 1)
    abort.abort(reason)
    expect(await result).toBe(reason)
    await client.close()
  })

  it('that was aborted before sends nothing and takes nothing from the rate limit', async () => {
    const transport = memoryTransport(() => ({ body: { result: 1 } }))
    const budget = new SlidingWindow({ requests: 1, windowMs: 1e9 })
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, throttle: { budget } })
    const reason = new Error('before')
    expect(await outcome(client.call(get, {}, { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(await outcome(client.list(numberedList(1), {}, { signal: AbortSignal.abort(reason) }).all())).toBe(reason)
    expect(await outcome(client.download(stream(), {}, { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(transport.requests).toHaveLength(0)
    expect(await client.call(get, {})).toBe(1)
  })

  it('that was aborted before is not even seen by a plugin', async () => {
    const seen: string[] = []
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', plugins: [{ name: 'watch', setup: () => ({ around: (one, next) => (seen.push(one.endpoint.route), next(one)) }) }] })
    expect(await outcome(client.call(get, {}, { signal: AbortSignal.abort('before') }))).toBe('before')
    expect(seen).toEqual([])
  })

  it('ends the wait for a retry', async () => {
    const transport = memoryTransport(() => ({ status: 503, headers: { 'retry-after': '30' }, body: {} }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport })
    const abort = new AbortController()
    const result = outcome(client.call(get, {}, { signal: abort.signal }))
    await until(() => transport.requests.length === 1)
    // Once more around the event loop: now it waits.
    await new Promise((resolve) => setTimeout(resolve, 20))
    abort.abort('enough')
    expect(await result).toBe('enough')
    expect(transport.requests).toHaveLength(1)
  })

  it('ends the wait for the rate limit, and its place in the queue goes to the next', async () => {
    const transport = memoryTransport(() => ({ body: { result: 1 } }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, throttle: { budget: new SlidingWindow({ requests: 1, windowMs: 200 }) } })
    await client.call(get, {})
    const abort = new AbortController()
    const result = outcome(client.call(get, {}, { signal: abort.signal }))
    const next = client.call(get, {})
    abort.abort('enough')
    expect(await result).toBe('enough')
    expect(await next).toBe(1)
    expect(transport.requests).toHaveLength(2)
  })

  it('ends the wait for a connection', async () => {
    const server = await serve(() => undefined)
    const client = createClient({ baseUrl: server.url, transport: undiciTransport({ connections: 1 }) })
    const all = new AbortController()
    const first = outcome(client.call(get, {}, { signal: all.signal }))
    await until(() => server.seen.length === 1)
    const abort = new AbortController()
    const result = outcome(client.call(get, {}, { signal: abort.signal }))
    abort.abort('enough')
    expect(await result).toBe('enough')
    all.abort('all')
    expect(await first).toBe('all')
    expect(server.seen).toHaveLength(1)
    await client.close()
  })

  it('ends a connection that is being made', async () => {
    const server = await serveRaw(() => undefined)
    const client = createClient({ baseUrl: server.url.replace('http:', 'https:') })
    const abort = new AbortController()
    const result = outcome(client.call(get, {}, { signal: abort.signal }))
    await until(() => server.sockets.size === 1)
    abort.abort('enough')
    expect(await result).toBe('enough')
  })

  it('ends a body in the middle, whole or streamed', async () => {
    const server = await serveRaw((socket) => socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"result"')))
    const client = createClient({ baseUrl: server.url })
    const abort = new AbortController()
    const whole = outcome(client.call(get, {}, { signal: abort.signal }))
    const bytes = await client.download(stream(), {}, { signal: abort.signal })
    const streamed = outcome(bytes.text())
    await until(() => server.sockets.size === 2)
    abort.abort('enough')
    expect(await whole).toBe('enough')
    expect(await streamed).toBe('enough')
    await client.close()
  })

  it('ends a listing between two pages, though the next page was there already', async () => {
    const server = await serve((_, response) => json(response, { result: [{ id: Math.random() }], info: { total_pages: 3 } }))
    const client = createClient({ baseUrl: server.url })
    const abort = new AbortController()
    const seen: unknown[] = []
    const walk = async (): Promise<void> => {
      for await (const page of client.list(numberedList(1), {}, { signal: abort.signal, prefetch: 4 }).pages()) {
        seen.push(page)
        await until(() => server.seen.length === 3)
        abort.abort('enough')
      }
    }
    expect(await outcome(walk())).toBe('enough')
    expect(seen).toHaveLength(1)
    await client.close()
  })

  it('is let go after the call: no listener stays on a long-lived signal', async () => {
    const server = await serve((_, response) => json(response, { result: 1 }))
    const client = createClient({ baseUrl: server.url })
    const { signal } = new AbortController()
    for (let index = 0; index < 3; index++) await client.call(get, {}, { signal })
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
    await client.close()
  })
})
