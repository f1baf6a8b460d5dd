import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { memoryTransport } from './memory.ts'
import { call, stream } from './test-kit/plain.ts'

const baseUrl = 'http://127.0.0.1:1'

describe('the memory transport', () => {
  it('remembers requests, answers data, text and bytes, and throws what it is told to', async () => {
    const bodies: unknown[] = [{ result: 1 }, '{"result":2}', new TextEncoder().encode('{"result":3}')]
    const transport = memoryTransport(() => {
      const body = bodies.shift()
      if (body === undefined) throw new TypeError('told to')
      return { body }
    })
    const client = createClient({ baseUrl, transport, retry: false })
    for (const expected of [1, 2, 3]) expect(await client.call(call('GET /a'), {})).toBe(expected)
    await expect(client.call(call('GET /a'), {})).rejects.toThrow(new TypeError('told to'))
    expect(transport.requests.map((request) => `${request.method} ${request.url}`)).toEqual(Array.from({ length: 4 }, () => `GET ${baseUrl}/a`))
    await client.close()
  })

  it('streams its pieces to a download', async () => {
    const transport = memoryTransport(() => ({ chunks: [Buffer.from('a'), Buffer.from('b')] }))
    const parts: string[] = []
    for await (const part of await createClient({ baseUrl, transport }).download(stream(), {})) parts.push(Buffer.from(part).toString())
    expect(parts).toEqual(['a', 'b'])
  })
})
