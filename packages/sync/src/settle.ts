import type { Change, ResourceRecord, StoredRecord } from '@zonewright/zone'
import { ZoneDigest } from './digest.ts'
import { ZoneMovedError } from './errors.ts'
import { unitsIn } from './part.ts'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore, recordState } from './record-state.ts'
import { scopeRules } from './scope.ts'

/** What became of a call whose answer is not known: it happened, it did not, or the zone holds something else by now. */
export type Settlement = 'applied' | 'absent' | 'moved'

/** The digest of those records of a listing that a plan looks after. */
export const digestOf = ({ scope, zone }: Pick<Plan, 'scope' | 'zone'>, held: readonly StoredRecord[]): string => {
  const rules = scopeRules(scope, zone.name)
  return new ZoneDigest(held.filter((record) => rules.covers(record) && rules.owned(record)), scope.ttl).toString()
}

/** The digest that a zone has when some changes of a plan have happened. */
export const digestAfter = ({ base, scope }: Pick<Plan, 'base' | 'scope'>, done: Iterable<Change>): ZoneDigest => {
  const digest = ZoneDigest.from(base, scope.ttl)
  for (const change of done) digest.apply(change)
  return digest
}

/**
 * Tells from a fresh listing whether a call happened whose answer was lost. A call happens whole or not at all, so a zone that is in
 * neither state was changed by somebody else.
 * @param call the digests of the zone before it and after it.
 */
export const settleCall = (plan: Pick<Plan, 'scope' | 'zone'>, call: { readonly before: string; readonly after: string }, held: readonly StoredRecord[]): Settlement => {
  const now = digestOf(plan, held)
  if (now === call.after) return 'applied'
  return now === call.before ? 'absent' : 'moved'
}

/** Whether the records of a change are in the zone as the plan has them before it, or after it. */
const lookup = ({ scope: { ttl } }: Plan, held: readonly StoredRecord[]): Readonly<Record<'isBefore' | 'isAfter', (change: Change) => boolean>> => {
  const byId = new Map(held.map((record) => [record.id, record]))
  let states: ReadonlySet<string> | undefined
  const isAs = (id: string, expected: ResourceRecord): boolean => {
    const record = byId.get(id)
    return record !== undefined && recordState(record, ttl) === recordState(expected, ttl)
  }
  return {
    isBefore: (change) => change.kind === 'create' || isAs(change.before.id, change.before),
    isAfter(change) {
      const after = recordAfter(change)
      if (change.kind === 'delete' || after === undefined) return !byId.has(recordBefore(change)?.id ?? '')
      if (change.kind === 'update') return isAs(change.before.id, after)
      // Only a plan that happened in part asks for it, and then for many.
      states ??= new Set(held.map((record) => recordState(record, ttl)))
      return states.has(recordState(after, ttl))
    },
  }
}

/**
 * The changes of a plan that a zone shows as made: none in a zone that is as the plan was made from, some when an earlier run of the
 * same plan was cut off or skipped what was refused, all when there is nothing left to do.
 * @throws ZoneMovedError when the zone is in no state of the plan, or a record to be changed has another identifier.
 * @example if (changesMade(plan, await listZone(store, plan.zone)).size > 0) console.log('a part of it has happened')
 */
export const changesMade = (plan: Plan, held: readonly StoredRecord[]): ReadonlySet<Change> => {
  const now = digestOf(plan, held)
  const { isBefore, isAfter } = lookup(plan, held)
  const whole = now === plan.base ? 0 : plan.batches.findIndex(({ after }) => after === now) + 1
  const isPart = whole === 0 && now !== plan.base
  const units = plan.batches.slice(0, isPart ? plan.batches.length : whole).flatMap(({ changes }) => unitsIn(changes))
  const made = new Set((isPart ? units.filter(({ changes }) => changes.every(isAfter)) : units).flatMap(({ changes }) => changes))
  // What the names look like one by one has to add up to the whole zone.
  if (isPart && digestAfter(plan, made).toString() !== now) throw new ZoneMovedError(plan.zone.name)
  for (const { changes } of plan.batches) if (changes.some((change) => !made.has(change) && !isBefore(change))) throw new ZoneMovedError(plan.zone.name)
  return made
}
