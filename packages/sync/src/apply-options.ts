import type { StoredRecord } from '@zonewright/zone'
import type { Journal } from './journal/entry.ts'
import type { RefusedUnit } from './part.ts'

/** How far a run is. */
export interface RunProgress {
  /** Absolute name of the zone. */
  readonly zone: string
  /** Changes that happened, of how many. */
  readonly settled: number
  readonly total: number
}

/**
 * What a run does when the service refuses a batch for what is in it: `stop` ends the run before anything else is sent; `skip` finds
 * the names at fault, leaves them out and applies the rest.
 */
export type OnError = 'stop' | 'skip'

/** Settings of {@link applyPlan}; every one has a default. */
export interface ApplyPlanOptions {
  /** A listing of the zone that was just made; without one the zone is listed first. */
  readonly held?: readonly StoredRecord[]
  /** Where each step is written down before it is made. */
  readonly journal?: Journal
  /** Name of the run in the report. */
  readonly run?: string
  /** Number of the lease. */
  readonly fence?: number
  /** Where the plan came from, for people: a file. */
  readonly source?: string
  /** Ends the run before its next call. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RunProgress) => void
  /** Milliseconds until a listing is believed that does not show a batch whose answer was lost: it may still be on its way. Default 1,000. */
  readonly settleMs?: number
  /**
   * What to do when the service refuses a batch for what is in it. `skip` sends the batch again in halves, never inside a name, with
   * about 2 log2(n) further calls for each name at fault among n; what needs a refused name is left out with it. It ends after 100
   * refused names when none was taken. A refusal for other reasons (credentials, rate, quota) ends a run always. Default `stop`.
   */
  readonly onError?: OnError
  /** Names that a run which was cut off just now found refused: with `onError: 'skip'` they are not sent again when their changes are the same. */
  readonly refused?: readonly RefusedUnit[]
  /** Most times that a batch is sent whose answer was lost and that did not happen. Default 3. */
  readonly tries?: number
}
