import { type Change, type ResourceRecord, type StoredRecord, type Zone, type ZoneStore, parseRdata, tokensOf } from '@zonewright/zone'

/** What a store needs around it to run the suite: an empty zone, and ways to break the connection. */
export interface ZoneStoreSetting {
  readonly store: ZoneStore
  /** A zone that holds nothing but what its service put there. */
  readonly zone: Zone
  /** The one time to live that every record has, where the service keeps none of the record's own. */
  readonly onlyTtl?: number
  /** The next answer is lost after the service has carried the call out. */
  loseNextAnswer(): Promise<void>
  /** The next call is refused before the service carries it out. */
  refuseNextCall(): Promise<void>
  close(): Promise<void>
}

/** The parts of a test runner that the suite uses. */
export interface Runner {
  describe(title: string, body: () => void): void
  it(title: string, body: () => Promise<void>): void
  beforeEach(body: () => Promise<void>): void
  afterEach(body: () => Promise<void>): void
  expect(value: unknown): { toEqual(expected: unknown): void; toBe(expected: unknown): void; toHaveLength(expected: number): void; toMatchObject(expected: object): void }
}

const plain = ({ name, type, ttl, rdata }: ResourceRecord): object => ({ name, type, ttl, rdata })

const collect = async (store: ZoneStore, zone: Zone): Promise<StoredRecord[]> => {
  const records: StoredRecord[] = []
  for await (const one of store.records(zone)) records.push(one)
  return records
}

/**
 * The story that every store of zones passes, from one record to lost answers.
 * @param open makes a fresh setting for each chapter.
 */
export const zoneStoreContract = (name: string, open: () => Promise<ZoneStoreSetting>, { describe, it, beforeEach, afterEach, expect }: Runner): void => {
  describe(`${name} as a ZoneStore`, () => {
    let setting: ZoneStoreSetting
    let www = ''
    let apex = ''
    beforeEach(async () => {
      setting = await open()
      apex = setting.zone.name
      www = `www.${apex}`
    })
    afterEach(() => setting.close())

    const keeps = (type: string): boolean => setting.store.can.types.includes(type)
    const record = (owner: string, type: string, rdata: string, more: Partial<ResourceRecord> = {}): ResourceRecord => ({ name: owner, type, class: 'IN', rdata: parseRdata(type, tokensOf(rdata), '.'), ...more, ttl: setting.onlyTtl ?? more.ttl ?? 300 })
    const create = (...records: ResourceRecord[]): Change[] => records.map((after) => ({ kind: 'create', after }))
    const apply = (...changes: Change[]) => setting.store.apply(setting.zone, changes)
    const held = async (): Promise<StoredRecord[]> => collect(setting.store, setting.zone)
    const only = async (wanted: string): Promise<StoredRecord[]> => (await held()).filter((one) => one.name === wanted)

    it('finds the zone by name and only that one', async () => {
      const found: Zone[] = []
      for await (const zone of setting.store.zones({ name: apex })) found.push(zone)
      expect(found.map((zone) => zone.name)).toEqual([apex])
    })

    it('has no zone that is the root: its empty name stands for no other zone', async () => {
      const found: Zone[] = []
      for await (const zone of setting.store.zones({ name: '.' })) found.push(zone)
      expect(found).toEqual([])
    })

    it('creates an A record and lists it as it was written', async () => {
      const a = record(www, 'A', '192.0.2.1')
      const report = await apply(...create(a))
      expect(report.done).toHaveLength(1)
      expect((await only(www)).map(plain)).toEqual([plain(a)])
    })

    it('changes the address and keeps the identifier', async () => {
      await apply(...create(record(www, 'A', '192.0.2.1')))
      const [before] = await only(www)
      const after = record(www, 'A', '192.0.2.2', { ttl: 600 })
      await apply({ kind: 'update', before: before as StoredRecord, after })
      const [now] = await only(www)
      expect(now).toMatchObject({ id: before?.id, ttl: after.ttl, rdata: '192.0.2.2' })
    })

    it('deletes the record and lists nothing under its name', async () => {
      await apply(...create(record(www, 'A', '192.0.2.1')))
      const [before] = await only(www)
      await apply({ kind: 'delete', before: before as StoredRecord })
      expect(await only(www)).toHaveLength(0)
    })

    it('holds records at the apex and below a wildcard', async () => {
      const top = keeps('MX') ? record(apex, 'MX', '10 mail.example.net.') : record(apex, 'A', '192.0.2.4')
      await apply(...create(top, record(`*.${apex}`, 'A', '192.0.2.3')))
      expect((await only(apex)).filter((one) => one.type === top.type).map(plain)).toEqual([plain(top)])
      expect(await only(`*.${apex}`)).toHaveLength(1)
    })

    it('keeps text exactly: quotes, backslashes, semicolons, octets beyond ASCII, several strings', async () => {
      if (!keeps('TXT')) return
      const texts = ['"plain"', '"with \\"quotes\\" and \\\\"', '"v=DKIM1; k=rsa; p=AAAA"', '"\\195\\169"', '"one" "two"', `"${'x'.repeat(255)}" "${'y'.repeat(40)}"`]
      await apply(...create(...texts.map((text, index) => record(`t${index}.${apex}`, 'TXT', text))))
      for (const [index, text] of texts.entries()) expect((await only(`t${index}.${apex}`)).map(plain)).toEqual([plain(record(`t${index}.${apex}`, 'TXT', text))])
    })

    it('keeps what stands beside a record: proxy state, comment', async () => {
      const { attributes: kept } = setting.store.can
      if (!kept.includes('proxied')) return
      const attributes = { proxied: true, ...(kept.includes('comment') ? { comment: 'front; page' } : {}) }
      await apply(...create(record(www, 'A', '192.0.2.1', { ttl: 1, attributes })))
      const [now] = await only(www)
      expect(now?.attributes).toMatchObject(attributes)
      expect(now?.ttl).toBe(1)
    })

    it('replaces an address by an alias in one go', async () => {
      await apply(...create(record(www, 'A', '192.0.2.1')))
      const [before] = await only(www)
      const report = await apply({ kind: 'create', after: record(www, 'CNAME', 'other.example.net.') }, { kind: 'delete', before: before as StoredRecord })
      expect(report.done).toHaveLength(2)
      expect((await only(www)).map((one) => one.type)).toEqual(['CNAME'])
    })

    it('reports a refused change as failed, with its batch, and holds nothing of it', async () => {
      await apply(...create(record(www, 'CNAME', 'other.example.net.')))
      const report = await apply(...create(record(www, 'A', '192.0.2.1')))
      expect({ done: report.done.length, failed: report.failed.length, unknown: report.unknown.length }).toEqual({ done: 0, failed: 1, unknown: 0 })
      expect((await only(www)).map((one) => one.type)).toEqual(['CNAME'])
    })

    it('reports a lost answer as unknown and writes nothing twice', async () => {
      await setting.loseNextAnswer()
      const report = await apply(...create(record(www, 'A', '192.0.2.1')))
      expect({ done: report.done.length, failed: report.failed.length, unknown: report.unknown.length }).toEqual({ done: 0, failed: 0, unknown: 1 })
      expect(await only(www)).toHaveLength(1)
    })

    it('reports a call refused before it was carried out as failed', async () => {
      await setting.refuseNextCall()
      const report = await apply(...create(record(www, 'A', '192.0.2.1')))
      expect({ done: report.done.length, failed: report.failed.length, unknown: report.unknown.length }).toEqual({ done: 0, failed: 1, unknown: 0 })
      expect(await only(www)).toHaveLength(0)
    })

    it('takes many changes and reports each once', async () => {
      const records = Array.from({ length: 450 }, (_, index) => record(`n${index}.${apex}`, 'A', `192.0.2.${index % 250}`))
      const report = await apply(...create(...records))
      expect(report.done).toHaveLength(450)
      expect((await held()).filter((one) => one.type === 'A' && one.name.startsWith('n'))).toHaveLength(450)
    })

    it('sends what fits one batch as one call', async () => {
      const most = setting.store.can.batch(setting.zone)
      const records = Array.from({ length: Math.min(most, 5) }, (_, index) => record(`o${index}.${apex}`, 'A', '192.0.2.1'))
      const report = await apply(...create(...records))
      expect(new Set(report.done.map(({ call }) => call)).size).toBe(1)
      expect(report.done).toHaveLength(records.length)
    })

    it('stops when it is told to, and says what was not sent', async () => {
      const report = await setting.store.apply(setting.zone, create(record(www, 'A', '192.0.2.1')), { signal: AbortSignal.abort(new Error('enough')) })
      expect({ done: report.done.length, failed: report.failed.length }).toEqual({ done: 0, failed: 1 })
      expect(await only(www)).toHaveLength(0)
    })
  })
}
