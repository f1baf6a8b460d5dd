import type { RecordAttributes, ResourceRecord } from '@zonewright/zone'
import type { CommentAttributes } from './comment-attributes.ts'
import type { Frame } from './frame.ts'
import type { LineScan } from './line-scan.ts'
import { octetString } from './octets.ts'
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
  const text = octetString(scan.out, 0, scan.end)
  const from = scan.firstComment
  const comments = commentsText(scan)
  let name = frame.owner
  for (let record = 0; record < scan.count; record++) {
    const ownerAt = scan.owners[record] as number
    const rdataAt = scan.rdata[record] as number
    const commentAt = scan.comments[record] as number
    const commentEnd = scan.commentEnds[record] as number
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
    const ttl = scan.ttls[record] as number
    const type = (scan.types[record] as LineScan['types'][number]).name
    const rdata = text.substring(rdataAt, scan.ends[record])
    into.push(attributes === undefined ? { name, ttl, type, class: state.class, rdata } : { name, ttl, type, class: state.class, rdata, attributes })
  }
  frame.owner = name
  frame.ownerText = undefined
}

/** Counts the records that are in the columns, with the same checks as {@link takeRecords} and no object for any. */
export function countRecords(scan: LineScan, context: LineContext, counts: TypeCounts): void {
  const { frame, state } = context
  let owner = -1
  const from = scan.firstComment
  const comments = commentsText(scan)
  for (let record = 0; record < scan.count; record++) {
    const commentAt = scan.comments[record] as number
    const commentEnd = scan.commentEnds[record] as number
    if (commentEnd > commentAt && attributesOf(comments.slice(commentAt - from, commentEnd - from), context) === null) {
      scan.rewind(record, frame, state)
      break
    }
    if ((scan.owners[record] as number) >= 0) owner = record
    counts.add((scan.types[record] as LineScan['types'][number]).code)
  }
  if (owner >= 0) frame.owner = octetString(scan.out, scan.owners[owner] as number, scan.rdata[owner] as number)
  frame.ownerText = undefined
}

/** The octets from the first comment to the end of the columns, as text. */
function commentsText(scan: LineScan): string {
  return scan.firstComment < 0 ? '' : octetString(scan.bytes, scan.firstComment, scan.at)
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
