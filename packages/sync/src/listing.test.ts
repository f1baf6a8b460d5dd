import type { StoredRecord } from '@zonewright/zone'
import { describe, expect, it } from 'vitest'
import { listZone } from './listing.ts'
import { memoryStore, record, stored, zone } from './testing/memory-store.ts'

const [a, b] = [stored('1', record('a', 'A', '192.0.2.1')), stored('2', record('b', 'A', '192.0.2.1'))] as const

const storeWith = (listings: readonly (readonly StoredRecord[])[]) => {
  const store = memoryStore()
  let count = 0
  store.records = async function* records() {
    yield* listings[Math.min(count++, listings.length - 1)] ?? []
  }
  return { store, lists: () => count }
}

describe('listing a zone', () => {
  it('begins anew when a record shows twice: pages that shift may have hidden another one', async () => {
    const { store, lists } = storeWith([[a, a], [a, b]])
    expect(await listZone(store, zone)).toEqual([a, b])
    expect(lists()).toBe(2)
  })

  it('gives up when the zone never holds still', async () => {
    const { store, lists } = storeWith([[a, a]])
    await expect(listZone(store, zone)).rejects.toThrow('example.com. changes while it is being listed; try again when its other writers are done')
    expect(lists()).toBe(3)
  })
})
