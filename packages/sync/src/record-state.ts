import { type Change, type ResourceRecord, type StoredRecord, recordKey } from '@zonewright/zone'

/** Seconds that a service answers for a proxied record, whatever was sent. */
const automatic = 1

/**
 * Everything of a record that a plan speaks about, as one text: two records are in the same state when their texts are equal.
 * The identifier is no part of it. The time to live of a proxied record is none either, and of no record with `ttl: 'ignore'`.
 */
export const recordState = (record: ResourceRecord, ttl: 'compare' | 'ignore' = 'compare'): string => {
  const { proxied = false, flattenCname = false, comment = '', tags = [] } = record.attributes ?? {}
  const seconds = ttl === 'ignore' ? 0 : proxied ? automatic : record.ttl
  return JSON.stringify([recordKey(record), seconds, proxied, flattenCname, comment, tags.length === 0 ? [] : [...new Set(tags)].sort()])
}

/** What a record becomes by a change; undefined when it goes. What a change does not state stays as it was. */
export const recordAfter = (change: Change): ResourceRecord | undefined => {
  if (change.kind === 'delete') return undefined
  if (change.kind === 'create') return change.after
  return { ...change.after, attributes: { ...change.before.attributes, ...change.after.attributes } }
}

/** The record that a change takes away or alters. */
export const recordBefore = (change: Change): StoredRecord | undefined => (change.kind === 'create' ? undefined : change.before)

/** The owner name of a change. */
export const nameOf = (change: Change): string => (change.kind === 'delete' ? change.before.name : change.after.name)

/** The record to show for a change: what will be, else what was. */
export const subjectOf = (change: Change): ResourceRecord => (change.kind === 'delete' ? change.before : change.after)
