import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { call } from './test-kit/plain.ts'
import { json, serve, serveRaw, until } from './test-kit/server.ts'
import { undiciTransport } from './transport.ts'

const get = call('GET /thing')
const post = call('POST /thing')

describe('the total time limit', () => {
  it('ends a call whose answer never starts, with phase sent', async () => {
    const server = await serve(() => undefined)
    const client = createClient({ baseUrl: server.url })
    await expect(client.call(post, {}, { timeoutMs: 60 })).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent', message: expect.stringMatching(/^POST \/thing: no complete answer within 60 ms; look whether it was carried out/) as string })
    expect(server.seen).toHaveLength(1)
    await client.close()
  })

  it('also counts a body that drips for ever', async () => {
    const server = await serveRaw((socket) => {
      socket.on('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
        const drip = setInterval(() => socket.write('1\r\n \r\n'), 10)
        socket.on('close', () => clearInterval(drip))
      })
    })
    const client = createClient({ baseUrl: server.url, retry: false })
    await expect(client.call(get, {}, { timeoutMs: 120 })).rejects.toMatchObject({ phase: 'sent' })
    // undici may open another one at once; the one that drips is gone.
    await until(() => [...server.sockets][0]?.destroyed === true)
    await client.close()
  })

  it('gives phase connect to a request that got no connection, and that request is never sent', async () => {
    let free = (): void => undefined
    const server = await serve((request, response) => {
      if (request.url === '/slow') free = () => json(response, { result: 'slow' })
      else json(response, { result: 'quick' })
    })
    const client = createClient({ baseUrl: server.url, retry: false, transport: undiciTransport({ connections: 1 }) })
    const slow = client.call(call('GET /slow'), {})
    await until(() => server.seen.length === 1)
    await expect(client.call(post, {}, { timeoutMs: 40 })).rejects.toMatchObject({ phase: 'connect', message: expect.stringContaining('nothing was sent') as string })
    free()
    await slow
    expect(await client.call(get, {})).toBe('quick')
    expect(server.seen).toEqual(['GET /slow', 'GET /thing'])
    await client.close()
  })

  it('gives phase connect while the connection is being made, and the connection made too late carries nothing of it', async () => {
    let received = 0
    const server = await serveRaw((socket) => socket.on('data', (bytes) => (received += bytes.length)))
    // A TLS handshake that is never answered.
    const client = createClient({ baseUrl: server.url.replace('http:', 'https:'), retry: false })
    await expect(client.call(post, { big: 'x'.repeat(10_000) }, { timeoutMs: 80 })).rejects.toMatchObject({ phase: 'connect' })
    expect(received).toBeLessThan(5000)
    for (const socket of server.sockets) socket.destroy()
  })
})

describe('the limit on silence', () => {
  it('ends a body that stalls, with phase sent', async () => {
    const server = await serveRaw((socket) => socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"result"')))
    const client = createClient({ baseUrl: server.url, retry: false, stallMs: 50 })
    await expect(client.call(get, {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent', message: 'GET /thing: the answer stopped in the middle for 50 ms' })
    await client.close()
  })
})

describe('a connection that can not be made', () => {
  it('is an error of phase connect that names the reason and keeps its cause', async () => {
    const server = await serveRaw(() => undefined)
    const { port } = server
    const gone = await import('node:net').then(async ({ createServer }) => {
      const other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const address = other.address() as { port: number }
      await new Promise((resolve) => other.close(resolve))
      return address.port
    })
    expect(gone).not.toBe(port)
    const client = createClient({ baseUrl: `http://127.0.0.1:${gone}`, retry: false })
    await expect(client.call(post, {})).rejects.toMatchObject({ phase: 'connect', message: expect.stringContaining('ECONNREFUSED') as string, cause: { code: 'ECONNREFUSED' } })
    await client.close()
  })
})
