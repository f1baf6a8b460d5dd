import { describe, expect, it } from 'vitest'

import { FaultError, faultQueue, parseFaults } from './faults.ts'
import { demo, recordsPath, startTest, type TestEmulator } from './testing/start.ts'

const record = { type: 'A', name: 'www', content: '192.0.2.1' }
const create = (emulator: TestEmulator, fault: Readonly<Record<string, unknown>>, signal?: AbortSignal) =>
  fetch(emulator.url + recordsPath, { method: 'POST', body: JSON.stringify(record), headers: { authorization: `Bearer ${demo.token}`, 'x-emulator-fault': JSON.stringify(fault) }, ...(signal === undefined ? {} : { signal }) })
const count = async (emulator: TestEmulator): Promise<number> => (await emulator.call('GET', recordsPath)).json.result.length

describe('an injected fault', () => {
  it('resets the connection before anything was done', async () => {
    const emulator = await startTest()
    await expect(create(emulator, { kind: 'reset_before_commit' })).rejects.toThrow()
    expect(await count(emulator)).toBe(0)
  })

  it('resets the connection after everything was done', async () => {
    const emulator = await startTest()
    await expect(create(emulator, { kind: 'reset_after_commit' })).rejects.toThrow()
    expect(await count(emulator)).toBe(1)
  })

  it('cuts the body in the middle', async () => {
    const emulator = await startTest()
    const response = await create(emulator, { kind: 'truncated_body' })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    expect(await count(emulator)).toBe(1)
  })

  it('falls silent in the middle of the body', async () => {
    const emulator = await startTest()
    const response = await create(emulator, { kind: 'stalled_body' }, AbortSignal.timeout(300))
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow(/abort|timeout/i)
  })

  it('answers a page of a gateway after everything was done', async () => {
    const emulator = await startTest()
    const response = await create(emulator, { kind: 'html_502' })
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=UTF-8'])
    expect(await count(emulator)).toBe(1)
  })

  it('answers 429 with, without and with a page of its own, and does nothing', async () => {
    const emulator = await startTest()
    const plain = await create(emulator, { kind: 'too_many_requests', retryAfter: 7 })
    expect([plain.status, plain.headers.get('retry-after'), ((await plain.json()) as { errors: unknown }).errors]).toEqual([429, '7', [{ code: 971, message: 'Please wait and consider throttling your request speed' }]])
    expect((await create(emulator, { kind: 'too_many_requests', retryAfter: null })).headers.has('retry-after')).toBe(false)
    expect(await (await create(emulator, { kind: 'too_many_requests', html: true })).text()).toMatch(/^<html>/)
    expect(await count(emulator)).toBe(0)
  })

  it('makes an answer late', async () => {
    const emulator = await startTest()
    const start = performance.now()
    await create(emulator, { kind: 'latency', ms: 120 })
    expect(performance.now() - start).toBeGreaterThan(110)
  })

  it('can be told beforehand, for some requests and a number of times', async () => {
    const emulator = await startTest()
    const admin = (method: string, path: string, body?: unknown) => fetch(`${emulator.origin}/_emulator/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    await admin('POST', 'faults', [{ kind: 'too_many_requests', count: 2, method: 'post', path: '/dns_records' }])
    expect(await count(emulator)).toBe(0)
    const statuses = []
    for (let index = 0; index < 3; index++) statuses.push((await emulator.call('POST', recordsPath, record)).status)
    expect(statuses).toEqual([429, 429, 200])
    expect(await (await admin('GET', 'faults')).json()).toEqual([])
    const seen = (await (await admin('GET', 'requests')).json()) as readonly unknown[]
    expect(seen).toMatchObject([{ method: 'GET' }, { method: 'POST', status: 429, faults: ['too_many_requests'] }, { status: 429 }, { status: 200, faults: [] }])
    expect((await admin('POST', 'faults', [{ kind: 'none' }])).status).toBe(400)
    expect(await (await admin('GET', 'health')).json()).toEqual({ ok: true })
    expect(await (await admin('DELETE', 'requests')).json()).toEqual([])
    expect((await admin('GET', 'nothing')).status).toBe(404)
  })
})

describe('the description of a fault', () => {
  it.each([['a text'], [{ kind: 'flood' }], [{ kind: 'latency', ms: -1 }], [{ kind: 'latency', delay: 1 }], [{ kind: 'latency', count: 0 }], [{ kind: 'latency', path: 1 }]])('%j is refused', (json) => {
    expect(() => parseFaults(json)).toThrow(FaultError)
  })

  it('meets the first request it matches, once when nothing is said', () => {
    const queue = faultQueue()
    queue.add(parseFaults([{ kind: 'latency', path: '/zones' }, { kind: 'html_502', method: 'GET' }]))
    expect(queue.take({ method: 'POST', path: '/user' })).toEqual([])
    expect(queue.take({ method: 'GET', path: '/zones' }).map(({ kind }) => kind)).toEqual(['latency', 'html_502'])
    expect(queue.waiting()).toEqual([])
  })
})
