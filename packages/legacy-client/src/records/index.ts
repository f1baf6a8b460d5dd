/**
 * DNS records of a zone.
 * @module
 */
export { type ChangedRecord, type LegacyRecord, type RecordProperties, recordTypes } from './record.ts'
export { type RecordCreate, type RecordEdit, type RecordList, type RecordProxy, type RecordRemove, create, edit, list, proxy, remove } from './records.ts'
