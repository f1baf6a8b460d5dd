import { TransportError } from '@zonewright/core'
import { zoneStoreContract } from '@zonewright/testing'
import type { Change, Zone } from '@zonewright/zone'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LegacyService } from './test-kit/service.ts'
import { zoneStore } from './zone-store.ts'

const zone: Zone = { id: '70311', name: 'example.com.', status: 'active' }

zoneStoreContract(
  'the client API',
  () => {
    const service = new LegacyService()
    const client = service.client()
    return Promise.resolve({
      store: zoneStore(client),
      zone,
      loseNextAnswer: () => Promise.resolve(service.loseNextAnswer()),
      refuseNextCall: () => Promise.resolve(service.refuseNextCall()),
      close: () => client.close(),
    })
  },
  { describe, it, beforeEach, afterEach, expect },
)

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
const create = (label: string, more: Partial<Extract<Change, { kind: 'create' }>['after']> = {}): Change => ({ kind: 'create', after: { name: `${label}.example.com.`, type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1', ...more } })
/** What was sent, without the fields that every form has. */
const forms = (service: LegacyService): Record<string, string>[] =>
  service.transport.requests.map(({ body }) => Object.fromEntries([...new URLSearchParams(String(body))].filter(([name]) => !['email', 'tkn', 'z'].includes(name))))

describe('the ZoneStore of the client API', () => {
  const setup = () => {
    const service = new LegacyService()
    return { service, store: zoneStore(service.client()) }
  }

  it('says what it holds before anything is sent', () => {
    const { can, name } = setup().store
    expect({ name, ...can, batch: can.batch(zone) }).toEqual({ name: 'legacy-client', types: ['A', 'CNAME', 'MX', 'TXT', 'SPF', 'AAAA', 'NS', 'SRV', 'LOC'], attributes: ['proxied'], unit: 'record', batch: 1 })
  })

  it('makes one call for each change, those of one name together and deletions first', async () => {
    const { service, store } = setup()
    const before = service.add({ type: 'A', name: 'www.example.com', content: '192.0.2.1' })
    const report = await store.apply(zone, [create('www', { type: 'CNAME', rdata: 'example.net.', attributes: { proxied: true } }), create('other', { attributes: { proxied: false } }), { kind: 'delete', before: { id: before.rec_id, name: 'www.example.com.', type: 'A', class: 'IN', ttl: 1, rdata: '192.0.2.1' } }])
    expect(forms(service)).toEqual([
      { a: 'rec_delete', id: before.rec_id },
      { a: 'rec_new', type: 'CNAME', name: 'www.example.com', content: 'example.net', ttl: '1', service_mode: '1' },
      { a: 'rec_new', type: 'A', name: 'other.example.com', content: '192.0.2.1', ttl: '300', service_mode: '0' },
    ])
    expect(report.done.map(({ change, record, call }) => [change.kind, record?.attributes, call])).toEqual([
      ['delete', undefined, 'ray1'],
      ['create', { proxied: true }, 'ray2'],
      ['create', { proxied: false }, 'ray3'],
    ])
  })

  it('leaves the cloud of a record as it is when nothing is said of it', async () => {
    const { service, store } = setup()
    service.add({ type: 'A', name: 'www.example.com', content: '192.0.2.1', ttl: '300', service_mode: '1' })
    const [before] = await collect(store.records(zone))
    const { attributes: _, ...plain } = before as NonNullable<typeof before>
    const report = await store.apply(zone, [{ kind: 'update', before: plain, after: { ...plain, rdata: '192.0.2.2' } }])
    expect(forms(service).at(-1)).toEqual({ a: 'rec_edit', id: before?.id, type: 'A', name: 'www.example.com', content: '192.0.2.2', ttl: '300' })
    expect(report.done[0]?.record?.attributes).toEqual({ proxied: true })
  })

  it.each([
    ['a service in parts', 'SRV', '_sip._tcp.example.com.', '10 60 5061 sip.example.net.', { service: '_sip', protocol: '_tcp', srvname: 'example.com', prio: '10', weight: '60', port: '5061', target: 'sip.example.net' }],
    ['a place', 'LOC', 'www.example.com.', '52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m', { content: '52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m' }],
    ['a policy', 'SPF', 'www.example.com.', '"v=spf1 -all"', { content: 'v=spf1 -all' }],
    ['a name server', 'NS', 'sub.example.com.', 'ns1.example.net.', { content: 'ns1.example.net' }],
    ['an IPv6 address', 'AAAA', 'www.example.com.', '2001:db8::1', { content: '2001:db8::1' }],
  ])('writes and reads %s', async (_, type, name, rdata, form) => {
    const { service, store } = setup()
    await store.apply(zone, [create('', { name, type, rdata })])
    expect(forms(service)[0]).toMatchObject({ a: 'rec_new', type, ...form })
    expect((await collect(store.records(zone))).map((one) => [one.name, one.type, one.rdata, one.ttl])).toEqual([[name, type, rdata, 300]])
  })

  it('says nothing of the cloud of a record that can not have one', async () => {
    const { service, store } = setup()
    await store.apply(zone, [create('www', { type: 'TXT', rdata: '"x"', attributes: { proxied: false } })])
    expect(forms(service)).toEqual([{ a: 'rec_new', type: 'TXT', name: 'www.example.com', content: 'x', ttl: '300' }])
  })

  it.each([
    ['a type that it does not hold', { type: 'CAA', rdata: '0 issue "ca.example"' }],
    ['a time to live that it does not take', { ttl: 60 }],
    ['a proxy for what can not have one', { type: 'TXT', rdata: '"x"', attributes: { proxied: true } }],
    ['a service without its labels', { type: 'SRV', rdata: '10 60 5061 sip.example.net.' }],
  ])('reports %s as failed, and nothing is sent of it while the others go on', async (_, more) => {
    const { service, store } = setup()
    const report = await store.apply(zone, [create('bad', more), create('good')])
    expect([report.done.length, report.failed.length, service.transport.requests.length]).toEqual([1, 1, 1])
    expect(report.failed[0]?.blame).toBe('change')
  })

  it('counts a record that is gone already as deleted', async () => {
    const { store } = setup()
    const report = await store.apply(zone, [{ kind: 'delete', before: { id: '999', name: 'www.example.com.', type: 'A', class: 'IN', ttl: 1, rdata: '192.0.2.1' } }])
    expect([report.done.length, report.failed.length]).toEqual([1, 0])
  })

  it.each([
    ['a reset after sending', () => { throw new TransportError({ route: 'r', phase: 'sent', message: 'reset' }) }, 'unknown'],
    ['a page of a gateway', () => ({ status: 502, body: '<html>' }), 'unknown'],
    ['an answer that is cut', () => ({ body: '{"response":{"rec"' }), 'unknown'],
    ['a refused connection', () => { throw new TransportError({ route: 'r', phase: 'connect', message: 'refused' }) }, 'failed'],
  ] as const)('sends nothing more after %s, and counts it rightly', async (_, before, outcome) => {
    const { service, store } = setup()
    service.before = before
    const report = await store.apply(zone, [create('one'), create('two'), create('three')])
    expect(service.transport.requests).toHaveLength(1)
    expect({ done: report.done.length, failed: report.failed.length, unknown: report.unknown.length }).toEqual({ done: 0, failed: outcome === 'failed' ? 3 : 2, unknown: outcome === 'failed' ? 0 : 1 })
  })

  it('goes on after a refusal, and tells how far it is', async () => {
    const { service, store } = setup()
    service.refuseNextCall()
    const settled: number[] = []
    const report = await store.apply(zone, [create('one'), create('two')], { onProgress: (count) => settled.push(count) })
    expect([report.done.length, report.failed.length, settled]).toEqual([1, 1, [1, 2]])
  })

  it.each([
    ['a record that is there', { result: 'error', msg: 'The record already exists.' }, 'change'],
    ['too many calls', { result: 'error', msg: 'Too many calls.', err_code: 'E_MAXAPI' }, undefined],
    ['a wrong key', { result: 'error', msg: 'Invalid token or email', err_code: 'E_UNAUTH' }, undefined],
  ])('blames the right one for %s', async (_, body, blame) => {
    const { service, store } = setup()
    service.before = () => ({ body })
    expect((await store.apply(zone, [create('one')])).failed.map((one) => one.blame)).toEqual([blame])
  })

  it('counts a change as done when its answer holds a value that can not be read', async () => {
    const { service, store } = setup()
    service.before = () => ({ body: { result: 'success', msg: null, response: { rec: { obj: { ...service.add({ type: 'A', name: 'x', content: 'not an address' }) } } } } })
    expect((await store.apply(zone, [create('www')])).done.map(({ record }) => record)).toEqual([undefined])
  })

  it('marks records that the service does not let one change', async () => {
    const { service, store } = setup()
    const made = service.add({ type: 'A', name: 'ns1.example.com', content: '192.0.2.1' })
    service.records[0] = { ...made, props: { ...made.props, proxiable: 0, cloud_on: 0, cf_open: 1, vanity_lock: 1 } }
    expect((await collect(store.records(zone))).map(({ readOnly }) => readOnly)).toEqual([true])
  })

  it('says of a zone that it does not know what the service says', async () => {
    const { store } = setup()
    await expect(collect(store.records({ id: '1', name: 'other.example.' }))).rejects.toMatchObject({ code: 'API', faults: [{ message: 'Invalid zone.' }] })
    expect(await collect(store.zones())).toMatchObject([{ id: '70311', name: 'example.com.', status: 'active' }, { name: 'example.com.invalid.' }])
    await expect(collect(store.zones({ name: 'EXAMPLE.COM' }))).resolves.toHaveLength(1)
  })

  it('is stopped by a signal while it reads', async () => {
    const { store } = setup()
    await expect(collect(store.records(zone, { signal: AbortSignal.abort(new Error('enough')) }))).rejects.toThrow('enough')
  })
})
