import { type Client, createClient, token } from '@zonewright/core'
import { kv } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { seededIds } from './seed.ts'
import { demo, type ManualClock, manualClock, startTest } from './testing/start.ts'

const account_id = seededIds.account("user@example.com's Account")

interface Started {
  readonly client: Client
  readonly clock: ManualClock
  readonly inNamespace: { readonly account_id: string; readonly namespace_id: string }
}

const started = async (): Promise<Started> => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  const { id: namespace_id } = await client.call(kv.namespaces.create, { account_id, title: 'one' })
  return { client, clock, inNamespace: { account_id, namespace_id } }
}

describe('namespaces', () => {
  it('are made, renamed, sorted, read and deleted with everything in them', async () => {
    const { client, inNamespace } = await started()
    await client.call(kv.namespaces.create, { account_id, title: 'another' })
    expect(await client.call(kv.namespaces.update, { ...inNamespace, title: 'two' })).toMatchObject({ id: inNamespace.namespace_id, title: 'two' })
    const titles = (await client.list(kv.namespaces.list, { account_id, order: 'title', direction: 'desc', per_page: 1 }).all({ limit: 10 })).map(({ title }) => title)
    expect(titles).toEqual(['two', 'another'])
    await client.call(kv.values.put, { ...inNamespace, key_name: 'a', value: 'x' })
    await client.call(kv.namespaces.remove, inNamespace)
    await expect(client.call(kv.namespaces.get, inNamespace)).rejects.toMatchObject({ code: 'API', faults: [{ code: 10013 }] })
  })
})

describe('a value', () => {
  it('comes back byte for byte, under any key', async () => {
    const { client, inNamespace } = await started()
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    for (const [key_name, value] of [['a/b//c', bytes], ['/', ''], ['ü %2F?#', '\u{FEFF}text\r\n'], ['..a', new Uint8Array([255])]] as const) {
      await client.call(kv.values.put, { ...inNamespace, key_name, value })
      const answer = await client.download(kv.values.get, { ...inNamespace, key_name })
      expect(Buffer.from(await answer.bytes())).toEqual(Buffer.from(value))
    }
    expect((await client.list(kv.keys.list, inNamespace).all({ limit: 10 })).map(({ name }) => name)).toEqual(['..a', '/', 'a/b//c', 'ü %2F?#'])
    await expect(client.call(kv.values.put, { ...inNamespace, key_name: 'a/../b', value: '' })).rejects.toMatchObject({ code: 'INPUT' })
  })

  it('has metadata beside it, which the next write replaces', async () => {
    const { client, inNamespace } = await started()
    const key = { ...inNamespace, key_name: 'k' }
    await client.call(kv.values.put, { ...key, value: new Uint8Array([0, 255]), metadata: { size: 2 } })
    expect(await client.call(kv.values.metadata, key)).toEqual({ size: 2 })
    expect(await client.list(kv.keys.list, inNamespace).all({ limit: 10 })).toEqual([{ name: 'k', metadata: { size: 2 } }])
    expect(Buffer.from(await (await client.download(kv.values.get, key)).bytes())).toEqual(Buffer.from([0, 255]))
    await client.call(kv.values.put, { ...key, value: 'x' })
    expect(await client.call(kv.values.metadata, key)).toBeNull()
  })

  it('ends when it was told to', async () => {
    const { client, clock, inNamespace } = await started()
    const key = { ...inNamespace, key_name: 'k' }
    await client.call(kv.values.put, { ...key, value: 'x', expiration_ttl: 60 })
    expect(await client.list(kv.keys.list, inNamespace).all({ limit: 10 })).toEqual([{ name: 'k', expiration: Math.floor(clock.now() / 1000) + 60 }])
    clock.advance(60_000)
    expect(await client.list(kv.keys.list, inNamespace).all({ limit: 10 })).toEqual([])
    await expect(client.download(kv.values.get, key)).rejects.toMatchObject({ faults: [{ code: 10009 }] })
  })

  it('is deleted, and deleting it again is no error', async () => {
    const { client, inNamespace } = await started()
    const key = { ...inNamespace, key_name: 'a/b' }
    await client.call(kv.values.put, { ...key, value: 'x' })
    expect(await client.call(kv.values.remove, key)).toBeNull()
    expect(await client.call(kv.values.remove, key)).toBeNull()
    await expect(client.download(kv.values.get, key)).rejects.toMatchObject({ status: 404 })
  })
})

describe('many values', () => {
  it('are written, listed page by page, read and deleted at once', async () => {
    const { client, inNamespace } = await started()
    const pairs = Array.from({ length: 25 }, (_, index) => ({ key: `p/${String(index).padStart(2, '0')}`, value: String(index) }))
    expect(await client.call(kv.bulk.put, { ...inNamespace, pairs: [...pairs, { key: 'raw', value: 'AP8=', base64: true, metadata: [1] }] })).toMatchObject({ successful_key_count: 26 })
    const pages = client.list(kv.keys.list, { ...inNamespace, prefix: 'p/', limit: 10 })
    expect((await pages.all({ limit: 100 })).map(({ name }) => name)).toEqual(pairs.map(({ key }) => key))
    expect(Buffer.from(await (await client.download(kv.values.get, { ...inNamespace, key_name: 'raw' })).bytes())).toEqual(Buffer.from([0, 255]))
    expect(await client.call(kv.bulk.get, { ...inNamespace, keys: ['p/01', 'none'], type: 'json' })).toEqual({ values: { 'p/01': 1, none: null } })
    expect(await client.call(kv.bulk.get, { ...inNamespace, keys: ['p/01'], withMetadata: true })).toEqual({ values: { 'p/01': { value: '1', metadata: null } } })
    await client.call(kv.bulk.remove, { ...inNamespace, keys: pairs.map(({ key }) => key) })
    expect((await client.list(kv.keys.list, inNamespace).all({ limit: 10 })).map(({ name }) => name)).toEqual(['raw'])
  })
})
