import { type Change, type ResourceRecord, type StoredRecord, recordKey } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from './apply-plan.ts'
import { type PlanOptions, makePlan } from './make-plan.ts'
import { changesOf } from './plan.ts'
import { planZone } from './plan-zone.ts'
import { anyHeld, anyZone } from './testing/arbitraries.ts'
import { type MemoryStore, memoryStore, record, stored, zone } from './testing/memory-store.ts'

const everything = { allow: ['deletes', 'empty', 'vital', 'conflicts', 'quota'], deleteShare: 1 }
const plan = (held: readonly StoredRecord[], desired: readonly ResourceRecord[], options: PlanOptions = {}, store: MemoryStore = memoryStore(held)) => makePlan({ store, zone, held: store.held, desired }, options)
const keys = (records: readonly ResourceRecord[]) => records.map(recordKey).sort()
const brief = (changes: readonly Change[]) => changes.map((change) => `${change.kind} ${(change.kind === 'delete' ? change.before : change.after).name.split('.')[0]} ${(change.kind === 'delete' ? change.before : change.after).type}`)

describe('a plan', () => {
  it('leads from any zone to any other, in one call where they fit, and a second plan finds nothing to do', async () => {
    await fc.assert(fc.asyncProperty(anyHeld(), anyZone(), fc.constantFrom(1, 2, 5, 3500), async (held, desired, batch) => {
      const store = memoryStore(held, { batch })
      const planned = await planZone(store, zone, desired, everything)
      const report = await applyPlan(store, planned.plan, { held: planned.held, settleMs: 0 })
      expect(report.error).toBeUndefined()
      expect(keys(store.held)).toEqual(keys(desired))
      expect(changesOf((await planZone(store, zone, desired, everything)).plan)).toEqual([])
      expect(store.calls.every((changes) => changes.length <= batch)).toBe(true)
      expect(store.calls).toHaveLength(planned.plan.calls.apply)
    }), { numRuns: 400 })
  })

  it('never leaves a name without an answer between two calls that had one before and has one after, but where the store demands it and the plan warns', async () => {
    await fc.assert(fc.asyncProperty(anyHeld(10), anyZone(10), fc.constantFrom(1, 2, 3), async (held, desired, batch) => {
      const store = memoryStore(held, { batch })
      const { plan: made } = await planZone(store, zone, desired, everything)
      expect((await applyPlan(store, made, { settleMs: 0 })).status).not.toBe('failed')
      const warned = new Set(made.warnings.filter(({ rule }) => rule === 'gap').map(({ name }) => name))
      for (const name of new Set(held.map((one) => one.name))) {
        if (!desired.some((one) => one.name === name)) continue
        const empty = store.states.filter((state) => !state.some((one) => one.name === name)).length
        // The one gap that no order can avoid lasts for one call.
        expect(empty).toBe(warned.has(name) ? 1 : 0)
      }
    }), { numRuns: 400 })
  })

  it('keeps a name whole when it fits a batch, and warns when it does not', () => {
    fc.assert(fc.property(anyHeld(20), anyZone(20), fc.integer({ min: 2, max: 8 }), (held, desired, batch) => {
      const made = plan(held, desired, everything, memoryStore(held, { batch }))
      const torn = new Set(made.warnings.filter(({ rule }) => rule === 'torn').map(({ name }) => name))
      const seen = new Map<string, Set<number>>()
      made.batches.forEach(({ changes }, index) => {
        expect(changes.length).toBeLessThanOrEqual(batch)
        for (const change of changes) {
          const { name } = change.kind === 'delete' ? change.before : change.after
          seen.set(name, (seen.get(name) ?? new Set()).add(index))
        }
      })
      for (const [name, batches] of seen) expect(batches.size > 1).toBe(torn.has(name))
    }), { numRuns: 300 })
  })

  it('has as few operations as the best of all ways to get there', () => {
    // Every way: each record that is not there comes by an update of a record of its name and type, or by a creation.
    const fewest = (held: readonly StoredRecord[], desired: readonly ResourceRecord[]): number => {
      const [first, ...rest] = desired
      if (first === undefined) return held.length
      const same = (one: StoredRecord): boolean => one.name === first.name && one.type === first.type
      const costs = held.flatMap((one, index) => (same(one) ? [Number(changesOf(plan([one], [first], everything)).length > 0) + fewest(held.toSpliced(index, 1), rest)] : []))
      return Math.min(1 + fewest(held, rest), ...costs)
    }
    fc.assert(fc.property(anyHeld(5), anyZone(5), (held, desired) => {
      expect(changesOf(plan(held, desired, everything))).toHaveLength(fewest(held, desired))
    }), { numRuns: 150 })
  })

  it('is the same for any order of file and listing', () => {
    fc.assert(fc.property(anyHeld(), anyZone(), (held, desired) => {
      expect(plan([...held].reverse(), [...desired].reverse(), everything)).toEqual(plan(held, desired, everything))
    }))
  })

  it('changes a type by a deletion and a creation in one batch, NS before DS', () => {
    const made = plan([stored('1', record('www', 'A', '192.0.2.1')), stored('2', record('sub', 'A', '192.0.2.1'))], [record('www', 'CNAME', 'else.example.net.'), record('sub', 'DS', '1 13 2 AA'), record('sub', 'NS', 'ns1.example.net.')])
    expect(made.batches.map(({ changes }) => brief(changes))).toEqual([['delete sub A', 'create sub NS', 'create sub DS', 'delete www A', 'create www CNAME']])
  })

  it('sends what is gained first and what is lost last, and an alias after the name that it leads to', () => {
    const held = [stored('1', record('old', 'A', '192.0.2.1')), stored('2', record('www', 'A', '192.0.2.1'))]
    const made = plan(held, [record('www', 'CNAME', 'zzz.example.com.'), record('aaa', 'CNAME', 'zzz.example.com.'), record('zzz', 'A', '192.0.2.9')], everything, memoryStore(held, { batch: 2 }))
    expect(made.batches.map(({ changes }) => brief(changes))).toEqual([['create zzz A', 'create aaa CNAME'], ['delete www A', 'create www CNAME'], ['delete old A']])
  })

  it('sends deletions first when the zone has no room for what comes before what goes', () => {
    const held = Array.from({ length: 6 }, (_, index) => stored(String(index), record(`old${index}`, 'A', '192.0.2.1')))
    const desired = Array.from({ length: 6 }, (_, index) => record(`new${index}`, 'A', '192.0.2.1'))
    const made = plan(held, desired, everything, memoryStore(held, { batch: 3, limits: { records: 7 } }))
    expect(made.batches.map(({ changes }) => changes[0]?.kind)).toEqual(['delete', 'delete', 'create', 'create'])
    expect(made.warnings.map(({ rule }) => rule)).toContain('quota-order')
  })

  it('needs as few calls as the limit allows: 3 for 1,000 new records with a paid plan, 7 with a free one, 1 when nothing is to do', async () => {
    const desired = Array.from({ length: 1000 }, (_, index) => record(`n${index}`, 'A', '192.0.2.1'))
    for (const [batch, calls] of [[3500, 3], [200, 7]] as const) {
      const store = memoryStore([], { batch })
      const { plan: made, held } = await planZone(store, zone, desired)
      const report = await applyPlan(store, made, { held })
      expect([report.status, report.verified]).toEqual(['done', true])
      expect(store.lists + store.calls.length).toBe(calls)
      expect(made.calls.list + made.calls.apply + made.calls.verify).toBe(calls)
      const again = await planZone(store, zone, desired)
      expect(again.plan.calls).toEqual({ list: 1, apply: 0, verify: 0 })
      expect((await applyPlan(store, again.plan, { held: again.held })).status).toBe('unchanged')
      expect(store.lists).toBe(3)
    }
  })
})

describe('the scope of a plan', () => {
  const mine = { attributes: { tags: ['by:git'] } }
  it('passes over SOA and the zone\'s own NS records, unless it takes them', () => {
    const desired = [record('@', 'SOA', 'ns1.example.com. h.example.com. 1 2 3 4 5'), record('@', 'NS', 'ns1.example.net.')]
    expect(changesOf(plan([], desired))).toEqual([])
    expect(brief(changesOf(plan([], desired, { apexNameServers: true })))).toEqual(['create example NS'])
  })

  it('has no owner whose mark is empty, which every record would bear', () => {
    for (const owner of [{ tag: '' }, { comment: '' }]) expect(() => plan([], [], { owner })).toThrow(new TypeError('the mark of the owner is empty; give a tag, or a text of the comment'))
  })

  it('leaves alone what an ignore pattern covers, by name and by type', () => {
    const held = [stored('1', record('_acme-challenge.www', 'TXT', '"x"')), stored('2', record('a.dev', 'A', '192.0.2.1')), stored('3', record('a.dev', 'TXT', '"y"'))]
    expect(brief(changesOf(plan(held, [], { ignore: ['_acme-challenge*', 'A:*.dev'], ...everything })))).toEqual(['delete a TXT'])
    const made = plan(held, [record('a.dev', 'A', '192.0.2.2')], { ignore: ['A:*.dev'], place: () => 'f.zone:3' })
    expect(made.refusals[0]).toMatchObject({ rule: 'ignored', place: 'f.zone:3', message: 'a.dev.example.com. A 192.0.2.2 is covered by the ignore pattern "A:*.dev"; remove one of the two' })
  })

  it.each([
    ['*', 'a.b.c', true],
    ['*.dev', 'a.b.dev', true],
    ['*.dev', 'dev', false],
    ['@', '@', true],
    ['WWW', 'www', true],
    ['www.example.com', 'www', true],
    ['{a,b}?', 'b1', true],
    ['*/25*', '0/25.2', true],
    ['\\*.wild', '*.wild', true],
    ['\\*.wild', 'a.wild', false],
    ['!a', 'b', false],
    ['A:www', 'www', true],
    ['TXT:www', 'www', false],
    ['www.example.com.', 'www', true],
  ])('pattern %s and the A record of %s: %s', (pattern, name, ignored) => {
    expect(plan([stored('1', record(name, 'A', '192.0.2.1'))], [], { ignore: [pattern], ...everything }).counts.ignored).toBe(ignored ? 1 : 0)
  })

  it('touches only what bears the owner\'s mark, and marks what it creates', async () => {
    const store = memoryStore([stored('1', record('a', 'A', '192.0.2.1', mine)), stored('2', record('b', 'A', '192.0.2.1')), stored('3', record('c', 'A', '192.0.2.1'))])
    const options = { owner: { tag: 'by:git' }, ...everything }
    const made = await planZone(store, zone, [record('b', 'A', '192.0.2.1', { ttl: 60 }), record('n', 'A', '192.0.2.1', { attributes: { tags: ['x'] } })], options)
    expect(brief(changesOf(made.plan))).toEqual(['create n A', 'delete a A'])
    expect(made.plan.warnings[0]?.message).toBe('b.example.com. A 192.0.2.1 is in the zone already, and is not ours to change: it is left as it is')
    await applyPlan(store, made.plan)
    expect(store.held.find(({ name }) => name.startsWith('n.'))?.attributes?.tags).toEqual(['x', 'by:git'])
    expect(store.held.find(({ id }) => id === '2')?.ttl).toBe(300)
    const byComment = await planZone(memoryStore([]), zone, [record('n', 'A', '192.0.2.1', { attributes: { comment: 'web' } }), record('m', 'A', '192.0.2.1')], { owner: { comment: '[git]' } })
    expect(changesOf(byComment.plan).map((change) => change.kind === 'create' && change.after.attributes?.comment)).toEqual(['[git]', 'web [git]'])
  })

  it('keeps what is not wanted with unlisted: keep, and never touches read-only records and unknown types', () => {
    const held = [stored('1', record('a', 'A', '192.0.2.1')), stored('2', record('b', 'A', '192.0.2.1'), true), stored('3', { ...record('c', 'A', 'x'), type: 'NEWTYPE' })]
    expect(changesOf(plan(held, [], { unlisted: 'keep' }))).toEqual([])
    expect(brief(changesOf(plan(held, [], everything)))).toEqual(['delete a A'])
    expect(plan(held, [], everything).counts).toEqual({ create: 0, update: 0, delete: 1, unchanged: 0, ignored: 0, foreign: 2 })
  })
})
