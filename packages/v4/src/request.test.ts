import { createClient } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import * as z from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { request, requests } from './request.ts'

const answering = (result: unknown) => {
  const transport = memoryTransport(() => ({ body: { success: true, errors: [], messages: [], result } }))
  return { transport, client: createClient({ baseUrl: 'http://127.0.0.1:1', transport, validate: 'throw', retry: false }) }
}

describe('a request by its route', () => {
  it('fills the path, and puts the rest of a GET into the query', async () => {
    const { transport, client } = answering([1])
    expect(await request(client, 'GET /accounts/{account_id}/things/{id}', { account_id: 'a b', id: 5, page: 2, on: true })).toEqual([1])
    expect(transport.requests[0]).toMatchObject({ method: 'GET', url: 'http://127.0.0.1:1/accounts/a%20b/things/5?page=2&on=true' })
    expect(transport.requests[0]).not.toHaveProperty('body')
  })

  it('puts the rest of a write into a JSON body, but what is named for the query', async () => {
    const { transport, client } = answering(null)
    await request(client, 'PUT /things/{id}', { id: 'x', force: true, name: 'n' }, { query: ['force'] })
    expect(transport.requests[0]).toMatchObject({ url: 'http://127.0.0.1:1/things/x?force=true', body: '{"name":"n"}' })
    await request(client, 'DELETE /things/{id}', { id: 'x' })
    expect(transport.requests[1]).not.toHaveProperty('body')
  })

  it('takes the other facts and settings that a declared call takes', async () => {
    const { transport, client } = answering(null)
    await request(client, 'POST /things/{name}', { name: 'a/b', items: [1] }, { body: { json: 'items' }, slashes: ['name'], headers: { 'x-a': 'b' } })
    expect(transport.requests[0]).toMatchObject({ url: 'http://127.0.0.1:1/things/a%2Fb', body: '[1]', headers: { 'x-a': 'b' } })
    expect(await request(client, 'GET /text', {}, { answer: 'text' })).toContain('"success":true')
  })

  it('is repeated after a lost answer only when that is safe', async () => {
    const lost = memoryTransport(() => ({ status: 502, body: '<html>' }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport: lost, retry: { baseMs: 1 } })
    await expect(request(client, 'POST /things', {})).rejects.toMatchObject({ code: 'DECODE' })
    expect(lost.requests).toHaveLength(1)
    await expect(request(client, 'POST /things', {}, { safety: 'read' })).rejects.toMatchObject({ code: 'DECODE' })
    expect(lost.requests.length).toBeGreaterThan(2)
  })

  it('is refused before sending when a name of the path is missing or leads elsewhere', async () => {
    const { transport, client } = answering(null)
    // @ts-expect-error id is missing
    await expect(request(client, 'GET /a/{account_id}/{id}', { account_id: 'a' })).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['id'] }] })
    await expect(request(client, 'GET /things/{id}', { id: '..' })).rejects.toMatchObject({ code: 'INPUT' })
    expect(transport.requests).toHaveLength(0)
  })

  it.each(['GET things', 'get /things', 'FETCH /things', '/things', 'GET //other.example/things', 'GET https://other.example/things', 'GET @other.example/things', 'GET /things?page=2', 'GET /things#top', 'GET /a b', 'GET /a\\b', ''])('is refused before sending as %j, which is no route', async (route) => {
    const { transport, client } = answering(null)
    await expect(request(client, route as 'GET /', {})).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['route'] }] })
    expect(transport.requests).toHaveLength(0)
  })

  it('has the type of the result that is told, and checks it where the client validates', async () => {
    const { client } = answering({ id: 'x' })
    const { id } = await request(client, 'GET /thing', {}, { result: z.object({ id: z.string() }) })
    expect(id.toUpperCase()).toBe('X')
    await expect(request(client, 'GET /thing', {}, { result: z.object({ id: z.number() }) })).rejects.toMatchObject({ code: 'DECODE' })
    const unknown = await request(client, 'GET /thing', {})
    // @ts-expect-error nothing is known about a result that nobody told of
    expect(unknown.id).toBe('x')
  })

  it('is typed by its route', () => {
    const { client } = answering(null)
    const never = (): unknown[] => [
      // @ts-expect-error a route begins with a method
      request(client, '/things', {}),
      // @ts-expect-error there is no such method
      request(client, 'LIST /things', {}),
      // @ts-expect-error a value of the path is a text or a number
      request(client, 'GET /things/{id}', { id: true }),
      // @ts-expect-error the second name is missing
      request(client, 'DELETE /a/{a}/b/{b}', { a: '1' }),
      request(client, 'GET /things', { anything: [1] }),
    ]
    expect(never).toBeTypeOf('function')
  })

  it('is a method of a client that was made with it, typed in the same way', async () => {
    const transport = memoryTransport(() => ({ body: { success: true, errors: [], messages: [], result: { id: 'x' } } }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, validate: 'throw', plugins: [requests()] })
    const { id } = await client.request('PUT /things/{id}', { id: 'x', force: true }, { query: ['force'], result: z.object({ id: z.string() }) })
    expect(id.toUpperCase()).toBe('X')
    expect(transport.requests[0]).toMatchObject({ method: 'PUT', url: 'http://127.0.0.1:1/things/x?force=true' })
    // @ts-expect-error id is missing
    await expect(client.request('GET /things/{id}', {})).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['id'] }] })
    expect(transport.requests).toHaveLength(1)
  })

  it('is not there on a client that was made without it', () => {
    const { client } = answering(null)
    // @ts-expect-error core knows calls and no routes of API v4
    expect(client.request).toBeUndefined()
  })
})
