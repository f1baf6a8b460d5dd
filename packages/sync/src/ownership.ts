import type { Change, RecordAttributes, ResourceRecord, StoredRecord } from '@zonewright/zone'
import type { Scope } from './scope.ts'
import { isOwned } from './scope.ts'

const withMark = (attributes: RecordAttributes | undefined, owner: NonNullable<Scope['owner']>): RecordAttributes => {
  if ('tag' in owner) return { ...attributes, tags: [...(attributes?.tags ?? []), owner.tag] }
  const { comment = '' } = attributes ?? {}
  return { ...attributes, comment: comment === '' ? owner.comment : `${comment} ${owner.comment}` }
}

/** What others own, made untouchable: neither deleted nor replaced, and where one equals a wanted record, it stands for it. */
export const protectForeign = (held: readonly StoredRecord[], owner: Scope['owner']): readonly StoredRecord[] =>
  owner === undefined ? held : held.map((record) => (isOwned(record, owner) ? record : { ...record, readOnly: true }))

/** Wanted records whose file states what carries the mark: the mark is added, or the file would take it off. */
export const markStated = (record: ResourceRecord, owner: Scope['owner']): ResourceRecord => {
  if (owner === undefined || isOwned(record, owner)) return record
  const stated = 'tag' in owner ? record.attributes?.tags : record.attributes?.comment
  return stated === undefined ? record : { ...record, attributes: withMark(record.attributes, owner) }
}

/** New records get the mark; ours keep theirs, because what a change does not state stays. */
export const markCreated = (change: Change, owner: Scope['owner']): Change =>
  owner === undefined || change.kind !== 'create' || isOwned(change.after, owner) ? change : { ...change, after: { ...change.after, attributes: withMark(change.after.attributes, owner) } }
