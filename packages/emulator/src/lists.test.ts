import { rules, rulesets } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { manualClock, zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const { lists } = rules
const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')

const setUp = async (kind: 'ip' | 'redirect' | 'hostname' | 'asn' = 'ip') => {
  const clock = manualClock()
  const client = await strictClient({ clock })
  const list = await client.call(lists.create, { account_id, kind, name: 'office', description: 'd' })
  const one = { account_id, list_id: list.id }
  const items = () => client.list(lists.items.list, one).all({ limit: 2000 })
  const status = async (operation_id: string) => (await client.call(lists.bulkOperations.get, { account_id, operation_id })).status
  return { clock, client, list, one, items, status }
}

describe('lists of an account', () => {
  it('are created, described, counted and deleted', async () => {
    const { client, list, one } = await setUp()
    expect(list).toMatchObject({ name: 'office', kind: 'ip', num_items: 0, num_referencing_filters: 0 })
    expect(await client.call(lists.update, { ...one, description: 'e' })).toMatchObject({ description: 'e' })
    expect(await client.call(lists.list, { account_id })).toMatchObject([{ id: list.id, description: 'e' }])
    const { id: ruleset_id } = await client.call(rulesets.zone.create, { zone_id, name: 'n', kind: 'zone', phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src in $office or ip.src in $office2' }] })
    expect(await client.call(lists.get, one)).toMatchObject({ num_referencing_filters: 1 })
    await expect(client.call(lists.remove, one)).rejects.toMatchObject({ faults: [{ code: 10031 }] })
    await client.call(rulesets.zone.remove, { zone_id, ruleset_id })
    expect(await client.call(lists.remove, one)).toEqual({ id: list.id })
  })
})

describe('items of a list', () => {
  it('are there once the operation is through', async () => {
    const { client, clock, one, items, status } = await setUp()
    const { operation_id } = await client.call(lists.items.create, { ...one, items: [{ ip: '192.0.2.1', comment: 'a' }, { ip: '198.51.100.0/24' }] })
    expect(await status(operation_id)).toBe('pending')
    expect(await items()).toEqual([])
    clock.advance(150)
    expect(await status(operation_id)).toBe('running')
    await expect(client.call(lists.items.create, { ...one, items: [] })).rejects.toMatchObject({ status: 429 })
    clock.advance(50)
    expect(await status(operation_id)).toBe('completed')
    expect(await items()).toMatchObject([{ ip: '192.0.2.1', comment: 'a' }, { ip: '198.51.100.0/24' }])
    expect(await client.call(lists.get, one)).toMatchObject({ num_items: 2, modified_on: '2026-11-20T12:00:00.2Z' })
  })

  it('are added, replaced and deleted, and keep their identifiers', async () => {
    const { client, clock, one, items, status } = await setUp()
    await client.call(lists.items.create, { ...one, items: [{ ip: '192.0.2.1' }, { ip: '192.0.2.2' }] })
    clock.advance(200)
    const [first] = await items()
    await client.call(lists.items.create, { ...one, items: [{ ip: '192.0.2.1', comment: 'new' }, { ip: '192.0.2.3' }] })
    clock.advance(200)
    expect(await items()).toMatchObject([{ id: first?.id, comment: 'new' }, { ip: '192.0.2.2' }, { ip: '192.0.2.3' }])
    expect(await client.call(lists.items.get, { ...one, item_id: first?.id ?? '' })).toMatchObject({ ip: '192.0.2.1' })
    await client.call(lists.items.remove, { ...one, items: [{ id: first?.id ?? '' }] })
    clock.advance(200)
    expect(await items()).toHaveLength(2)
    const again = await client.call(lists.items.remove, { ...one, items: [{ id: first?.id ?? '' }] })
    clock.advance(200)
    expect(await status(again.operation_id)).toBe('failed')
    await client.call(lists.items.update, { ...one, items: [{ ip: '2001:db8::/32' }] })
    clock.advance(200)
    expect(await items()).toMatchObject([{ ip: '2001:db8::/32' }])
  })

  it('are walked by cursor and searched', async () => {
    const { client, clock, one, items } = await setUp('asn')
    await client.call(lists.items.update, { ...one, items: Array.from({ length: 1001 }, (_, asn) => ({ asn })) })
    clock.advance(200)
    expect(await items()).toHaveLength(1001)
    expect(await client.list(lists.items.list, { ...one, search: '64' }).all({ limit: 10 })).toMatchObject([{ asn: 64 }])
  })

  it.each([
    ['redirect', { redirect: { source_url: 'example.com/a', target_url: 'https://example.org/', preserve_query_string: true } }, { redirect: { status_code: 301 } }],
    ['hostname', { hostname: { url_hostname: '*.Example.com' } }, { hostname: { url_hostname: '*.example.com' } }],
  ] as const)('may be a %s', async (kind, item, kept) => {
    const { client, clock, one, items } = await setUp(kind)
    await client.call(lists.items.create, { ...one, items: [item] })
    clock.advance(200)
    expect(await items()).toMatchObject([kept])
    await expect(client.call(lists.items.create, { ...one, items: [{ ip: '192.0.2.1' }] })).rejects.toMatchObject({ status: 400 })
  })
})
