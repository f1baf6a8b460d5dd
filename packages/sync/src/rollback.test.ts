import { type ResourceRecord, recordKey } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from './apply-plan.ts'
import { type JournalEntry, runState } from './journal/entry.ts'
import { planZone } from './plan-zone.ts'
import { recordState } from './record-state.ts'
import { planRollback } from './rollback.ts'
import { anyHeld, anyZone } from './testing/arbitraries.ts'
import { type MemoryStore, memoryStore, record, stored, zone } from './testing/memory-store.ts'

const everything = { allow: ['deletes', 'empty', 'vital', 'conflicts', 'quota'], deleteShare: 1 }

const ran = async (store: MemoryStore, desired: readonly ResourceRecord[]) => {
  const entries: JournalEntry[] = []
  const { plan, held } = await planZone(store, zone, desired, everything)
  await applyPlan(store, plan, { held, settleMs: 0, journal: { append: async (entry) => void entries.push(entry) } })
  return runState(entries)
}
const states = (store: MemoryStore) => store.held.map((one) => recordState(one)).sort()

describe('a rollback', () => {
  it('brings any zone back to what it held, value, time to live and attributes', async () => {
    await fc.assert(fc.asyncProperty(anyHeld(), anyZone(), fc.constantFrom(1, 3, 3500), async (held, desired, batch) => {
      const store = memoryStore(held, { batch })
      const before = states(store)
      const state = await ran(store, desired)
      if (state === undefined) return
      const plan = planRollback(state, store.held, store, everything)
      expect(plan.refusals).toEqual([])
      expect((await applyPlan(store, plan, { settleMs: 0 })).status).not.toBe('failed')
      expect(states(store)).toEqual(before)
    }), { numRuns: 300 })
  })

  it('leaves alone what was changed since then, with a warning for each, and what was added', async () => {
    const store = memoryStore([stored('1', record('a', 'A', '192.0.2.1')), stored('2', record('gone', 'A', '192.0.2.1'))])
    const state = await ran(store, [record('a', 'A', '192.0.2.2'), record('b', 'A', '192.0.2.3')])
    store.held = [...store.held.map((one) => (one.id === '1' ? { ...one, ttl: 60 } : one)), stored('new', record('c', 'A', '192.0.2.4')), stored('back', record('gone', 'A', '192.0.2.1'))]
    const plan = planRollback(state as never, store.held, store, everything)
    expect(plan.warnings.filter(({ rule }) => rule === 'changed-since').map(({ message }) => message)).toEqual(['a.example.com. A 192.0.2.2 was changed since: it is left as it is', 'gone.example.com. A 192.0.2.1 is there again: it is left as it is'])
    await applyPlan(store, plan, { settleMs: 0 })
    expect(store.held.map(recordKey).sort()).toEqual(['a.example.com. IN A 192.0.2.2', 'c.example.com. IN A 192.0.2.4', 'gone.example.com. IN A 192.0.2.1'])
  })

  it('brings any zone back from a run that was cut off in any call, whether the call happened or not', async () => {
    await fc.assert(fc.asyncProperty(anyHeld(), anyZone(), fc.constantFrom(1, 3, 3500), fc.nat(5), fc.boolean(), async (held, desired, batch, last, happened) => {
      const store = memoryStore(held, { batch })
      const before = states(store)
      const entries: JournalEntry[] = []
      let calls = 0
      const cut: MemoryStore = { ...store, records: () => store.records(zone), apply: async (...parameters) => {
        if (calls++ < last) return store.apply(...parameters)
        if (happened) await store.apply(...parameters)
        throw new Error('the process ends here')
      } }
      const { plan, held: listed } = await planZone(store, zone, desired, everything)
      await applyPlan(cut, plan, { held: listed, settleMs: 0, journal: { append: async (entry) => void entries.push(entry) } }).catch(() => undefined)
      const state = runState(entries)
      if (state === undefined) return
      const back = planRollback(state, store.held, store, everything)
      expect(back.warnings.filter(({ rule }) => rule === 'changed-since')).toEqual([])
      expect((await applyPlan(store, back, { settleMs: 0 })).status).not.toBe('failed')
      expect(states(store)).toEqual(before)
    }), { numRuns: 300 })
  })

  it('takes back a call whose answer was lost while somebody else wrote to the zone, and leaves what that one wrote', async () => {
    for (const happened of [true, false]) {
      const store = memoryStore([stored('1', record('a', 'A', '192.0.2.1')), stored('2', record('gone', 'A', '192.0.2.1'))])
      const before = store.held.map(recordKey)
      const entries: JournalEntry[] = []
      const busy: MemoryStore = { ...store, records: () => store.records(zone), apply: async (_, changes) => {
        if (happened) await store.apply(zone, changes)
        store.held = [...store.held, stored('theirs', record('theirs', 'A', '192.0.2.9'))]
        return { done: [], failed: [], unknown: changes.map((change) => ({ change, error: new Error('the connection was reset') })) }
      } }
      const { plan, held } = await planZone(store, zone, [record('a', 'A', '192.0.2.2'), record('b', 'A', '192.0.2.3')], everything)
      expect((await applyPlan(busy, plan, { held, settleMs: 0, journal: { append: async (entry) => void entries.push(entry) } })).status).toBe('failed')
      const state = runState(entries)
      expect(state).toMatchObject({ done: [], pending: undefined, unclear: [{ batch: 0 }], closed: 'failed' })
      await applyPlan(store, planRollback(state as never, store.held, store, everything), { settleMs: 0 })
      expect(store.held.map(recordKey).sort()).toEqual([...before, 'theirs.example.com. IN A 192.0.2.9'].sort())
    }
  })

  it('takes back only what happened of a run that failed', async () => {
    const store = memoryStore([], { batch: 1 })
    store.faults.push('lost after', 'refused')
    const state = await ran(store, [record('a', 'A', '192.0.2.1'), record('b', 'A', '192.0.2.1')])
    expect(store.held).toHaveLength(1)
    const plan = planRollback(state as never, store.held, store, everything)
    expect(plan.counts).toMatchObject({ create: 0, update: 0, delete: 1 })
  })

  it('takes back the first run of a zone without being asked whether the file is the right one', async () => {
    const store = memoryStore([])
    const state = await ran(store, [record('@', 'MX', '10 mail.example.com.'), record('www', 'A', '192.0.2.1')])
    const plan = planRollback(state as never, store.held, store)
    expect(plan.refusals).toEqual([])
    await applyPlan(store, plan, { settleMs: 0 })
    expect(store.held).toEqual([])
  })
})
