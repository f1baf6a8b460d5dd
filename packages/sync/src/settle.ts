import type { StoredRecord } from '@zonewright/zone'
import { ZoneDigest } from './digest.ts'
import { ZoneMovedError } from './errors.ts'
import type { Plan } from './plan.ts'
import { recordBefore, recordState } from './record-state.ts'
import { scopeRules } from './scope.ts'

/** What became of a batch whose answer is not known: it happened, it did not, or the zone holds something else by now. */
export type Settlement = 'applied' | 'absent' | 'moved'

/** The digest of those records of a listing that a plan looks after. */
export const digestOf = ({ scope, zone }: Pick<Plan, 'scope' | 'zone'>, held: readonly StoredRecord[]): string => {
  const rules = scopeRules(scope, zone.name)
  return new ZoneDigest(held.filter((record) => rules.covers(record) && rules.owned(record)), scope.ttl).toString()
}

/** The digest that the zone has before a batch of a plan. */
export const digestBefore = ({ base, batches }: Pick<Plan, 'base' | 'batches'>, index: number): string => (index === 0 ? base : (batches[index - 1]?.after ?? base))

/**
 * Tells from a fresh listing whether a batch happened whose answer was lost. A batch happens whole or not at all, so a zone that is
 * in neither state was changed by somebody else.
 * @example if (settleBatch(plan, 0, await listZone(store, plan.zone)) === 'applied') console.log('it arrived')
 */
export const settleBatch = (plan: Plan, index: number, held: readonly StoredRecord[]): Settlement => {
  const now = digestOf(plan, held)
  if (now === plan.batches[index]?.after) return 'applied'
  return now === digestBefore(plan, index) ? 'absent' : 'moved'
}

/**
 * The first batch of a plan that has yet to happen in a zone: 0 for a zone that is as the plan was made from, more when an earlier
 * run of the same plan was cut off, the number of batches when all is done.
 * @throws ZoneMovedError when the zone is in no state of the plan, or a record to be changed has another identifier.
 * @example const next = nextBatch(plan, await listZone(store, plan.zone))
 */
export const nextBatch = (plan: Plan, held: readonly StoredRecord[]): number => {
  const now = digestOf(plan, held)
  const start = now === plan.base ? 0 : plan.batches.findIndex(({ after }) => after === now) + 1
  if (start === 0 && now !== plan.base) throw new ZoneMovedError(plan.zone.name)
  const { ttl } = plan.scope
  const states = new Map(held.map((record) => [record.id, record]))
  for (const { changes } of plan.batches.slice(start)) {
    for (const change of changes) {
      const before = recordBefore(change)
      const current = before === undefined ? undefined : states.get(before.id)
      if (before !== undefined && (current === undefined || recordState(current, ttl) !== recordState(before, ttl))) throw new ZoneMovedError(plan.zone.name)
    }
  }
  return start
}
