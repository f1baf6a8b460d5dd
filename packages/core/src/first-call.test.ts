import { describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { defineEndpoint } from './endpoint.ts'
import { memoryTransport } from './memory.ts'
import type { Protocol } from './protocol.ts'
import * as z from './schema.ts'
import { call, loose, numberedList, plain } from './test-kit/plain.ts'

const answering = () => memoryTransport(() => ({ body: { result: [] } }))

const deferredEndpoint = (load: () => Promise<Protocol>) => defineEndpoint<Record<string, unknown>, unknown>({ name: plain.name, origin: plain.origin, load }, 'POST /things', { input: loose, result: z.unknown() })

describe('the first calls of a client', () => {
  it('send what their input was when they were made, though one object served for all', async () => {
    const transport = answering()
    const client = createClient({ transport })
    const input = { name: 'a', list: [{ number: 1 }] }
    const headers = { 'x-number': '1' }
    const calls = [1, 2, 3].map((number) => {
      input.name = `name ${number}`
      ;(input.list[0] as { number: number }).number = number
      headers['x-number'] = String(number)
      return client.call(call('POST /things'), input, { headers })
    })
    await Promise.all(calls)
    expect(transport.requests.map(({ body, headers: sent }) => [JSON.parse(String(body)), sent['x-number']])).toEqual([1, 2, 3].map((number) => [{ name: `name ${number}`, list: [{ number }] }, String(number)]))
  })

  it('go out in the order in which they were made', async () => {
    const transport = answering()
    const client = createClient({ transport })
    await Promise.all(['/a', '/b', '/c'].map((path) => client.call(call(`GET ${path}`), {})))
    expect(transport.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b', '/c'])
  })

  it('go out though the client is closed right after them, and later ones do not', async () => {
    const transport = answering()
    const client = createClient({ transport })
    const before = client.call(call('GET /before'), {})
    const closed = client.close()
    await expect(client.call(call('GET /after'), {})).rejects.toThrow('the client is closed')
    expect(await before).toEqual([])
    await closed
    expect(transport.requests).toHaveLength(1)
  })
})

describe('a listing', () => {
  it('has the input of the moment when it was made', async () => {
    const transport = answering()
    const client = createClient({ transport })
    const input = { name: 'a' }
    const cold = client.list(numberedList(10), input)
    input.name = 'b'
    await cold.all()
    const warm = client.list(numberedList(10), input)
    input.name = 'c'
    await warm.all()
    expect(transport.requests.map(({ url }) => new URL(url).searchParams.get('name'))).toEqual(['a', 'b'])
  })

  it('that is refused and never read is no unhandled rejection', async () => {
    const heard = vi.fn<() => void>()
    process.on('unhandledRejection', heard)
    createClient().list({ ...numberedList(1), input: z.strictObject({}) }, { more: 1 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', heard)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a protocol that is loaded', () => {
  it('is loaded by the first call that needs it, once', async () => {
    const load = vi.fn<() => Promise<Protocol>>().mockResolvedValue(plain)
    const transport = answering()
    const client = createClient({ transport })
    await client.call(call('GET /other'), {})
    expect(load).not.toHaveBeenCalled()
    const endpoint = deferredEndpoint(load)
    await Promise.all([client.call(endpoint, { a: 1 }), client.call(endpoint, { a: 2 })])
    await client.call(endpoint, { a: 3 })
    expect(load).toHaveBeenCalledTimes(1)
    expect(transport.requests.slice(1).map(({ body }) => String(body))).toEqual(['{"a":1}', '{"a":2}', '{"a":3}'])
  })

  it('that fails to load fails its call, and is asked for again by the next', async () => {
    const load = vi.fn<() => Promise<Protocol>>().mockRejectedValueOnce(new Error('no such file')).mockResolvedValue(plain)
    const client = createClient({ transport: answering() })
    const endpoint = deferredEndpoint(load)
    await expect(client.call(endpoint, {})).rejects.toThrow('no such file')
    expect(await client.call(endpoint, {})).toEqual([])
  })

  it('is loaded for a call that a plugin sends to another endpoint', async () => {
    const load = vi.fn<() => Promise<Protocol>>().mockResolvedValue(plain)
    const elsewhere = deferredEndpoint(load)
    const client = createClient({ transport: answering(), plugins: [{ name: 'detour', setup: () => ({ around: (one, next) => next({ ...one, endpoint: elsewhere as typeof one.endpoint }) }) }] })
    expect(await client.call(call('GET /a'), {})).toEqual([])
    expect(load).toHaveBeenCalledTimes(1)
  })
})
