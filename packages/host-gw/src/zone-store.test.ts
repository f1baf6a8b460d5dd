import { DecodeError, TransportError } from '@zonewright/core'
import { zoneStoreContract } from '@zonewright/testing'
import type { Change, ResourceRecord, Zone } from '@zonewright/zone'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as host from './index.ts'
import { HostService, keys } from './test-kit/service.ts'
import { aliasRecords, fromService, zoneStore } from './zone-store.ts'

const zone: Zone = { id: '70311', name: 'example.com.', status: 'active' }

zoneStoreContract(
  'the hosting provider API',
  () => {
    const service = new HostService()
    const client = service.client()
    return Promise.resolve({
      store: zoneStore(client, { user_key: keys.user }),
      zone,
      onlyTtl: 1,
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
const record = (label: string, rdata = 'origin.example.net.', more: Partial<ResourceRecord> = {}): ResourceRecord => ({ name: `${label}.example.com.`, type: 'CNAME', class: 'IN', ttl: 1, rdata, ...more })
const create = (...input: Parameters<typeof record>): Change => ({ kind: 'create', after: record(...input) })
const counts = ({ done, failed, unknown }: { readonly done: readonly unknown[]; readonly failed: readonly unknown[]; readonly unknown: readonly unknown[] }): number[] => [done.length, failed.length, unknown.length]

const setup = () => {
  const service = new HostService()
  const forms = (): Record<string, string>[] => service.transport.requests.map(({ body }) => Object.fromEntries([...new URLSearchParams(String(body))].filter(([name]) => !name.endsWith('_key'))))
  return { service, forms, store: zoneStore(service.client(), { user_key: keys.user, cloudflare_email: 'user@example.com' }) }
}

describe('the ZoneStore of the hosting provider API', () => {
  it('says what it holds before anything is sent', () => {
    const { can, name } = setup().store
    expect({ name, ...can, batch: can.batch(zone) }).toEqual({ name: 'host-gw', types: ['A', 'CNAME'], attributes: ['proxied'], unit: 'zone', batch: Number.MAX_SAFE_INTEGER })
  })

  it('reads the zone and sends the whole set-up in one call, whatever the number of changes', async () => {
    const { store, forms } = setup()
    const report = await store.apply(zone, [create('www'), create('shop', '192.0.2.9', { type: 'A' }), { kind: 'update', before: fromService('base.example.com', 'base.example.net'), after: record('base', 'other.example.net.') }])
    expect(forms()).toEqual([
      { act: 'zone_lookup', zone_name: 'example.com' },
      { act: 'zone_set', zone_name: 'example.com', resolve_to: 'cloudflare-resolve-to.example.com', subdomains: 'base.example.com:other.example.net,www.example.com:origin.example.net,shop.example.com:192.0.2.9' },
    ])
    expect(report.done.map(({ change, record: stored, call }) => [change.kind, stored?.name, stored?.type, call])).toEqual([
      ['create', 'www.example.com.', 'CNAME', 'ray2'],
      ['create', 'shop.example.com.', 'A', 'ray2'],
      ['update', 'base.example.com.', 'CNAME', 'ray2'],
    ])
    expect((await collect(store.records(zone))).map(({ id, rdata, attributes }) => [id, rdata, attributes])).toEqual([
      ['base.example.com', 'other.example.net.', { proxied: true }],
      ['www.example.com', 'origin.example.net.', { proxied: true }],
      ['shop.example.com', '192.0.2.9', { proxied: true }],
    ])
  })

  it('lists the zones of its customer page by page', async () => {
    const { service, store } = setup()
    for (let index = 0; index < 230; index++) service.zones.set(`${index % 2 === 0 ? 'other' : 'own'}${index}.example`, {})
    expect(await collect(store.zones())).toHaveLength(116)
    expect(service.transport.requests.map(({ body }) => new URLSearchParams(String(body)).get('offset'))).toEqual(['0', '100', '200'])
    expect(await collect(zoneStore(service.client(), { user_key: keys.user }).zones())).toHaveLength(231)
    expect(await collect(store.zones({ name: 'own1.example.' }))).toMatchObject([{ name: 'own1.example.', status: 'active' }])
  })

  it('holds nothing of a zone that is not there, and sets it up with its first name', async () => {
    const { service, store } = setup()
    const fresh: Zone = { id: '', name: 'fresh.example.' }
    expect(await collect(store.records(fresh))).toEqual([])
    const report = await store.apply(fresh, [{ kind: 'create', after: record('www', 'origin.example.net.', { name: 'fresh.example.' }) }])
    expect(counts(report)).toEqual([1, 0, 0])
    expect(service.zones.get('fresh.example')).toEqual({ 'fresh.example': 'origin.example.net' })
  })

  it.each([
    ['another type', create('www', '10 mail.example.net.', { type: 'MX' }), 'holds names with an origin only'],
    ['another zone', create('www', 'origin.example.net.', { name: 'www.example.net.' }), 'not in the zone'],
    ['no proxy', create('www', 'origin.example.net.', { attributes: { proxied: false } }), 'always goes through Cloudflare'],
    ['a name that is too long', create(`${'x'.repeat(60)}.${'y'.repeat(60)}`), 'fewer than 120 characters'],
    ['a letter that it has not', create('a\\046b'), 'letters, digits'],
    ['a name that is hosted', create('base'), 'a name has one origin'],
    ['a change of what is not there', { kind: 'update', before: fromService('gone.example.com', 'a.example'), after: record('gone') } as Change, 'is gone since it was read'],
    ['a change of what has changed', { kind: 'delete', before: fromService('base.example.com', 'before.example.net') } as Change, 'has changed since it was read'],
  ])('blames %s, and sends none of the changes that go with it', async (_, change, words) => {
    const { forms, service, store } = setup()
    const good = create('good')
    const report = await store.apply(zone, [change, good])
    expect(counts(report)).toEqual([0, 2, 0])
    expect(report.failed).toMatchObject([{ change, blame: 'change', error: { message: expect.stringContaining(words) } }, { change: good, error: { message: "not sent: 1 of the 2 changes of this call can't be made, and the service takes all of them or none" } }])
    expect(report.failed[1]).not.toHaveProperty('blame')
    expect(forms().map(({ act }) => act)).toEqual(['zone_lookup'])
    expect(Object.keys(service.zones.get('example.com') ?? {})).toEqual(['base.example.com'])
  })

  it('counts a name that is gone already as deleted, and sends nothing when nothing is left to do', async () => {
    const { forms, store } = setup()
    const report = await store.apply({ id: '', name: 'fresh.example.' }, [{ kind: 'delete', before: fromService('www.fresh.example', 'a.example') }])
    expect(counts(report)).toEqual([1, 0, 0])
    expect(forms().map(({ act }) => act)).toEqual(['zone_lookup'])
  })

  it('does not delete a zone by deleting its last name', async () => {
    const { forms, service, store } = setup()
    const report = await store.apply(zone, [{ kind: 'delete', before: fromService('base.example.com', 'base.example.net') }])
    expect(counts(report)).toEqual([0, 1, 0])
    expect(report.failed[0]?.error.message).toContain('zones.remove')
    expect(forms()).toHaveLength(1)
    expect(service.zones.get('example.com')).toEqual({ 'base.example.com': 'base.example.net' })
  })

  it.each([
    ['a reset after sending', () => { throw new TransportError({ route: 'r', phase: 'sent', message: 'reset' }) }, [0, 0, 2]],
    ['a page of a gateway', () => { throw new DecodeError({ route: 'r', status: 502, message: 'page' }) }, [0, 0, 2]],
    ['a refused connection', () => { throw new TransportError({ route: 'r', phase: 'connect', message: 'refused' }) }, [0, 2, 0]],
  ] as const)('counts all changes of a call that ended with %s rightly', async (_, fail, expected) => {
    const { service, store } = setup()
    service.before = ({ act }) => (act === 'zone_set' ? fail() : undefined)
    expect(counts(await store.apply(zone, [create('one'), create('two')]))).toEqual(expected)
  })

  it.each([[701, [0, 0, 1]], [702, [0, 0, 1]], [601, [0, 1, 0]], [208, [0, 1, 0]]] as const)('counts a change that ended with %i rightly', async (code, expected) => {
    const { service, store } = setup()
    service.refuseNextCall(code)
    expect(counts(await store.apply(zone, [create('one')]))).toEqual(expected)
  })

  it('writes nothing when the zone could not be read', async () => {
    const { forms, service, store } = setup()
    service.before = () => ({ status: 502, body: '<html>' })
    expect(counts(await store.apply(zone, [create('one')]))).toEqual([0, 1, 0])
    expect(forms()).toHaveLength(1)
  })

  it('gives the aliases that the host must write into its own DNS', async () => {
    const { service } = setup()
    const { forward_tos: places } = await service.client().bind(host).zones.get({ user_key: keys.user, zone_name: 'example.com' })
    expect(aliasRecords(places ?? {})).toEqual([{ name: 'base.example.com.', ttl: 900, class: 'IN', type: 'CNAME', rdata: 'base.example.com.cdn.cloudflare.net.' }])
  })
})
