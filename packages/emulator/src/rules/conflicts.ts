import { type ErrorKey, refuse } from '../errors.ts'
import type { StoredRecord } from '../state/records.ts'
import { longestTxtAtName } from './txt.ts'

/** Ways in which the real service was seen to differ from itself. */
export interface ConflictOptions {
  /** Two SRV records that are the same in everything are accepted, as they were for years. */
  readonly srvTwins?: boolean
}

const isAddress = (type: string): boolean => type === 'A' || type === 'AAAA'

/** Twins: same type, content and priority; the name is that of both, and neither TTL nor proxying matters. */
const isTwin = (one: StoredRecord, other: StoredRecord): boolean => one.wire.type === other.wire.type && one.rdata === other.rdata

const conflictWith = (type: string, other: string): ErrorKey | undefined => {
  if (type === 'CNAME' && (isAddress(other) || other === 'CNAME')) return 'cname_conflict'
  if (isAddress(type) && other === 'CNAME') return 'address_conflict'
  return undefined
}

/**
 * Refuses a record that can't stand beside the others of its name. A CNAME excludes A, AAAA and another CNAME, nothing else;
 * below the apex NS excludes everything but DS; DS needs NS.
 * @param others All records of the same name, without the one that is replaced.
 * @throws Refusal `identical_record`, `cname_conflict`, `address_conflict`, `ns_conflict`, `ns_beside_others`, `ds_without_ns`, `txt_combined`.
 */
export const refuseConflicts = (record: StoredRecord, others: readonly StoredRecord[], zone: string, options: ConflictOptions = {}): void => {
  const { type, name, content } = record.wire
  if (!(type === 'SRV' && options.srvTwins) && others.some((other) => isTwin(record, other))) throw refuse('identical_record')
  for (const other of others) {
    const conflict = conflictWith(type, other.wire.type)
    if (conflict !== undefined) throw refuse(conflict)
  }
  if (name !== zone) {
    const apart = (kind: string): boolean => kind !== 'NS' && kind !== 'DS'
    if (type === 'NS' && others.some((other) => apart(other.wire.type))) throw refuse('ns_beside_others')
    if (apart(type) && others.some((other) => other.wire.type === 'NS')) throw refuse('ns_conflict')
    if (type === 'DS' && !others.some((other) => other.wire.type === 'NS')) throw refuse('ds_without_ns')
  }
  if (type === 'TXT') {
    const length = others.reduce((sum, other) => (other.wire.type === 'TXT' ? sum + other.wire.content.length : sum), content.length)
    if (length > longestTxtAtName) throw refuse('txt_combined')
  }
}

/**
 * Refuses to take a name's last NS record away while DS records need it.
 * @throws Refusal `ns_needed_by_ds`.
 */
export const refuseOrphans = (gone: StoredRecord, rest: readonly StoredRecord[], zone: string): void => {
  if (gone.wire.type !== 'NS' || gone.wire.name === zone) return
  if (rest.some((other) => other.wire.type === 'DS') && !rest.some((other) => other.wire.type === 'NS')) throw refuse('ns_needed_by_ds')
}
