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

/** Sorts by type and value; one type comes last, because a delegation comes before what needs it, and goes after it. */
const sorted = (changes: readonly Change[], last: 'NS' | 'DS'): Change[] =>
  changes
    .map((change) => ({ change, late: Number(subjectOf(change).type === last), key: recordKey(subjectOf(change)) }))
    .sort((left, right) => left.late - right.late || byText(left.key, right.key))
    .map(({ change }) => change)

/**
 * Orders the changes of one name so that it keeps an answer from the first to the last: what comes before what goes. Where a store
 * takes a new record only after an old one has gone (CNAME beside anything, NS beside other data), the two follow each other at
 * once. NS records come before the DS records that need them, and go after them.
 * @param stays how many records the name has that no change takes away.
 */
export const orderChanges = (unit: readonly Change[], { atApex, stays }: { readonly atApex: boolean; readonly stays: number }): Ordered => {
  const of = (kind: Change['kind']): Change[] => unit.filter((change) => change.kind === kind)
  const deletes = sorted(of('delete'), 'NS')
  const going = new Set(deletes.map((change) => subjectOf(change).type))
  const isBlocked = (change: Change): boolean => [...going].some((other) => excludes(subjectOf(change).type, other, atApex))
  const creates = sorted(of('create'), 'DS')
  const changes: Change[] = [...sorted(of('update'), 'DS'), ...creates.filter((change) => !isBlocked(change))]
  const gone = new Set<Change>()
  let gap: Change | undefined
  let left = stays + changes.length + deletes.length
  let cleared = ''
  for (const create of creates.filter(isBlocked)) {
    const { type } = subjectOf(create)
    // All of a type wait for the same ones.
    for (const change of type === cleared ? [] : deletes) {
      if (gone.has(change) || !excludes(type, subjectOf(change).type, atApex)) continue
      gone.add(change)
      changes.push(change)
      left--
      if (left === 0) gap = change
    }
    cleared = type
    changes.push(create)
    left++
  }
  return { changes: [...changes, ...deletes.filter((change) => !gone.has(change))], gap }
}
