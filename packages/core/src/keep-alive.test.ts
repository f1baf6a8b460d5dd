import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { call } from './test-kit/plain.ts'
import { json, serve, serveRaw, until } from './test-kit/server.ts'

const get = call('GET /thing')
const post = call('POST /thing')

describe('connections', () => {
  it('are reused from call to call', async () => {
    const server = await serve((_, response) => json(response, { result: 1 }))
    const client = createClient({ baseUrl: server.url })
    for (let index = 0; index < 5; index++) await client.call(get, {})
    await client.call(post, { a: 1 })
    expect(server.connections).toBe(1)
    await client.close()
  })

  it('are no more than asked for, and calls beyond that wait their turn', async () => {
    const { undiciTransport } = await import('./transport.ts')
    const server = await serve((_, response) => setTimeout(() => json(response, { result: 1 }), 10))
    const client = createClient({ baseUrl: server.url, transport: undiciTransport({ connections: 2 }) })
    await Promise.all(Array.from({ length: 12 }, () => client.call(get, {})))
    expect(server.connections).toBe(2)
    expect(server.seen).toHaveLength(12)
    await client.close()
  })

  it('closed by the server between two calls are replaced without an error', async () => {
    let answers = 0
    const server = await serveRaw((socket) => {
      socket.on('data', () => {
        answers++
        const body = '{"result":1}'
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
      })
    })
    const client = createClient({ baseUrl: server.url, retry: false })
    await client.call(post, {})
    await until(() => [...server.sockets].every((socket) => socket.closed))
    await client.call(post, {})
    expect(answers).toBe(2)
    await client.close()
  })

  it('reset at the moment of a write give phase sent, and an unsafe call is not sent again', async () => {
    let requests = 0
    const server = await serveRaw((socket) => {
      socket.on('data', () => {
        requests++
        if (requests === 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"result":1}')
        else socket.resetAndDestroy()
      })
    })
    const client = createClient({ baseUrl: server.url, retry: { baseMs: 1 } })
    await client.call(post, {})
    await expect(client.call(post, {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent' })
    expect(requests).toBe(2)
    await client.close()
  })
})

describe('close', () => {
  it('lets the tries under way end, and refuses what comes after it', async () => {
    let answer = (): void => undefined
    const server = await serve((_, response) => {
      answer = () => json(response, { result: 'late' })
    })
    const client = createClient({ baseUrl: server.url })
    const underWay = client.call(get, {})
    await until(() => server.seen.length === 1)
    const closed = client.close()
    await expect(client.call(get, {})).rejects.toMatchObject({ code: 'INPUT', message: 'GET /thing: nothing was sent: the client is closed; make a new one' })
    answer()
    expect(await underWay).toBe('late')
    await closed
    expect(server.seen).toHaveLength(1)
  })

  it('may be called twice', async () => {
    const server = await serve((_, response) => json(response, { result: 1 }))
    const client = createClient({ baseUrl: server.url })
    await client.call(get, {})
    await Promise.all([client.close(), client.close()])
    await client.close()
  })

  it('of a transport may be called twice, and what comes after it is refused', async () => {
    const { undiciTransport } = await import('./transport.ts')
    const server = await serve((_, response) => json(response, { result: 1 }))
    const transport = undiciTransport()
    const client = createClient({ baseUrl: server.url, transport })
    await client.call(get, {})
    await transport.close()
    await transport.close()
    await expect(client.call(get, {})).rejects.toThrow('the transport is closed; make a new client')
  })

  it('before the first call loads nothing and ends at once', async () => {
    const { undiciTransport } = await import('./transport.ts')
    const transport = undiciTransport({ proxy: 'not a proxy' })
    // Loading would refuse the proxy's address.
    await transport.close()
  })

  it('ends idle connections, so that a program can end', async () => {
    const server = await serveRaw((socket) => {
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"result":1}'))
    })
    const client = createClient({ baseUrl: server.url })
    await client.call(get, {})
    const [socket] = server.sockets
    const ended = once(socket as NonNullable<typeof socket>, 'close')
    await client.close()
    await ended
  })
})
