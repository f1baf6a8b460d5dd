import { describe, expect, it } from 'vitest'

import { defaultSeed, parseSeed } from './seed.ts'
import { recordsPath, startTest, type TestEmulator } from './testing/start.ts'

const batch = (emulator: TestEmulator, body: unknown) => emulator.call('POST', `${recordsPath}/batch`, body)
const names = async (emulator: TestEmulator): Promise<readonly string[]> => (await emulator.call('GET', `${recordsPath}?order=name`)).json.result.map(({ name, content }) => `${name} ${content}`)

describe('a batch', () => {
  it('deletes, patches, puts and posts in this order, whatever order the body has', async () => {
    const emulator = await startTest()
    const a = await emulator.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    const b = await emulator.create({ type: 'TXT', name: 'b', content: 'old' })
    const c = await emulator.create({ type: 'TXT', name: 'c', content: 'old', comment: 'gone after a put' })
    const { json } = await batch(emulator, {
      posts: [{ type: 'CNAME', name: 'www', content: 'b.example.com' }],
      puts: [{ id: c['id'], type: 'TXT', name: 'c', content: 'put' }],
      patches: [{ id: b['id'], content: 'patched' }],
      deletes: [{ id: a['id'] }],
    })
    expect(json.result).toMatchObject({ deletes: [a], patches: [{ id: b['id'], content: 'patched' }], puts: [{ id: c['id'], content: 'put', comment: null }], posts: [{ type: 'CNAME', name: 'www.example.com' }] })
    expect(await names(emulator)).toEqual(['b.example.com patched', 'c.example.com put', 'www.example.com b.example.com'])
  })

  it('leaves nothing behind when one operation is refused', async () => {
    const emulator = await startTest()
    const a = await emulator.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    const before = await names(emulator)
    const answer = await batch(emulator, { deletes: [{ id: a['id'] }], posts: [{ type: 'TXT', name: 't', content: 'x' }, { type: 'A', name: 'bad', content: 'no address' }] })
    expect(answer.codes).toEqual([9005])
    expect(await names(emulator)).toEqual(before)
    expect((await emulator.call('GET', `${recordsPath}/usage`)).json.result).toMatchObject({ record_quota: 3500, record_usage: 1 })
  })

  it('refuses an unknown record with 404 and a twin of one of its own posts', async () => {
    const emulator = await startTest()
    expect(await batch(emulator, { deletes: [{ id: '0'.repeat(32) }] })).toMatchObject({ status: 404, codes: [81044] })
    expect((await batch(emulator, { posts: [{ type: 'TXT', name: 't', content: 'x' }, { type: 'TXT', name: 't', content: 'x' }] })).codes).toEqual([81058])
    expect(await names(emulator)).toEqual([])
  })

  it('takes 3,500 operations on a paid plan', async () => {
    const emulator = await startTest()
    const posts = Array.from({ length: 3500 }, (_, index) => ({ type: 'A', name: `h${index}`, content: '192.0.2.1' }))
    const { status, json } = await batch(emulator, { posts })
    expect([status, json.success]).toEqual([200, true])
    expect((await batch(emulator, { posts: [{ type: 'A', name: 'one-more', content: '192.0.2.1' }] })).codes).toEqual([81045])
  })

  it('has room for 1,000 records in a free zone that is old enough', async () => {
    const emulator = await startTest({ seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan: 'free', created_on: '2024-08-31T23:59:59Z' }] }) })
    expect((await emulator.call('GET', `${recordsPath}/usage`)).json.result).toMatchObject({ record_quota: 1000 })
    expect(() => parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', created_on: 'once' }] })).toThrow('zones[0].created_on must be a date')
  })
})
