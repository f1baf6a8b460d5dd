import { type Protocol, createClient, defineEndpoint } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import { object, unknown } from '@zonewright/core/schema'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hello } from './index.ts'

const protocol: Protocol = {
  name: 'sample',
  origin: 'https://sample.invalid',
  encode: (call) => ({ method: 'GET', url: `${call.baseUrl}/`, headers: {}, secretHeaders: [] }),
  decode: (_, reply) => ({ result: reply.status, status: reply.status, headers: reply.headers }),
}
const get = defineEndpoint<object, unknown>(protocol, 'GET /', { input: object({}), result: unknown() })
const failing = defineEndpoint<object, unknown>({ ...protocol, decode: () => { throw new Error('no') } }, 'GET /failing', { input: object({}), result: unknown() })

describe('the hello plugin', () => {
  it('counts what went through both doors, for each client apart', async () => {
    const transport = memoryTransport(() => ({ body: 'hi' }))
    const client = createClient({ transport, plugins: [hello()] })
    const other = createClient({ transport, plugins: [hello()] })
    await client.call(get, {})
    await expect(client.call(failing, {})).rejects.toThrow(new Error('no'))
    expect({ ...client.hello }).toEqual({ done: 1, failed: 1, requests: 2 })
    expect({ ...other.hello }).toEqual({ done: 0, failed: 0, requests: 0 })
    expectTypeOf(client.hello.done).toEqualTypeOf<number>()
  })

  it('greets with the name it was given', async () => {
    const transport = memoryTransport(() => ({ body: 'hi' }))
    await createClient({ transport, plugins: [hello({ name: 'reports' })] }).call(get, {})
    expect(transport.requests[0]?.headers).toEqual({ 'x-hello': 'reports' })
  })

  it('says a line for each call and goodbye when the client is closed', async () => {
    const lines: string[] = []
    const client = createClient({ transport: memoryTransport(() => ({ body: 'hi' })), plugins: [hello({ say: (line) => lines.push(line) })] })
    await client.call(get, {})
    await client.call(failing, {}).catch(() => undefined)
    await client.close()
    expect(lines).toEqual(['GET /: done', 'GET /failing: failed', 'goodbye after 2 calls'])
  })

  it('refuses to be there twice', () => {
    expect(() => createClient({ plugins: [hello(), hello()] })).toThrow('two plugins are called "hello"')
  })
})
