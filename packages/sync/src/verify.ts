import type { Change, ResourceRecord, StoredRecord } from '@zonewright/zone'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore, recordState } from './record-state.ts'
import { scopeRules } from './scope.ts'

/** A record that the zone lacks or has too much after a run. */
export interface Difference {
  readonly kind: 'missing' | 'unexpected'
  readonly record: ResourceRecord
}

/** A listing before and one after, and what was done between them. */
interface Between {
  readonly held: readonly StoredRecord[]
  readonly done: readonly Change[]
  readonly now: readonly StoredRecord[]
}

/** What is different between the state that the changes lead to and a listing, both without what the plan does not look after. */
export const differences = (plan: Pick<Plan, 'scope' | 'zone'>, { held, done, now }: Between): Difference[] => {
  const rules = scopeRules(plan.scope, plan.zone.name)
  const managed = (records: readonly StoredRecord[]): StoredRecord[] => records.filter((record) => rules.covers(record) && rules.owned(record))
  const left = new Map<string, { record: ResourceRecord; count: number }>()
  const add = (record: ResourceRecord, by: number): void => {
    const state = recordState(record, plan.scope.ttl)
    const entry = left.get(state)
    if (entry === undefined) left.set(state, { record, count: by })
    else entry.count += by
  }
  for (const record of managed(held)) add(record, 1)
  for (const change of done) {
    const before = recordBefore(change)
    const after = recordAfter(change)
    if (before !== undefined) add(before, -1)
    if (after !== undefined) add(after, 1)
  }
  for (const record of managed(now)) add(record, -1)
  return [...left.values()].flatMap(({ record, count }) => Array.from({ length: Math.abs(count) }, (): Difference => ({ kind: count > 0 ? 'missing' : 'unexpected', record })))
}
