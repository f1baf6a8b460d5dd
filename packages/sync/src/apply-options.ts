import type { StoredRecord } from '@zonewright/zone'
import type { Journal } from './journal/entry.ts'

/** How far a run is. */
export interface RunProgress {
  /** Absolute name of the zone. */
  readonly zone: string
  /** Changes that happened, of how many. */
  readonly settled: number
  readonly total: number
}

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
  /** Most times that a batch is sent whose answer was lost and that did not happen. Default 3. */
  readonly tries?: number
}
