import { createClient, DecodeError, token, TransportError } from '@zonewright/core'
import { type MemoryHandler, memoryTransport } from '@zonewright/core/memory'
import type { Change, Zone } from '@zonewright/zone'
import { describe, expect, it } from 'vitest'
import { zoneStore } from './zone-store.ts'

const zone: Zone = { id: '023e105f4ecef8ad9ca31a8372d0c353', name: 'example.com.', plan: 'pro' }
const create = (label: string): Change => ({ kind: 'create', after: { name: `${label}.example.com.`, type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1' } })
const held = (label: string) => ({ id: '1', name: `${label}.example.com`, type: 'A', content: '192.0.2.1', proxiable: true, proxied: false, ttl: 300, comment: null, tags: [], created_on: '', modified_on: '' })
const envelope = (result: unknown) => ({ body: { success: true, errors: [], messages: [], result }, headers: { 'cf-ray': '7-AMS' } })

const storeWith = (handler: MemoryHandler) => {
  const transport = memoryTransport(handler)
  return { transport, store: zoneStore(createClient({ credentials: token('t0ken'), transport, retry: false, throttle: false })) }
}

describe('the v4 ZoneStore', () => {
  it('puts deletions, changes and new records into one batch and reports each with the call that made it', async () => {
    const { store, transport } = storeWith(() => envelope({ deletes: [held('old')], patches: [held('changed')], posts: [held('new')] }))
    const before = { id: '9', name: 'old.example.com.', type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1' }
    const report = await store.apply(zone, [create('new'), { kind: 'delete', before }, { kind: 'update', before, after: { ...before, ttl: 60 } }])
    expect(JSON.parse(String(transport.requests[0]?.body))).toEqual({
      deletes: [{ id: '9' }],
      patches: [{ id: '9', name: 'old.example.com', type: 'A', content: '192.0.2.1', ttl: 60 }],
      posts: [{ name: 'new.example.com', type: 'A', content: '192.0.2.1', ttl: 300 }],
    })
    expect(report.done.map((one) => [one.change.kind, one.record?.name, one.call])).toEqual([
      ['create', 'new.example.com.', '7-AMS'],
      ['delete', undefined, '7-AMS'],
      ['update', 'changed.example.com.', '7-AMS'],
    ])
  })

  it.each([
    ['a reset after sending', () => { throw new TransportError({ route: 'r', phase: 'sent', message: 'reset' }) }, 'unknown'],
    ['a page of a gateway', () => ({ status: 502, body: '<html>' }), 'unknown'],
    ['an error inside the service', () => ({ status: 500, body: { success: false, errors: [{ code: 1000, message: 'internal' }], messages: [], result: null } }), 'unknown'],
    ['a refused connection', () => { throw new TransportError({ route: 'r', phase: 'connect', message: 'refused' }) }, 'failed'],
    ['a refusal', () => ({ status: 400, body: { success: false, errors: [{ code: 81058, message: 'An identical record already exists.' }], messages: [], result: null } }), 'failed'],
    ['a rate limit without JSON', () => ({ status: 429, body: 'slow down' }), 'failed'],
  ] as const)('counts %s rightly', async (_, handler, outcome) => {
    const report = await storeWith(handler).store.apply(zone, [create('www')])
    expect({ done: report.done.length, failed: report.failed.length, unknown: report.unknown.length }).toEqual({ done: 0, failed: 0, unknown: 0, [outcome]: 1 })
  })

  it('sends no further batch after a lost answer', async () => {
    const { store, transport } = storeWith(() => {
      throw new DecodeError({ route: 'r', status: 502, message: 'lost' })
    })
    const report = await store.apply({ ...zone, plan: 'free' }, Array.from({ length: 300 }, (__, number) => create(`n${number}`)))
    expect(transport.requests).toHaveLength(1)
    expect({ failed: report.failed.length, unknown: report.unknown.length }).toEqual({ failed: 100, unknown: 200 })
  })

  it('counts a change as done when its answer holds a value that can not be read', async () => {
    const { store } = storeWith(() => envelope({ posts: [{ ...held('www'), content: 'not an address' }] }))
    const report = await store.apply(zone, [create('www')])
    expect(report.done.map((one) => one.record)).toEqual([undefined])
  })

  it('lists a record whose type or value it can not read as one that nobody touches', async () => {
    const list = [held('www'), { ...held('new'), id: '2', type: 'NEWTYPE', content: 'Some Text' }, { ...held('odd'), id: '3', content: 'not an address' }]
    const { store } = storeWith(() => ({ body: { success: true, errors: [], messages: [], result: list, result_info: { page: 1, per_page: 5000, count: 3, total_count: 3, total_pages: 1 } } }))
    const listed: unknown[] = []
    for await (const { name, type, rdata, readOnly } of store.records(zone)) listed.push([name, type, rdata, readOnly])
    expect(listed).toEqual([
      ['www.example.com.', 'A', '192.0.2.1', undefined],
      ['new.example.com.', 'NEWTYPE', 'Some Text', true],
      ['odd.example.com.', 'A', 'not an address', true],
    ])
  })

  it('tells what a zone takes by its plan, and the quota of a free one by its age', () => {
    const { store } = storeWith(() => envelope({}))
    const limits = (plan: string | undefined, created?: string) => store.can.limits?.({ id: '1', name: 'example.com.', ...(plan === undefined ? {} : { plan }), ...(created === undefined ? {} : { created }) })
    expect(limits('free', '2024-09-01T00:00:00Z')).toMatchObject({ records: 200, tags: 0, comment: 100, ttl: { lowest: 60 } })
    expect(limits('free', '2024-08-31T23:59:59Z')).toMatchObject({ records: 1000 })
    expect(limits('business')).toMatchObject({ records: 3500, tags: 20, comment: 500 })
    expect(limits('enterprise')).toMatchObject({ ttl: { lowest: 30 } })
    expect(limits('enterprise')?.records).toBeUndefined()
    expect(limits(undefined)).toEqual({ text: 2048, plainNames: true, plainRdata: true, proxiable: ['A', 'AAAA', 'CNAME'] })
  })
})
