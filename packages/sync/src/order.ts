import { type Change, recordKey } from '@zonewright/zone'
import { excludes } from './conflicts.ts'
import { subjectOf } from './record-state.ts'

/** Changes of one name in an order that can be carried out one after the other. */
export interface Ordered {
  readonly changes: readonly Change[]
  /** The change after which the name has no record until the next one is made; undefined when there is no such moment. */
  readonly gap: Change | undefined
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** A delegation comes before what needs it, and goes after it. */
const typeRank = (type: string, last: string): number => (type === last ? 1 : 0)

const sorted = <Kind extends Change>(changes: readonly Kind[], last: string): Kind[] =>
  [...changes].sort((left, right) => typeRank(subjectOf(left).type, last) - typeRank(subjectOf(right).type, last) || byText(recordKey(subjectOf(left)), recordKey(subjectOf(right))))

/**
 * Orders the changes of one name so that it keeps an answer from the first to the last: what comes before what goes. Where a store
 * takes a new record only after an old one has gone (CNAME beside anything, NS beside other data), the two follow each other at
 * once. NS records come before the DS records that need them, and go after them.
 * @param stays how many records the name has that no change takes away.
 */
export const orderChanges = (unit: readonly Change[], { atApex, stays }: { readonly atApex: boolean; readonly stays: number }): Ordered => {
  const creates = sorted(unit.filter((change) => change.kind === 'create'), 'DS')
  const deletes = sorted(unit.filter((change) => change.kind === 'delete'), 'NS')
  const updates = sorted(unit.filter((change) => change.kind === 'update'), 'DS')
  const blocking = (create: Change): Change[] => deletes.filter((change) => excludes(subjectOf(create).type, subjectOf(change).type, atApex))
  const free = creates.filter((create) => blocking(create).length === 0)
  const changes: Change[] = [...updates, ...free]
  const gone = new Set<Change>()
  let gap: Change | undefined
  let left = stays + updates.length + free.length + deletes.length
  for (const create of creates) {
    if (free.includes(create)) continue
    for (const change of blocking(create)) {
      if (gone.has(change)) continue
      gone.add(change)
      changes.push(change)
      left--
      if (left === 0) gap = change
    }
    changes.push(create)
    left++
  }
  return { changes: [...changes, ...deletes.filter((change) => !gone.has(change))], gap }
}
