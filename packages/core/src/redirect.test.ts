import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { globalKey, token } from './credentials.ts'
import { call } from './test-kit/plain.ts'
import { json, serve } from './test-kit/server.ts'

const secret = 'zw-secret-0123456789'

describe('a redirect', () => {
  it('within one origin keeps the secret', async () => {
    const server = await serve((request, response) => (request.url === '/a' ? response.writeHead(302, { location: '/b' }).end() : json(response, { result: 'b' })))
    const client = createClient({ baseUrl: server.url, credentials: token(secret) })
    expect(await client.call(call('GET /a'), {})).toBe('b')
    expect(server.headers[1]?.authorization).toBe(`Bearer ${secret}`)
    await client.close()
  })

  it.each([['a token', token(secret)], ['a global key', globalKey('user@example.com', secret)]])('to another origin carries nothing of %s, and no header of the caller', async (_, credentials) => {
    const other = await serve((_request, response) => json(response, { result: 'other' }))
    const server = await serve((_request, response) => response.writeHead(307, { location: `${other.url}/there` }).end())
    const client = createClient({ baseUrl: server.url, credentials, headers: { 'x-tenant-secret': secret, cookie: `s=${secret}` } })
    expect(await client.call(call('GET /a'), {})).toBe('other')
    expect(JSON.stringify(server.headers)).toContain(secret)
    expect(JSON.stringify(other.headers)).not.toContain(secret)
    expect(JSON.stringify(other.headers)).not.toContain('user@example.com')
    await client.close()
  })

  it('to another origin and back does not bring the secret back', async () => {
    const other = await serve((_request, response) => response.writeHead(302, { location: `${server.url}/b` }).end())
    const server = await serve((request, response) => (request.url === '/a' ? response.writeHead(302, { location: other.url }).end() : json(response, { result: 'b' })))
    const client = createClient({ baseUrl: server.url, credentials: token(secret) })
    await client.call(call('GET /a'), {})
    expect(server.headers[1]?.authorization).toBeUndefined()
    await client.close()
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('of a %s is not followed, and not tried again', async (method) => {
    const server = await serve((_, response) => response.writeHead(307, { location: '/elsewhere', 'cf-ray': 'ray-1' }).end())
    const client = createClient({ baseUrl: server.url, credentials: token(secret) })
    const failure = client.call(call(`${method} /a`), {})
    await expect(failure).rejects.toMatchObject({ code: 'DECODE', status: 307, rayId: 'ray-1', message: expect.stringContaining('a write is never sent on') as string })
    expect(server.seen).toHaveLength(1)
    await client.close()
  })

  it('from loopback to clear text elsewhere is refused', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: 'http://service.invalid/x' }).end())
    const client = createClient({ baseUrl: server.url, retry: false })
    await expect(client.call(call('GET /a'), {})).rejects.toThrow('GET /a: redirected to http://service.invalid, which is clear text; check the base URL [HTTP 302]')
    await client.close()
  })

  it('in a circle ends after five hops', async () => {
    const server = await serve((_, response) => response.writeHead(301, { location: '/a' }).end())
    const client = createClient({ baseUrl: server.url })
    await expect(client.call(call('GET /a'), {})).rejects.toMatchObject({ code: 'DECODE', message: expect.stringContaining('more than five times') as string })
    expect(server.seen).toHaveLength(6)
    await client.close()
  })

  it('to something that is no URL is an error with its status', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: 'http://[' }).end())
    const client = createClient({ baseUrl: server.url })
    await expect(client.call(call('GET /a'), {})).rejects.toMatchObject({ code: 'DECODE', status: 302 })
    await client.close()
  })

  it('has one time limit with all its hops', async () => {
    const server = await serve((_, response) => void setTimeout(() => response.writeHead(301, { location: '/a' }).end(), 60))
    const client = createClient({ baseUrl: server.url, retry: false })
    await expect(client.call(call('GET /a'), {}, { timeoutMs: 150 })).rejects.toMatchObject({ code: 'TRANSPORT' })
    expect(server.seen.length).toBeLessThan(5)
    await client.close()
  })

  it('drops a fragment, and a 304 is none', async () => {
    const server = await serve((request, response) => (request.url === '/a' ? response.writeHead(302, { location: '/b#part' }).end() : json(response, { result: 'b' })))
    const client = createClient({ baseUrl: server.url })
    await client.call(call('GET /a'), {})
    expect(server.seen[1]).toBe('GET /b')
    await client.close()
  })
})
