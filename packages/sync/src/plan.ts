import type { Change, Zone } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import type { Scope } from './scope.ts'

/** Changes that are sent as one call and happen as a whole. */
export interface PlannedBatch {
  readonly changes: readonly Change[]
  /** Digest of the managed records once the batch has happened. */
  readonly after: string
}

/** How many records a plan speaks about. */
export interface PlanCounts {
  readonly create: number
  readonly update: number
  readonly delete: number
  /** Managed records that stay as they are. */
  readonly unchanged: number
  /** Left alone: covered by an ignore pattern, or of the service. */
  readonly ignored: number
  /** Left alone: read-only, owned by others, or of an unknown type. */
  readonly foreign: number
}

/**
 * Everything that turns a zone from what it holds into what it should hold, as plain data: what is done in which order, what it was
 * made from, and what will be when it is done. The same zone and file always give the same plan.
 */
export interface Plan {
  /** Version of this form. */
  readonly format: 1
  /** Name of the store that it was made for. */
  readonly store: string
  readonly zone: Zone
  readonly scope: Scope
  /** Digest of the managed records that it was made from. */
  readonly base: string
  readonly batches: readonly PlannedBatch[]
  readonly counts: PlanCounts
  /** Calls of the whole run: listing, batches, and the listing that proves the end; a page of a listing counts as part of it. */
  readonly calls: { readonly list: number; readonly apply: number; readonly verify: number }
  readonly warnings: readonly Finding[]
  /** What keeps it from being applied. */
  readonly refusals: readonly Finding[]
}

/** All changes of a plan in the order in which they are sent. */
export const changesOf = (plan: Pick<Plan, 'batches'>): Change[] => plan.batches.flatMap(({ changes }) => changes)
