import { parameterKinds } from '@zonewright/bridge/wire'
import { declaredEndpoints } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { startTest, zoneId } from './testing/start.ts'

/** Values that a field was not made for. */
const nasty: readonly unknown[] = [null, '', ' ', 'x', '\u0000', '\ud800', '雪', '"', '\\', '..', '@', '*', '.'.repeat(300), 'a'.repeat(5000), '-1', 0, -1, 1.5, 1e308, true, false, [], [[]], [null], ['x', 1], {}, { a: { b: [] } }, { id: 1 }, { __proto__: null }]
const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'CAA', 'LOC', 'URI', 'HTTPS', 'NAPTR', 'CERT', 'DS', 'OPENPGPKEY', 'TLSA']

const query = (field: string, value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `?${encodeURIComponent(field)}=${encodeURIComponent(Buffer.from(text).toString())}`
}

describe('whatever a request holds', () => {
  it('is answered by the API and never by a failure of the emulator', async () => {
    const record = { type: 'TXT', name: 'x', content: 'x' }
    const failures: string[] = []
    const emulator = await startTest({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro', records: [record], findable: [record] }] }, log: ({ error }) => void (error !== undefined && failures.push(error)) })
    const path = (route: string): string => route.replace('{zone_id}', zoneId).replace('{dns_record_id}', seededIds.record('example.com', 0)).replace('{setting_id}', 'security_header').replace('{account_id}', seededIds.account(defaultSeed.accounts[0]?.name ?? ''))
    const odd: string[] = []
    for (const { route, target, input } of declaredEndpoints(v4)) {
      // Removing things would leave the rest of the calls with nothing to work on.
      if (target.method === 'DELETE') continue
      for (const field of parameterKinds(input).keys()) {
        if (target.parameters.includes(field)) continue
        await Promise.all(nasty.map(async (value) => {
          const { status } = target.method === 'GET' ? await emulator.call('GET', path(target.path) + query(field, value)) : await emulator.call(target.method, path(target.path), { ...(target.method === 'PATCH' ? {} : record), [field]: value })
          if (status >= 500) odd.push(`${route} ${field}=${JSON.stringify(value)}: ${status}`)
        }))
      }
    }
    expect([odd, failures]).toEqual([[], []])
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
