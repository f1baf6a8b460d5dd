import type { RecordAttributes, ResourceRecord } from '@zonewright/zone'
import type { CommentAttributes } from './comment-attributes.ts'
import type { Frame } from './frame.ts'
import { FIRST_COLUMN, type LineScan } from './line-scan.ts'
import { COLUMNS, COMMENT, COMMENT_END, OWNER, RDATA, RDATA_END, TTL, TYPE } from './octet-memory.ts'
import type { ReaderState } from './reader-state.ts'
import { Refusal } from './refusal.ts'
import type { TypeCounts } from './type-counts.ts'

/** Whom the records in the columns of a {@link LineScan} belong to. */
export interface LineContext {
  readonly frame: Frame
  readonly state: ReaderState
  readonly comments: CommentAttributes
}

/**
 * Makes the records that are in the columns; one decoded text holds all their owners and rdata.
 *
 * Before a record whose comment is refused it ends, and the scanner stands before that record.
 */
export function takeRecords(scan: LineScan, context: LineContext, into: ResourceRecord[]): void {
  const { frame, state } = context
  const { columns, typeNames } = scan
  const text = scan.text()
  const from = scan.firstComment
  const comments = scan.comments()
  let name = frame.owner
  for (let record = 0, at = FIRST_COLUMN; record < scan.count; record++, at += COLUMNS) {
    const ownerAt = columns[at + OWNER] as number
    const rdataAt = columns[at + RDATA] as number
    const commentAt = columns[at + COMMENT] as number
    const commentEnd = columns[at + COMMENT_END] as number
    let attributes: RecordAttributes | undefined
    if (commentEnd > commentAt) {
      const said = attributesOf(comments.slice(commentAt - from, commentEnd - from), context)
      if (said === null) {
        scan.rewind(record, frame, state)
        break
      }
      attributes = said
    }
    if (ownerAt >= 0) name = text.substring(ownerAt, rdataAt)
    const ttl = columns[at + TTL] as number
    const type = typeNames[columns[at + TYPE] as number] as string
    const rdata = text.substring(rdataAt, columns[at + RDATA_END])
    into.push(attributes === undefined ? { name, ttl, type, class: state.class, rdata } : { name, ttl, type, class: state.class, rdata, attributes })
  }
  frame.owner = name
  frame.ownerText = undefined
}

/** Counts the records that are in the columns, with the same checks as {@link takeRecords} and no object for any. */
export function countRecords(scan: LineScan, context: LineContext, counts: TypeCounts): void {
  const { frame, state } = context
  const { columns } = scan
  let owner = -1
  const from = scan.firstComment
  const comments = scan.comments()
  for (let record = 0, at = FIRST_COLUMN; record < scan.count; record++, at += COLUMNS) {
    const commentAt = columns[at + COMMENT] as number
    const commentEnd = columns[at + COMMENT_END] as number
    if (commentEnd > commentAt && attributesOf(comments.slice(commentAt - from, commentEnd - from), context) === null) {
      scan.rewind(record, frame, state)
      break
    }
    if ((columns[at + OWNER] as number) >= 0) owner = at
    counts.add(columns[at + TYPE] as number)
  }
  if (owner >= 0) frame.owner = scan.text(columns[owner + OWNER], columns[owner + RDATA])
  frame.ownerText = undefined
}

/** What a comment says; `null` when it is refused. */
function attributesOf(octets: string, { comments }: LineContext): RecordAttributes | undefined | null {
  try {
    return comments.read(octets)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
