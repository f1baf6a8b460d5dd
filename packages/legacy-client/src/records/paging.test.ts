import { describe, expect, it } from 'vitest'
import * as legacy from '../index.ts'
import { LegacyService } from '../test-kit/service.ts'
import { zoneStore } from '../zone-store.ts'

const z = 'example.com'
const filled = (count: number): LegacyService => {
  const service = new LegacyService()
  for (let index = 0; index < count; index++) service.add({ type: 'A', name: `n${index}.example.com`, content: '192.0.2.1', ttl: '300' })
  return service
}
const offsets = (service: LegacyService): (string | null)[] => service.transport.requests.map(({ body }) => new URLSearchParams(String(body)).get('o'))
const storedIds = async (service: LegacyService): Promise<string[]> => {
  const ids: string[] = []
  for await (const { id } of zoneStore(service.client()).records({ id: '70311', name: 'example.com.' })) ids.push(id)
  return ids
}

describe('a long listing', () => {
  it.each([[0, [null]], [179, [null]], [180, [null]], [181, [null, '180']], [541, [null, '180', '360', '540']]])('of %i records is asked for page by page, each from where the last one ends', async (count, asked) => {
    const service = filled(count)
    const names: string[] = []
    for await (const { name } of service.client().bind(legacy).records.list({ z }, { prefetch: 0 })) names.push(name)
    expect(names).toEqual(Array.from({ length: count }, (_, index) => `n${index}.example.com`))
    expect(offsets(service)).toEqual(asked)
  })

  it('starts where the caller says', async () => {
    const service = filled(400)
    expect(await service.client().bind(legacy).records.list({ z, o: 300 }).all()).toHaveLength(100)
    expect(offsets(service)).toEqual(['300'])
  })

  it('that grows while it is read gives each record', async () => {
    const service = filled(360)
    let pages = 0
    for await (const page of service.client().bind(legacy).records.list({ z }, { prefetch: 0 }).pages()) {
      pages++
      if (pages <= 2) service.add({ type: 'A', name: `later${pages}.example.com`, content: '192.0.2.1' })
      expect(page.items.length).toBeGreaterThan(0)
    }
    expect(pages).toBe(3)
  })

  it('of a service that forgets the offset is ended, not walked for ever', async () => {
    const service = filled(200)
    const page = { recs: { has_more: true, count: 180, objs: service.records.slice(0, 180) } }
    service.before = () => ({ body: { response: page, result: 'success', msg: null } })
    await expect(service.client().bind(legacy).records.list({ z }).all()).rejects.toMatchObject({ code: 'DECODE', message: expect.stringContaining('same page twice') as string })
  })
})

describe('a store that reads a zone while it changes', () => {
  const changing = (count: number, change: (service: LegacyService, request: number) => void): LegacyService => {
    const service = filled(count)
    service.after = () => change(service, service.transport.requests.length)
    return service
  }

  it('misses no record when one before the page is deleted: it reads again', async () => {
    const service = changing(500, (at, request) => {
      if (request === 1) at.records.splice(10, 1)
    })
    const ids = await storedIds(service)
    expect(ids).toEqual(service.records.map(({ rec_id: id }) => id))
    expect(offsets(service)).toEqual([null, '179', null, '179', '358'])
  })

  it('shows no record twice when one is put in front', async () => {
    const service = changing(300, (at, request) => {
      if (request === 1) at.records.unshift({ ...at.add({ type: 'A', name: 'first.example.com', content: '192.0.2.9' }), rec_id: '1' })
    })
    const ids = await storedIds(service)
    expect(ids).toEqual(service.records.map(({ rec_id: id }) => id))
  })

  it('says so when the zone never comes to rest', async () => {
    const service = changing(400, (at) => at.records.splice(0, 1))
    await expect(storedIds(service)).rejects.toMatchObject({ code: 'DECODE', message: expect.stringContaining('changed while they were read') as string })
  })

  it('asks once for a zone of one page', async () => {
    const service = filled(180)
    expect(await storedIds(service)).toHaveLength(180)
    expect(service.transport.requests).toHaveLength(1)
  })
})
