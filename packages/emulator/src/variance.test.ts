import { type Client, createClient, token } from '@zonewright/core'
import { dns } from '@zonewright/v4'
import { zoneStore } from '@zonewright/v4/zone-store'
import { diff, type ResourceRecord, type StoredRecord } from '@zonewright/zone'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Variance } from './rules/variance.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const zone = { id: zone_id, name: 'example.com.', status: 'active', plan: 'pro' }

const scene = async (variance: Variance) => {
  const clock = manualClock()
  const emulator = await startTest({ clock, variance })
  const client: Client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  const store = zoneStore(client)
  const records = async (): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = []
    for await (const record of store.records(zone)) found.push(record)
    return found
  }
  const list = (query: object = {}) => client.list(dns.records.list, { zone_id, ...query }).all({ limit: 100 })
  return { clock, client, store, records, list, add: (name: string, type: 'A' | 'TXT', content: string, more: object = {}) => client.call(dns.records.create, { zone_id, name, type, content, ...more }) }
}

/** What of a stored record a file would say. */
const wanted = ({ name, type, rdata, ttl, attributes }: StoredRecord): ResourceRecord => ({ name, type, rdata, ttl, class: 'IN', ...(attributes === undefined ? {} : { attributes }) })

describe('lists that are late', () => {
  it('show what was deleted and not yet what was created, filtered and counted, until the time is over', async () => {
    const { clock, client, list, add } = await scene({ listDelayMs: 5000 })
    const old = await add('old', 'A', '192.0.2.1')
    clock.advance(5000)
    const fresh = await add('new', 'A', '192.0.2.2')
    await client.call(dns.records.remove, { zone_id, dns_record_id: old.id })
    expect((await list()).map(({ id }) => id)).toEqual([old.id])
    expect(await list({ name: 'new.example.com' })).toEqual([])
    expect((await list({ name: 'old.example.com', per_page: 1 })).map(({ id }) => id)).toEqual([old.id])
    expect(await client.call(dns.records.get, { zone_id, dns_record_id: fresh.id })).toMatchObject({ name: 'new.example.com' })
    await expect(client.call(dns.records.get, { zone_id, dns_record_id: old.id })).rejects.toMatchObject({ status: 404 })
    expect(await client.call(dns.records.usage, { zone_id })).toMatchObject({ record_usage: 1 })
    clock.advance(5000)
    expect((await list()).map(({ id }) => id)).toEqual([fresh.id])
  })

  it('never show what came and went meanwhile', async () => {
    const { clock, client, list, add } = await scene({ listDelayMs: 5000 })
    const { id } = await add('new', 'A', '192.0.2.2')
    await client.call(dns.records.remove, { zone_id, dns_record_id: id })
    expect(await list()).toEqual([])
    clock.advance(6000)
    expect(await list()).toEqual([])
  })

  it('make a store refuse what is there already, and nothing worse', async () => {
    const { clock, store, records } = await scene({ listDelayMs: 5000 })
    const after: ResourceRecord[] = [{ name: 'www.example.com.', type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1' }]
    expect(await store.apply(zone, diff(await records(), after))).toMatchObject({ done: [{}], failed: [], unknown: [] })
    expect(await store.apply(zone, diff(await records(), after))).toMatchObject({ done: [], failed: [{ error: { faults: [{ code: 81058 }] } }], unknown: [] })
    clock.advance(5000)
    expect(diff(await records(), after)).toEqual([])
  })
})

describe('tags in another order', () => {
  it('are the same tags in every answer, and no change for a store', async () => {
    const { records, list, add } = await scene({ tagOrder: 'other' })
    const tags = ['team:dns', 'env:prod', 'owner:ops', 'tier:1', 'zone:a']
    const shown = await add('www', 'A', '192.0.2.1', { tags })
    expect(shown.tags).not.toEqual(tags)
    expect(shown.tags.toSorted()).toEqual(tags.toSorted())
    expect(await list()).toMatchObject([{ tags: shown.tags }])
    const [stored] = await records()
    if (stored === undefined) throw new Error('no record')
    expect(diff([stored], [{ ...wanted(stored), attributes: { ...stored.attributes, tags } }])).toEqual([])
  })
})

describe('text without its quotes', () => {
  it('is the same record for a store', async () => {
    const { records, list, add } = await scene({ bareText: true })
    await add('plain', 'TXT', '"v=spf1 -all"')
    await add('parts', 'TXT', '"one" "two"')
    await add('quoted', 'TXT', String.raw`"a \"b\" c"`)
    expect((await list()).map(({ content }) => content)).toEqual(['"one" "two"', 'v=spf1 -all', String.raw`"a \"b\" c"`])
    const expected = ['"one" "two"', '"v=spf1 -all"', String.raw`"a \"b\" c"`]
    expect((await records()).map(({ rdata }) => rdata)).toEqual(expected)
    expect(diff(await records(), (await records()).map(wanted))).toEqual([])
  })
})

describe('a record of a type that nobody knows', () => {
  it('ends the list, and is left alone by a store', async () => {
    const { store, records, list, add } = await scene({ unknownType: true })
    await add('www', 'A', '192.0.2.1')
    await add('api', 'A', '192.0.2.2')
    expect((await list({ per_page: 1 })).map(({ type }) => type)).toEqual(['A', 'A', 'STRANGE'])
    expect((await list({ type: 'A' })).map(({ type }) => type)).toEqual(['A', 'A'])
    const before = await records()
    expect(before.map(({ type, readOnly }) => [type, readOnly])).toEqual([['A', undefined], ['A', undefined], ['STRANGE', true]])
    const changes = diff(before, [])
    expect(changes.map(({ kind }) => kind)).toEqual(['delete', 'delete'])
    expect(await store.apply(zone, changes)).toMatchObject({ failed: [], unknown: [] })
    expect((await records()).map(({ type }) => type)).toEqual(['STRANGE'])
  })
})
