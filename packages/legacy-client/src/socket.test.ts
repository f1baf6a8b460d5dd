import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Client, createClient, globalKey } from '@zonewright/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as legacy from './index.ts'
import { LegacyService, key } from './test-kit/service.ts'
import { zoneStore } from './zone-store.ts'

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

describe('over a socket', () => {
  let service: LegacyService
  let seen: (string | undefined)[]
  const server = createServer((request, response) => {
    void (async () => {
      seen.push(request.method, request.url)
      try {
        const reply = await service.transport.send({ method: 'POST', url: request.url ?? '', headers: {}, body: await bodyOf(request), secretHeaders: [] }, { timeoutMs: 1000, stallMs: 1000, maxBytes: 1_000_000, stream: false, route: '', attempt: 1 })
        response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
      } catch {
        // What a lost connection is in memory is one here too.
        request.socket.destroy()
      }
    })()
  })
  let client: Client
  const connected = (): Client => createClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, credentials: globalKey('user@example.com', key), validate: 'throw', retry: { baseMs: 1 } })

  beforeEach(async () => {
    service = new LegacyService()
    seen = []
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    client = connected()
  })
  afterEach(async () => {
    await client.close()
    await new Promise((resolve) => server.close(resolve))
  })

  it('every call is a POST to one address without anything behind it', async () => {
    for (let index = 0; index < 200; index++) service.add({ type: 'A', name: `n${index}.example.com`, content: '192.0.2.1' })
    const cf = client.bind(legacy)
    expect(await cf.records.list({ z: 'example.com' }).all()).toHaveLength(200)
    const { rec } = await cf.records.create({ z: 'example.com', type: 'TXT', name: 'ü.example.com', content: 'a=b&c=ü%' })
    expect(rec.obj).toMatchObject({ name: 'ü.example.com', content: 'a=b&c=ü%' })
    expect(seen).toEqual(['POST', '/api_json.html', 'POST', '/api_json.html', 'POST', '/api_json.html'])
  })

  it('a write whose answer is lost is unknown and made once, though the client repeats what is safe', async () => {
    service.loseNextAnswer()
    const report = await zoneStore(client).apply({ id: '70311', name: 'example.com.' }, [{ kind: 'create', after: { name: 'www.example.com.', type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1' } }])
    expect([report.done.length, report.failed.length, report.unknown.length, service.records.length]).toEqual([0, 0, 1, 1])
  })

  it('a deletion whose answer is lost is made again, and done', async () => {
    const { rec_id: id } = service.add({ type: 'A', name: 'www.example.com', content: '192.0.2.1' })
    service.loseNextAnswer()
    const report = await zoneStore(client).apply({ id: '70311', name: 'example.com.' }, [{ kind: 'delete', before: { id, name: 'www.example.com.', type: 'A', class: 'IN', ttl: 1, rdata: '192.0.2.1' } }])
    expect([report.done.length, report.failed.length, report.unknown.length, service.records.length]).toEqual([1, 0, 0, 0])
  })
})
