import type { Change } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packChanges } from './pack.ts'

const create = (name: string, number: number): Change => ({ kind: 'create', after: { name, type: 'A', class: 'IN', ttl: 300, rdata: `192.0.2.${number % 256}` } })
const remove = (name: string, number: number): Change => ({ kind: 'delete', before: { id: String(number), name, type: 'A', class: 'IN', ttl: 300, rdata: `192.0.2.${number % 256}` } })

const change = fc.record({ name: fc.constantFrom('a.', 'b.', 'c.', 'd.', 'e.'), kind: fc.boolean(), number: fc.nat(255) }).map(({ name, kind, number }) => (kind ? create(name, number) : remove(name, number)))
const nameOf = (one: Change): string => (one.kind === 'delete' ? one.before.name : one.after.name)

describe('packing changes into batches', () => {
  it('sends each change once, never more than the limit together, and never two names apart that fit', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (changes, limit) => {
        const groups = packChanges(changes, limit)
        expect(new Set(groups.flat())).toEqual(new Set(changes))
        expect(groups.flat()).toHaveLength(changes.length)
        for (const group of groups) expect(group.length).toBeLessThanOrEqual(limit)
        for (const name of new Set(changes.map(nameOf))) {
          const size = changes.filter((one) => nameOf(one) === name).length
          if (size <= limit) expect(groups.filter((group) => group.some((one) => nameOf(one) === name))).toHaveLength(1)
        }
      }),
    )
  })

  it('packs 1,000 new records into one batch of a paid plan and five of a free one', () => {
    const changes = Array.from({ length: 1000 }, (_, number) => create(`n${number}.`, number))
    expect([packChanges(changes, 3500).length, packChanges(changes, 200).length]).toEqual([1, 5])
  })

  it('puts names that only lose records last', () => {
    const groups = packChanges([remove('gone.', 1), create('new.', 2)], 1)
    expect(groups.map((group) => group.map(nameOf))).toEqual([['new.'], ['gone.']])
  })

  it('gives a name with more changes than a batch takes its new records first', () => {
    const groups = packChanges([remove('a.', 1), remove('a.', 2), create('a.', 3)], 2)
    expect(groups.map((group) => group.map((one) => one.kind))).toEqual([['create', 'delete'], ['delete']])
  })
})
