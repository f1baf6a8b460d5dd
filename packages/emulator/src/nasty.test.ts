import { Agent, request } from 'node:http'

import { parameterKinds } from '@zonewright/bridge/wire'
import { declaredEndpoints } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, startTest, zoneId } from './testing/start.ts'

/** Values that a field was not made for. */
const nasty: readonly unknown[] = [null, '', ' ', 'x', '\u0000', '\ud800', '雪', '"', '\\', '..', '@', '*', '.'.repeat(300), 'a'.repeat(5000), '-1', 0, -1, 1.5, 1e308, true, false, [], [[]], [null], ['x', 1], {}, { a: { b: [] } }, { id: 1 }, { __proto__: null }]
const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'LOC', 'URI', 'HTTPS', 'NAPTR', 'CERT', 'DS', 'OPENPGPKEY', 'TLSA']

const query = (field: string, value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `?${encodeURIComponent(field)}=${encodeURIComponent(Buffer.from(text).toString())}`
}

/** Sends requests and gives the status of their answers, without what `fetch` does around it: there are tens of thousands. */
const sender = (base: string): ((method: string, path: string, body?: unknown) => Promise<number>) => {
  const agent = new Agent({ keepAlive: true, maxSockets: nasty.length })
  onTestFinished(() => agent.destroy())
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = { authorization: `Bearer ${demo.token}`, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) }
      request(base + path, { method, agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0)).once('error', reject)
      })
        .once('error', reject)
        .end(text)
    })
}

describe('whatever a request holds', () => {
  it('is answered by the API and never by a failure of the emulator', async () => {
    const record = { type: 'TXT', name: 'x', content: 'x' }
    const failures: string[] = []
    const emulator = await startTest({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro', records: [record], findable: [record] }] }, log: ({ error }) => void (error !== undefined && failures.push(error)) })
    const path = (route: string): string => route.replace('{zone_id}', zoneId).replace('{dns_record_id}', seededIds.record('example.com', 0)).replace('{setting_id}', 'security_header').replace('{account_id}', seededIds.account(defaultSeed.accounts[0]?.name ?? ''))
    const send = sender(emulator.url)
    const odd: string[] = []
    const seen = new Set<number>()
    for (const { route, target, input } of declaredEndpoints(v4)) {
      // Removing things would leave the rest of the calls with nothing to work on.
      if (target.method === 'DELETE') continue
      for (const field of parameterKinds(input).keys()) {
        if (target.parameters.includes(field)) continue
        await Promise.all(nasty.map(async (value) => {
          const status = target.method === 'GET' ? await send('GET', path(target.path) + query(field, value)) : await send(target.method, path(target.path), { ...(target.method === 'PATCH' ? {} : record), [field]: value })
          seen.add(status)
          if (status >= 500) odd.push(`${route} ${field}=${JSON.stringify(value)}: ${status}`)
        }))
      }
    }
    expect([odd, failures]).toEqual([[], []])
    // Both were tried: what is refused, and what goes through.
    expect([200, 400].filter((status) => !seen.has(status))).toEqual([])
  }, 240_000)

  it('is answered for the value of every type of record', async () => {
    const failures: string[] = []
    const emulator = await startTest({ log: ({ error }) => void (error !== undefined && failures.push(error)) })
    for (const type of types) {
      for (const value of nasty) {
        for (const body of [{ content: value }, { content: value, priority: 1 }, { data: value }, { data: { priority: value, weight: value, port: value, target: value, flags: value, tag: value, value, certificate: value, lat_degrees: value } }]) {
          const { status } = await emulator.call('POST', `/zones/${zoneId}/dns_records`, { type, name: 'v', ...body })
          expect(status, `${type} ${JSON.stringify(body)}`).toBeLessThan(500)
        }
      }
    }
    expect(failures).toEqual([])
  }, 120_000)
})
