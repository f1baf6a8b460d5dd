import type { Change, RecordLimits, ResourceRecord, StoredRecord, Zone } from '@zonewright/zone'
import type { Finding } from '../finding.ts'

/** What a guard judges. */
export interface GuardContext {
  readonly zone: Zone
  readonly limits: RecordLimits
  /** Types that the store holds. */
  readonly types: readonly string[]
  /** Everything in the zone. */
  readonly held: readonly StoredRecord[]
  /** What of it the plan looks after. */
  readonly managed: readonly StoredRecord[]
  /** What the zone should hold. */
  readonly desired: readonly ResourceRecord[]
  readonly changes: readonly Change[]
  /** Where a wanted record stands. */
  readonly place: (record: ResourceRecord) => string | undefined
  /** The part of the managed records that may be deleted, 0 to 1. */
  readonly deleteShare: number
}

/** A rule that keeps a plan from being applied. */
export interface Guard {
  readonly id: string
  /** Says what it keeps from, for lists of guards. */
  readonly summary: string
  /** False for what no flag permits. */
  readonly permitted: boolean
  readonly check: (context: GuardContext) => Iterable<Omit<Finding, 'rule'>>
}

/** A record as messages name it. */
export const recordText = ({ name, type, rdata }: ResourceRecord): string => `${name} ${type} ${rdata.length > 60 ? `${rdata.slice(0, 57)}...` : rdata}`

/** A finding about a wanted record, with its place when that is known. */
export const about = (record: ResourceRecord, what: string, { place }: Pick<GuardContext, 'place'>): Omit<Finding, 'rule'> => {
  const where = place(record)
  return { message: `${recordText(record)} ${what}`, name: record.name, ...(where === undefined ? {} : { place: where }) }
}

/** The records that a plan writes. */
export function* written(changes: readonly Change[]): Generator<ResourceRecord, void, void> {
  for (const change of changes) if (change.kind !== 'delete') yield change.after
}
