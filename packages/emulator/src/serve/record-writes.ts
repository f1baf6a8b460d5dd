import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { refuseConflicts, refuseOrphans } from '../rules/conflicts.ts'
import { recordQuota } from '../rules/plans.ts'
import { editedRecord, newRecord, type RecordContext, type RecordInput, refuseReadOnly, replacedRecord } from '../rules/records.ts'
import type { Collection } from '../state/documents.ts'
import type { StoredRecord } from '../state/records.ts'
import type { State } from '../state/state.ts'
import type { ZoneContext } from './handler.ts'

/** What a write of records needs. */
export type RecordWriter = Pick<ZoneContext, 'state' | 'zone' | 'clock' | 'ids' | 'compat' | 'conflicts'>

const rulesFor = ({ zone, clock, compat }: RecordWriter): RecordContext => ({ zone, now: microsecondDate(clock.now()), compat })

const found = ({ state, zone }: RecordWriter, id: unknown): StoredRecord => {
  const record = typeof id === 'string' ? state.records.byId(zone.id, id) : undefined
  if (record === undefined) throw refuse('record_not_found')
  return record
}

const othersAt = ({ state, zone }: RecordWriter, name: string, id: string): readonly StoredRecord[] => state.records.atName(zone.id, name).filter((other) => other.wire.id !== id)

/**
 * Adds a record to the zone.
 * @throws Refusal `record_quota`, of a field that is wrong, or of a conflict with the records of its name.
 */
export const createRecord = (writer: RecordWriter, input: RecordInput): StoredRecord => {
  const { state, zone, ids } = writer
  const record = newRecord(input, ids.next(), rulesFor(writer))
  refuseConflicts(record, state.records.atName(zone.id, record.wire.name), zone.name, writer.conflicts)
  if (state.records.count(zone.id) >= recordQuota(zone)) throw refuse('record_quota')
  state.records.add(zone.id, record)
  return record
}

const put = (writer: RecordWriter, before: StoredRecord, after: StoredRecord): StoredRecord => {
  const { state, zone } = writer
  if (after.wire === before.wire) return before
  const others = othersAt(writer, after.wire.name, after.wire.id)
  refuseConflicts(after, others, zone.name, writer.conflicts)
  if (before.wire.name !== after.wire.name) refuseOrphans(before, othersAt(writer, before.wire.name, before.wire.id), zone.name)
  state.records.replace(after)
  return after
}

/** Replaces a record (PUT). @throws Refusal `record_not_found` and as {@link createRecord}. */
export const replaceRecord = (writer: RecordWriter, id: unknown, input: RecordInput): StoredRecord => {
  const before = found(writer, id)
  return put(writer, before, replacedRecord(before, input, rulesFor(writer)))
}

/** Changes parts of a record (PATCH). @throws Refusal `record_not_found` and as {@link createRecord}. */
export const editRecord = (writer: RecordWriter, id: unknown, changes: RecordInput): StoredRecord => {
  const before = found(writer, id)
  return put(writer, before, editedRecord(before, changes, rulesFor(writer)))
}

/** When each zone lost a record last, in milliseconds since 1970: what is gone has no date of its own, and the zone's serial must not go back. */
export const removals = (state: State): Collection<number> => state.documents.collection('record_removals')

/** Takes a record out of the zone and gives it back as it was. @throws Refusal `record_not_found`, `record_read_only`, `ns_needed_by_ds`. */
export const deleteRecord = (writer: RecordWriter, id: unknown): StoredRecord => {
  const record = found(writer, id)
  refuseReadOnly(record)
  refuseOrphans(record, othersAt(writer, record.wire.name, record.wire.id), writer.zone.name)
  writer.state.records.remove(record.wire.id)
  removals(writer.state).put(writer.zone.id, 'last', writer.clock.now())
  return record
}

/** The record with an identifier. @throws Refusal `record_not_found`. */
export const readRecord = found
