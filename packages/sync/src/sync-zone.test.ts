import type { ResourceRecord, StoredRecord } from '@zonewright/zone'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlanRefusedError } from './errors.ts'
import { openLineFile } from './journal/file.ts'
import { allRuns, findRun } from './journal/runs.ts'
import { makePlan } from './make-plan.ts'
import { applyMany } from './many.ts'
import { syncZone } from './sync-zone.ts'
import { type MemoryStore, memoryStore, record, zone } from './testing/memory-store.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonewright-sync-'))
})
afterEach(() => rm(folder, { recursive: true }))

const planner = (store: MemoryStore, desired: readonly ResourceRecord[]) => (held: readonly StoredRecord[]) => makePlan({ store, zone, held, desired })
const options = () => ({ folder, service: 'test', settleMs: 0 })
const runs = async () => {
  const names: string[] = []
  for await (const { state } of allRuns(folder)) names.push(`${state.run} ${state.closed}`)
  return names
}

describe('a run in a zone', () => {
  it('keeps a journal that is found by its name, and none when there was nothing to do or the plan is refused', async () => {
    const store = memoryStore([])
    const report = await syncZone(store, zone, planner(store, [record('a', 'A', '192.0.2.1')]), { ...options(), source: 'example.com.zone' })
    expect(report.status).toBe('done')
    expect(await syncZone(store, zone, planner(store, [record('a', 'A', '192.0.2.1')]), options())).toMatchObject({ status: 'unchanged' })
    await expect(syncZone(store, zone, planner(store, []), options())).rejects.toThrow(PlanRefusedError)
    expect(await runs()).toEqual([`${report.run} done`])
    const { state } = await findRun(folder, report.run ?? '')
    expect(state).toMatchObject({ source: 'example.com.zone', verified: true, pending: undefined })
    expect(state.done).toMatchObject([{ changes: [{ kind: 'create' }], call: 'call-1', ids: ['new-1'] }])
  })

  it('settles a run that was cut off behind its intent: the call happened, or it did not', async () => {
    for (const happened of [true, false]) {
      const store = memoryStore([])
      const cut = syncZone({ ...store, apply: async (...parameters) => {
        if (happened) await store.apply(...parameters)
        throw new Error('the process ends here')
      }, records: store.records }, zone, planner(store, [record('a', 'A', '192.0.2.1')]), { ...options(), service: String(happened) })
      await expect(cut).rejects.toThrow('the process ends here')
      const told: string[] = []
      const report = await syncZone(store, zone, planner(store, [record('a', 'A', '192.0.2.1')]), { ...options(), service: String(happened), onUnfinished: (_, outcome) => told.push(outcome) })
      expect(told).toEqual([happened ? 'its last call had happened' : 'its last call had not happened'])
      expect(report.status).toBe(happened ? 'unchanged' : 'done')
      expect(store.held).toHaveLength(1)
      expect(store.calls).toHaveLength(1)
    }
  })

  it('settles the run that was cut off last, though the clock was set back before it', async () => {
    const store = memoryStore([])
    const wants = (value: string) => planner(store, [record('a', 'A', value)])
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T00:00:00.000Z') })
    await syncZone(store, zone, wants('192.0.2.1'), options())
    vi.setSystemTime(new Date('2026-11-22T00:00:00.000Z'))
    const cut = syncZone({ ...store, apply: () => Promise.reject(new Error('the process ends here')), records: () => store.records(zone) }, zone, wants('192.0.2.2'), options())
    await expect(cut).rejects.toThrow('the process ends here')
    const told: string[] = []
    const report = await syncZone(store, zone, wants('192.0.2.2'), { ...options(), onUnfinished: (_, outcome) => told.push(outcome) })
    vi.useRealTimers()
    expect(told).toEqual(['its last call had not happened'])
    expect((await runs())[0]).toBe(`${report.run} done`)
  })

  it('has no name when there was nothing to do: no journal holds it', async () => {
    const store = memoryStore([])
    expect(await syncZone(store, zone, planner(store, []), options())).not.toHaveProperty('run')
  })

  it('does not believe a listing early when it is stopped while it waits for a lost call', async () => {
    const store = memoryStore([])
    const wants = planner(store, [record('a', 'A', '192.0.2.1')])
    store.faults.push('lost before')
    const stop = new AbortController()
    const run = syncZone(store, zone, wants, { ...options(), settleMs: 60_000, signal: stop.signal })
    while (store.lists < 2) await new Promise((done) => setTimeout(done, 5))
    stop.abort(new Error('stopped'))
    await expect(run).rejects.toThrow('stopped')
    expect((await runs())[0]).toMatch(/ undefined$/)
  })

  it('does not take up a journal whose plan never got to the disk', async () => {
    const store = memoryStore([])
    const paths: string[] = []
    const torn = syncZone(store, zone, planner(store, [record('a', 'A', '192.0.2.1')]), {
      ...options(),
      openJournal: async (path) => {
        const file = await openLineFile(path)
        return { ...file, append: async (value) => {
          await file.append(value)
          await truncate(path, 20)
          paths.push(path)
          throw new Error('the process ends here')
        } }
      },
    })
    await expect(torn).rejects.toThrow('the process ends here')
    expect(paths).toHaveLength(1)
    expect(await syncZone(store, zone, planner(store, [record('a', 'A', '192.0.2.1')]), options())).toMatchObject({ status: 'done' })
    expect(await runs()).toHaveLength(1)
  })

  it('lets one at a time write to a zone', async () => {
    const store = memoryStore([])
    let both = 0
    let most = 0
    const slow: MemoryStore = { ...store, apply: async (...parameters) => {
      most = Math.max(most, ++both)
      await new Promise((done) => setTimeout(done, 50))
      both--
      return store.apply(...parameters)
    } }
    // The copy reads what the first one wrote.
    const live: typeof slow = Object.assign(slow, { records: () => store.records(zone) })
    const reports = await Promise.all([1, 2, 3].map((last) => syncZone(live, zone, (held) => makePlan({ store, zone, held, desired: [record(`n${last}`, 'A', '192.0.2.1')] }, { unlisted: 'keep' }), options())))
    expect(reports.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect([most, store.held.length]).toEqual([1, 3])
  }, 30_000)
})

describe('many zones', () => {
  const report = (name: string, status: 'done' | 'failed' = 'done') => ({ zone: name, status, verified: true, startedAt: '', durationMs: 0, calls: { list: 1, apply: 0, verify: 0 }, counts: { create: 0, update: 0, delete: 0, unchanged: 0, ignored: 0, foreign: 0 }, warnings: [], changes: [], differences: [] })

  it('are run a few at a time, and one that fails does not keep the others from being done', async () => {
    let now = 0
    let most = 0
    const tasks = ['a.', 'b.', 'c.', 'd.', 'e.'].map((name) => ({ zone: name, digest: '1', run: async () => {
      most = Math.max(most, ++now)
      await new Promise((done) => setTimeout(done, 5))
      now--
      if (name === 'b.') throw new Error('refused')
      return report(name)
    } }))
    const outcomes = await applyMany(tasks, { folder, about: 'zones', parallel: 2 })
    expect(outcomes.map((one) => `${one.zone} ${one.report?.status ?? String(one.error)}`)).toEqual(['a. done', 'b. Error: refused', 'c. done', 'd. done', 'e. done'])
    expect(most).toBe(2)
  })

  it('are taken up where a run was cut off, unless the file has changed', async () => {
    const stop = new AbortController()
    const done: string[] = []
    const task = (name: string, digest: string, then: () => void = () => undefined) => ({ zone: name, digest, run: async () => {
      done.push(name)
      then()
      return report(name)
    } })
    const first = await applyMany([task('a.', '1'), task('b.', '1', () => stop.abort()), task('c.', '1')], { folder, about: 'zones', parallel: 1, signal: stop.signal })
    expect(first.map(({ error }) => error === undefined)).toEqual([true, true, false])
    const second = await applyMany([task('a.', '1'), task('b.', 'changed'), task('c.', '1')], { folder, about: 'zones' })
    expect(second.map(({ earlier }) => earlier)).toEqual([true, undefined, undefined])
    expect(done).toEqual(['a.', 'b.', 'b.', 'c.'])
    await applyMany([task('a.', '1')], { folder, about: 'zones' })
    expect(done.at(-1)).toBe('a.')
  })
})

