import { describe, expect, it } from 'vitest'
import { applyPlan } from './apply-plan.ts'
import { PlanRefusedError, ZoneMovedError } from './errors.ts'
import type { JournalEntry } from './journal/entry.ts'
import { makePlan } from './make-plan.ts'
import { planZone } from './plan-zone.ts'
import { printPlan, readPlan } from './saved-plan.ts'
import { type MemoryStore, memoryStore, record, stored, zone } from './testing/memory-store.ts'

const three = [record('a', 'A', '192.0.2.1'), record('b', 'A', '192.0.2.2'), record('c', 'A', '192.0.2.3')]

const started = async (store: MemoryStore) => {
  const entries: JournalEntry[] = []
  const planned = await planZone(store, zone, three)
  return { ...planned, entries, options: { held: planned.held, settleMs: 0, run: 'r', journal: { append: async (entry: JournalEntry) => void entries.push(entry) } } }
}

const steps = (entries: readonly JournalEntry[]): string[] => entries.map((entry) => `${entry.kind}${'batch' in entry ? ` ${entry.batch}` : ''}${entry.kind === 'settled' || entry.kind === 'closed' ? ` ${entry.outcome}` : ''}`)

describe('applying a plan', () => {
  it('writes each step down before and after, and reports each record with the call that made it', async () => {
    const store = memoryStore([], { batch: 2 })
    const { plan, entries, options } = await started(store)
    const progress: number[] = []
    const report = await applyPlan(store, plan, { ...options, onProgress: ({ settled }) => progress.push(settled) })
    expect(steps(entries)).toEqual(['plan', 'intent 0', 'done 0', 'intent 1', 'done 1', 'verified', 'closed done'])
    expect(report).toMatchObject({ run: 'r', status: 'done', verified: true, calls: { list: 1, apply: 2, verify: 1 } })
    expect(report.changes.map(({ after, call, id, outcome }) => [after?.name, call, id, outcome])).toEqual([
      ['a.example.com.', 'call-1', 'new-1', 'done'],
      ['b.example.com.', 'call-1', 'new-2', 'done'],
      ['c.example.com.', 'call-2', 'new-3', 'done'],
    ])
    expect(progress).toEqual([0, 2, 3])
  })

  it('asks the zone when an answer is lost: goes on when the call happened, sends it again when it did not', async () => {
    const store = memoryStore([], { batch: 1 })
    const { plan, entries, options } = await started(store)
    store.faults.push('lost after', 'lost before')
    const report = await applyPlan(store, plan, options)
    expect(steps(entries)).toEqual(['plan', 'intent 0', 'settled 0 applied', 'intent 1', 'settled 1 absent', 'intent 1', 'done 1', 'intent 2', 'done 2', 'verified', 'closed done'])
    expect(report.status).toBe('done')
    expect(store.held).toHaveLength(3)
    expect(report.changes.map(({ call }) => call)).toEqual([undefined, 'call-3', 'call-4'])
  })

  it('gives up when a call is lost again and again, and the next run goes on from there', async () => {
    const store = memoryStore([], { batch: 1 })
    const { plan, entries, options } = await started(store)
    store.faults.push('lost after', 'lost before', 'lost before', 'lost before')
    const report = await applyPlan(store, plan, options)
    expect(report).toMatchObject({ status: 'failed', error: 'the connection was reset' })
    expect(report.changes.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'not sent'])
    expect(steps(entries).at(-1)).toBe('closed failed')
    const again = await applyPlan(store, plan, { settleMs: 0 })
    expect(again).toMatchObject({ status: 'done', calls: { list: 1, apply: 2, verify: 1 } })
    expect(store.held).toHaveLength(3)
  })

  it('stops at a refusal, sends nothing after it and says why', async () => {
    const store = memoryStore([], { batch: 1 })
    const { plan, entries, options } = await started(store)
    store.faults.push('refused')
    const report = await applyPlan(store, plan, options)
    expect(steps(entries)).toEqual(['plan', 'intent 0', 'refused 0', 'closed failed'])
    expect(report.changes.map(({ outcome, error }) => [outcome, error])).toEqual([['failed', 'slow down'], ['not sent', undefined], ['not sent', undefined]])
    expect(store.held).toEqual([])
  })

  it('stops when somebody else writes while an answer is lost, and when the end is another one than planned', async () => {
    const store = memoryStore([], { batch: 1 })
    const first = await started(store)
    const intruder = stored('x', record('x', 'A', '192.0.2.66'))
    const apply = store.apply.bind(store)
    store.apply = async (...parameters) => {
      store.faults.push('lost after')
      const report = await apply(...parameters)
      store.held = [...store.held, intruder]
      return report
    }
    expect(await applyPlan(store, first.plan, first.options)).toMatchObject({ status: 'failed', error: expect.stringContaining('somebody else is writing to it: run it again') })
    const other = memoryStore([])
    const second = await started(other)
    const send = other.apply.bind(other)
    other.apply = async (...parameters) => {
      const report = await send(...parameters)
      other.held = [...other.held.slice(1), intruder]
      return report
    }
    const report = await applyPlan(other, second.plan, second.options)
    expect(report).toMatchObject({ status: 'failed', verified: false })
    expect(report.differences.map(({ kind, record: { name } }) => `${kind} ${name}`).sort()).toEqual(['missing a.example.com.', 'unexpected x.example.com.'])
  })

  it('believes a store that shows its writes late', async () => {
    const store = memoryStore([])
    const { plan, options } = await started(store)
    const records = store.records.bind(store)
    let late = true
    store.records = async function* lateRecords(...parameters) {
      if (store.calls.length > 0 && late) {
        late = false
        return
      }
      yield* records(...parameters)
    }
    expect(await applyPlan(store, plan, options)).toMatchObject({ status: 'done', calls: { verify: 2 } })
  })

  it('refuses what its guards refused', async () => {
    const store = memoryStore([stored('1', record('a', 'A', '192.0.2.1'))])
    const { plan } = await planZone(store, zone, [])
    await expect(applyPlan(store, plan)).rejects.toThrow(PlanRefusedError)
    expect(store.calls).toEqual([])
  })

  it('ends before the next call when it is told to', async () => {
    const store = memoryStore([], { batch: 1 })
    const { plan, options } = await started(store)
    const stop = new AbortController()
    const reason = new Error('enough')
    await expect(applyPlan(store, plan, { ...options, signal: stop.signal, onProgress: ({ settled }) => settled === 1 && stop.abort(reason) })).rejects.toBe(reason)
    expect(store.calls).toHaveLength(1)
  })
})

describe('a saved plan', () => {
  const store = memoryStore([stored('1', record('a', 'A', '192.0.2.9')), stored('2', record('b', 'TXT', '"x"'))], { batch: 1 })
  const plan = makePlan({ store, zone, held: store.held, desired: [...three, record('b', 'TXT', '"x"', { ttl: 60 })] })

  it('comes back as it was, and is refused when it was altered, is none, or is of another version', () => {
    expect(readPlan(printPlan(plan))).toEqual(plan)
    expect(() => readPlan(printPlan(plan).replace('192.0.2.3', '192.0.2.4'))).toThrow('it was altered since it was saved; make it again')
    expect(() => readPlan('{}')).toThrow('it is no saved plan')
    expect(() => readPlan('[1')).toThrow('it is no JSON')
    expect(() => readPlan(printPlan({ ...plan, format: 2 as 1 }))).toThrow('it is a plan of version 2, this program reads version 1')
  })

  it('refuses a zone that has moved: a record more, another value, the same value in another record', async () => {
    const moved = (held: typeof store.held) => applyPlan(memoryStore(held, { batch: 1 }), readPlan(printPlan(plan)), { settleMs: 0 })
    await expect(moved([...store.held, stored('3', record('z', 'A', '192.0.2.1'))])).rejects.toThrow(ZoneMovedError)
    await expect(moved(store.held.map((one) => ({ ...one, ttl: 61 })))).rejects.toThrow('example.com. has changed since the plan was made; make a new plan, and look at it again')
    await expect(moved(store.held.map((one) => ({ ...one, id: `${one.id}0` })))).rejects.toThrow(ZoneMovedError)
    expect((await moved(store.held)).status).toBe('done')
  })

  it('does not mind what an ignore pattern covers', async () => {
    const made = makePlan({ store, zone, held: store.held, desired: three }, { ignore: ['_acme*'], allow: ['deletes'] })
    const now = memoryStore([...store.held, stored('9', record('_acme-challenge', 'TXT', '"t"'))])
    expect((await applyPlan(now, made, { settleMs: 0 })).status).toBe('done')
    expect(now.held.some(({ id }) => id === '9')).toBe(true)
  })

  it('goes on behind the batches that happened, and does nothing when all did', async () => {
    const half = memoryStore(store.held, { batch: 1 })
    half.faults.push('lost after', 'refused')
    expect((await applyPlan(half, plan, { settleMs: 0 })).status).toBe('failed')
    const sent = half.calls.length
    expect((await applyPlan(half, plan, { settleMs: 0 })).status).toBe('done')
    expect(half.calls).toHaveLength(plan.batches.length)
    expect(sent).toBe(1)
    expect((await applyPlan(half, plan, { settleMs: 0 })).status).toBe('unchanged')
  })
})
