import type { Change, ResourceRecord, StoredRecord } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import type { Plan } from './plan.ts'
import type { Difference } from './verify.ts'

/** What became of one change. */
export interface ChangeOutcome {
  readonly kind: Change['kind']
  readonly before?: StoredRecord
  readonly after?: ResourceRecord
  /** Number of the batch, from 0. */
  readonly batch: number
  /**
   * `refused`: the service does not take the changes of this name; `left out`: it can't go without another name that was refused;
   * `failed`: nothing of its call happened, and the call was not about this name alone.
   */
  readonly outcome: 'done' | 'refused' | 'left out' | 'failed' | 'unknown' | 'not sent'
  /** The call that made it, or that was refused, such as a ray id; not known when its answer was lost. */
  readonly call?: string
  /** Identifier of the record in the store, where it is known. */
  readonly id?: string
  /** Why it was refused, in the service's words, was left out or failed. */
  readonly error?: string
}

/** What became of a run, as plain data. */
export interface RunReport {
  /** Name of the run, when it has a journal. */
  readonly run?: string
  /** Absolute name of the zone. */
  readonly zone: string
  /**
   * `unchanged`: there was nothing to do; `done`: the zone is as planned; `failed`: it is not, or that could not be proven. After a
   * failure another run takes up the work where this one stopped. A run that skipped what was refused has failed, too.
   */
  readonly status: 'unchanged' | 'done' | 'failed'
  /** Whether a listing after the last batch equals the end of the plan, less what was refused or left out. */
  readonly verified: boolean
  readonly startedAt: string
  readonly durationMs: number
  /** Calls that were made. */
  readonly calls: { readonly list: number; readonly apply: number; readonly verify: number }
  readonly counts: Plan['counts']
  readonly warnings: readonly Finding[]
  /** Every change of the plan, in its order. */
  readonly changes: readonly ChangeOutcome[]
  /** What a listing after the last batch had otherwise than planned. */
  readonly differences: readonly Difference[]
  /** Why the run failed. */
  readonly error?: string
}
