import type { ResourceRecord, StoredRecord } from '@zonewright/zone'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyPlan } from './apply-plan.ts'
import { findRun } from './journal/runs.ts'
import { type JournalEntry, runState } from './journal/entry.ts'
import { makePlan } from './make-plan.ts'
import { changesOf } from './plan.ts'
import { planZone } from './plan-zone.ts'
import { nameOf, recordState } from './record-state.ts'
import type { RunReport } from './report.ts'
import { planRollback } from './rollback.ts'
import { printPlan, readPlan } from './saved-plan.ts'
import { syncZone } from './sync-zone.ts'
import { anyHeld, anyZone } from './testing/arbitraries.ts'
import { type MemoryStore, memoryStore, record, stored, zone } from './testing/memory-store.ts'

const everything = { allow: ['deletes', 'empty', 'vital', 'conflicts', 'quota'], deleteShare: 1 }
const many = (count: number): ResourceRecord[] => Array.from({ length: count }, (_, index) => record(`n${String(index).padStart(4, '0')}`, 'A', '192.0.2.1'))
const label = (name: string): string => name.slice(0, -zone.name.length - 1)
const refusing = (...names: string[]) => ({ refuses: ({ name }: ResourceRecord) => names.includes(label(name)) })
const outcomes = ({ changes }: RunReport, outcome: string): string[] => [...new Set(changes.filter((one) => one.outcome === outcome).map(({ before, after }) => label((after ?? before)?.name ?? '')))]

const ran = async (store: MemoryStore, desired: readonly ResourceRecord[], onError: 'stop' | 'skip' = 'skip') => {
  const entries: JournalEntry[] = []
  const { plan, held } = await planZone(store, zone, desired, everything)
  const report = await applyPlan(store, plan, { held, settleMs: 0, onError, run: 'r', journal: { append: async (entry) => void entries.push(entry) } })
  return { plan, report, entries, state: runState(entries) }
}
const stillPending = async (store: MemoryStore, desired: readonly ResourceRecord[]): Promise<string[]> => [...new Set(changesOf((await planZone(store, zone, desired, everything)).plan).map((change) => label(nameOf(change))))]

describe('a batch that is refused for what is in it', () => {
  it('ends the run with stop, which says how many names the call held and what would apply the others', async () => {
    const store = memoryStore([], { batch: 4, ...refusing('n0001') })
    const { report } = await ran(store, many(6), 'stop')
    expect(report).toMatchObject({ status: 'failed', error: "n0001.example.com. is refused; one of the 4 names in this call is refused, and the service does not say which: with onError: 'skip' (zw: --on-error skip) the others are applied", calls: { apply: 1, verify: 0 } })
    expect(outcomes(report, 'failed')).toEqual(['n0000', 'n0001', 'n0002', 'n0003'])
    expect(outcomes(report, 'not sent')).toEqual(['n0004', 'n0005'])
    expect(store.held).toEqual([])
  })

  it('says nothing of others when the call held one name', async () => {
    const { report } = await ran(memoryStore([], { batch: 1, ...refusing('n0000') }), many(2), 'stop')
    expect(report.error).toBe('n0000.example.com. is refused')
  })

  it.each([[1, 0], [2, 1], [7, 3], [200, 0], [200, 77], [200, 199], [3000, 1234]])('of %i names is sent in parts with skip until number %i is found, in at most 2 log2(n) further calls', async (count, bad) => {
    const wanted = many(count)
    const name = `n${String(bad).padStart(4, '0')}`
    const store = memoryStore([], refusing(name))
    const { report, plan } = await ran(store, wanted)
    expect(plan.calls).toEqual({ list: 1, apply: 1, verify: 1 })
    expect(report).toMatchObject({ status: 'failed', verified: true, error: 'the service refused 1 name; everything else is as planned: correct what was refused, and run it again' })
    expect(report.calls.apply - 1).toBeLessThanOrEqual(Math.ceil(2 * Math.log2(count)))
    expect(report.changes.filter(({ outcome }) => outcome !== 'done')).toMatchObject([{ outcome: 'refused', error: `${name}.example.com. is refused`, call: expect.stringMatching(/^call-/) }])
    expect(report.changes.map(({ after }) => after?.name)).toEqual(wanted.map(({ name: own }) => own))
    expect(store.held).toHaveLength(count - 1)
    expect(await stillPending(store, wanted)).toEqual([name])
  })

  it('needs no call to know that the second half is at fault when the first one was taken', async () => {
    const { report } = await ran(memoryStore([], refusing('n1023')), many(1024))
    expect(report.calls.apply - 1).toBe(11)
  })

  it('is not searched when the service points at the name', async () => {
    const store = memoryStore([], { ...refusing('n0003', 'n0150'), points: true })
    const { report } = await ran(store, many(200))
    expect([report.calls.apply, outcomes(report, 'refused'), store.held.length]).toEqual([3, ['n0003', 'n0150'], 198])
    const stopped = await ran(memoryStore([], { ...refusing('n0003'), points: true }), many(200), 'stop')
    expect(outcomes(stopped.report, 'refused')).toEqual(['n0003'])
    expect(stopped.report.error).toContain('of the 200 names in this call it refuses n0003.example.com.')
  })

  it('ends a run that skips when the refusal is about something else, before and in the middle of the search', async () => {
    const first = memoryStore([], refusing('n0001'))
    first.faults.push('refused')
    expect((await ran(first, many(8))).report).toMatchObject({ status: 'failed', error: 'slow down', calls: { apply: 1 } })
    const second = memoryStore([], { limits: { records: 5 }, ...refusing('n0007') })
    const { report, entries } = await ran(second, many(8))
    expect(report).toMatchObject({ status: 'failed', verified: false, error: 'Record quota exceeded.' })
    expect([second.held.length, outcomes(report, 'failed'), outcomes(report, 'not sent')]).toEqual([4, ['n0004', 'n0005'], ['n0006', 'n0007']])
    expect(entries.at(-1)).toMatchObject({ kind: 'closed', outcome: 'failed' })
  })

  it('ends after a hundred refused names when none was taken: then it is not about one of them', async () => {
    const store = memoryStore([], { refuses: () => true })
    const { report } = await ran(store, many(3000))
    expect(report.error).toMatch(/; 100 names were refused and none was taken, so it is not about one of them$/)
    expect(outcomes(report, 'refused')).toHaveLength(100)
    expect(report.calls.apply).toBeLessThan(300)
  })

  it('makes room before it fills it when the zone is full', async () => {
    const held = many(10).map((one, index) => stored(`${index}`, { ...one, name: `old-${one.name}` }))
    const store = memoryStore(held, { limits: { records: 10 }, ...refusing('n0004') })
    const { report } = await ran(store, many(10))
    expect([outcomes(report, 'refused'), outcomes(report, 'done').length, store.held.length]).toEqual([['n0004'], 19, 9])
  })
})

describe('what needs a refused name', () => {
  it('is left out with it: an alias of it, an alias of that alias, and not an alias of a name that is there anyway', async () => {
    const desired = [record('good', 'A', '192.0.2.1'), record('bad', 'A', '192.0.2.1'), record('one', 'CNAME', 'bad.example.com.'), record('two', 'CNAME', 'one.example.com.'), record('fine', 'CNAME', 'there.example.com.'), record('there', 'A', '192.0.2.9')]
    const store = memoryStore([stored('1', record('there', 'A', '192.0.2.8'))], { refuses: ({ name, rdata }) => label(name) === 'bad' || rdata === '192.0.2.9' })
    const { report } = await ran(store, desired)
    expect([outcomes(report, 'done'), outcomes(report, 'refused').sort(), outcomes(report, 'left out')]).toEqual([['good', 'fine'], ['bad', 'there'], ['one', 'two']])
    expect(report.changes.filter(({ outcome }) => outcome === 'left out').map(({ error }) => error)).toEqual(['it is an alias of bad.example.com., which is not there', 'it is an alias of one.example.com., which is not there'])
    expect(report.error).toBe('the service refused 2 names, and 2 were left out that cannot go without; everything else is as planned: correct what was refused, and run it again')
    expect((await stillPending(store, desired)).sort()).toEqual(['bad', 'one', 'there', 'two'])
  })

  it('is left out with it: the end of a name that the old alias still leads to', async () => {
    const held = [stored('1', record('www', 'CNAME', 'old.example.com.')), stored('2', record('old', 'A', '192.0.2.1')), stored('3', record('gone', 'A', '192.0.2.1'))]
    const store = memoryStore(held, { refuses: ({ rdata }) => rdata === 'new.example.com.' })
    const { report } = await ran(store, [record('www', 'CNAME', 'new.example.com.'), record('new', 'A', '192.0.2.1')])
    expect([outcomes(report, 'done'), outcomes(report, 'refused'), outcomes(report, 'left out')]).toEqual([['new', 'gone'], ['www'], ['old']])
    expect(report.changes.find(({ outcome }) => outcome === 'left out')?.error).toBe('www.example.com. is still an alias of it')
  })

  it('is left out with it: more of the same name in a later call', async () => {
    const desired = [1, 2, 3].map((last) => record('a', 'A', `192.0.2.${last}`))
    const store = memoryStore([], { batch: 2, refuses: ({ rdata }) => rdata === '192.0.2.1' })
    const { report } = await ran(store, desired)
    expect(report.changes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'left out'])
  })
})

describe('a run that skips', () => {
  it('ends in any zone with everything but the refused, tears no name, needs few calls, and can be taken back', async () => {
    const names = fc.subarray(['@', 'www', 'mail', 'a.b', '*.wild', '_dmarc', 'sub'])
    const faults = fc.array(fc.constantFrom('lost before', 'lost after'), { maxLength: 2 })
    await fc.assert(fc.asyncProperty(anyHeld(), anyZone(), names, faults, fc.constantFrom(3, 7, 3500), fc.boolean(), async (held, desired, bad, lost, batch, points) => {
      const isBad = (name: string): boolean => bad.includes(name === zone.name ? '@' : label(name))
      let minds = true
      const store = memoryStore(held, { batch, points, refuses: ({ name }) => minds && isBad(name) })
      const before = [...store.held]
      store.faults.push(...(lost as MemoryStore['faults']))
      const { plan, report, state } = await ran(store, desired)
      const at = (records: readonly ResourceRecord[], name: string): string => records.filter((one) => one.name === name).map((one) => recordState(one)).sort().join()
      const unmet = new Set(report.changes.filter(({ outcome }) => outcome !== 'done').map(({ before: was, after }) => (after ?? was)?.name ?? ''))
      // A name is refused when a record of it is written; one that only loses records goes.
      const written = new Set(changesOf(plan).flatMap((change) => (change.kind !== 'delete' && isBad(nameOf(change)) ? [nameOf(change)] : [])))
      expect(report.status).toBe(plan.batches.length === 0 ? 'unchanged' : written.size === 0 ? 'done' : 'failed')
      expect(report.verified).toBe(true)
      for (const name of written) expect(unmet).toContain(name)
      const again = changesOf((await planZone(store, zone, desired, everything)).plan)
      expect(new Set(again.map(nameOf))).toEqual(unmet)
      const changed = new Set(changesOf(plan).map(nameOf))
      if (!plan.warnings.some(({ rule }) => rule === 'torn')) for (const now of store.states) for (const name of changed) expect([at(before, name), at(store.held, name)]).toContain(at(now, name))
      expect(report.calls.apply).toBeLessThanOrEqual(plan.batches.length + written.size * Math.ceil(2 * Math.log2(changed.size + 1)) + lost.length)
      if (state === undefined) return
      const back = planRollback(state, store.held, store, everything)
      minds = false
      store.faults.length = 0
      expect((await applyPlan(store, back, { settleMs: 0 })).status).not.toBe('failed')
      expect(store.held.map((one) => recordState(one)).sort()).toEqual(before.map((one) => recordState(one)).sort())
    }), { numRuns: 300 })
  })
})

describe('a run that skips and is cut off', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zonewright-skip-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** The store of a process that ends before its call of this number. */
  const endingAt = (store: MemoryStore, call: number): MemoryStore => {
    let calls = 0
    return Object.assign(Object.create(store), {
      apply: (...parameters: Parameters<MemoryStore['apply']>) => {
        if (++calls === call) throw new Error('the process ends here')
        return store.apply(...parameters)
      },
    }) as MemoryStore
  }

  it.each(['planned anew', 'saved'])('is taken up by the next one, %s, wherever it was cut off; a refused name is not sent again', async (way) => {
    const wanted = [...many(40), record('alias', 'CNAME', 'n0004.example.com.')]
    const bad = ['n0003', 'n0004', 'n0031']
    for (let call = 1; call <= 30; call++) {
      const store = memoryStore([], { ...refusing(...bad), batch: 25 })
      const saved = readPlan(printPlan(makePlan({ store, zone, held: [], desired: wanted })))
      const plan = (held: readonly StoredRecord[]) => (way === 'saved' ? saved : makePlan({ store, zone, held, desired: wanted }))
      const options = { folder, service: `${way} ${call}`, settleMs: 0, onError: 'skip' as const }
      const first = await syncZone(endingAt(store, call), zone, plan, options).catch((error: Error) => error.message)
      if (typeof first !== 'string') {
        expect(call).toBeGreaterThan(15)
        return
      }
      const alone = new Set(store.sent.filter((changes) => changes.length === 1).map(([change]) => (change === undefined ? '' : label(nameOf(change)))))
      const sent = store.sent.length
      const report = await syncZone(store, zone, plan, options)
      expect(report).toMatchObject({ status: 'failed', verified: true })
      expect([outcomes(report, 'refused'), outcomes(report, 'left out')]).toEqual([bad, ['alias']])
      expect(store.held.map(({ name }) => label(name)).sort()).toEqual(wanted.map(({ name }) => label(name)).filter((name) => ![...bad, 'alias'].includes(name)))
      const known = new Set(bad.filter((name) => alone.has(name)))
      expect(store.sent.slice(sent).flat().map((change) => label(nameOf(change))).filter((name) => known.has(name))).toEqual([])
      const { state } = await findRun(folder, report.run ?? '')
      expect(state.refused.map(({ message }) => message)).toEqual(bad.map((name) => `${name}.example.com. is refused`))
      expect(state.done.flatMap(({ changes }) => changes)).toHaveLength(report.changes.filter(({ outcome }) => outcome === 'done').length)
      // Who runs it again after its end has a reason: something may have been corrected.
      const last = await syncZone(store, zone, plan, options)
      expect([outcomes(last, 'refused'), store.sent.length > sent]).toEqual([bad, true])
    }
    throw new Error('the run never came to its end')
  })
})
