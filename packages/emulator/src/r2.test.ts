import { r2 } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")

describe('buckets of R2', () => {
  it('are created, read, given another kind of storage and deleted', async () => {
    const client = await strictClient()
    const one = { account_id, bucket_name: 'backups' }
    expect(await client.call(r2.buckets.create, { account_id, name: 'backups', locationHint: 'apac' })).toMatchObject({ name: 'backups', location: 'APAC', storage_class: 'Standard', jurisdiction: 'default' })
    expect(await client.call(r2.buckets.edit, { ...one, storage_class: 'InfrequentAccess' })).toMatchObject({ storage_class: 'InfrequentAccess' })
    expect(await client.call(r2.buckets.get, one)).toMatchObject({ storage_class: 'InfrequentAccess', location: 'APAC' })
    expect(await client.call(r2.buckets.remove, one)).toEqual({})
    await expect(client.call(r2.buckets.get, one)).rejects.toMatchObject({ status: 404, faults: [{ code: 10_006 }] })
  })

  it('are listed by name, in parts, backwards, and from a name on', async () => {
    const client = await strictClient()
    for (const name of ['delta', 'alpha', 'charlie', 'bravo', 'echo-logs']) await client.call(r2.buckets.create, { account_id, name })
    const names = async (input: object) => (await client.list(r2.buckets.list, { account_id, ...input }).all({ limit: 20 })).map(({ name }) => name)
    expect(await names({ per_page: 2 })).toEqual(['alpha', 'bravo', 'charlie', 'delta', 'echo-logs'])
    expect(await names({ per_page: 2, direction: 'desc' })).toEqual(['echo-logs', 'delta', 'charlie', 'bravo', 'alpha'])
    expect(await names({ name_contains: 'logs' })).toEqual(['echo-logs'])
    expect(await names({ start_after: 'charlie' })).toEqual(['delta', 'echo-logs'])
  })

  it('of one jurisdiction are not seen from another', async () => {
    const client = await strictClient()
    await client.call(r2.buckets.create, { account_id, name: 'same', jurisdiction: 'eu' })
    expect(await client.call(r2.buckets.create, { account_id, name: 'same' })).toMatchObject({ jurisdiction: 'default' })
    expect(await client.call(r2.buckets.get, { account_id, bucket_name: 'same', jurisdiction: 'eu' })).toMatchObject({ jurisdiction: 'eu' })
    await expect(client.call(r2.buckets.get, { account_id, bucket_name: 'same', jurisdiction: 'fedramp' })).rejects.toMatchObject({ faults: [{ code: 10_006 }] })
    await client.call(r2.buckets.remove, { account_id, bucket_name: 'same', jurisdiction: 'eu' })
    expect(await client.list(r2.buckets.list, { account_id }).all({ limit: 5 })).toHaveLength(1)
    expect(await client.list(r2.buckets.list, { account_id, jurisdiction: 'eu' }).all({ limit: 5 })).toEqual([])
  })

  it('have rules for browsers that are replaced as a whole', async () => {
    const client = await strictClient()
    const one = { account_id, bucket_name: 'site' }
    const rules = [{ id: 'all', allowed: { origins: ['*'], methods: ['GET' as const], headers: ['range'] }, exposeHeaders: ['etag'], maxAgeSeconds: 60 }]
    await client.call(r2.buckets.create, { account_id, name: 'site' })
    await client.call(r2.cors.update, { ...one, rules })
    expect(await client.call(r2.cors.get, one)).toEqual({ rules })
    await client.call(r2.cors.remove, one)
    await expect(client.call(r2.cors.get, one)).rejects.toMatchObject({ status: 404 })
  })
})
