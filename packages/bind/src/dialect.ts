import type { RecordAttributes } from '@zonewright/zone'
import { Refusal } from './refusal.ts'
import { parseTagList, printTag } from './tag-list.ts'

const MARK = 'cf_tags='
const reservedTag = /^cf-(proxied|flatten-cname)(:|$)/i

/**
 * Reads the comment right after a record in the dialect of Cloudflare's export: `some comment cf_tags=a,b:1`.
 *
 * Text before the last ` cf_tags=` is the comment of the record, without blanks around it; what follows is its tags; the reserved tags
 * `cf-proxied` and `cf-flatten-cname` become attributes of their own. A text without `cf_tags=` is a comment.
 * Returns undefined when nothing is stated.
 * @throws Refusal `bad-tags` when the text behind `cf_tags=` is no list of tags.
 * @example readDialect(' edge cf_tags=cf-proxied:true,team:dns') // { comment: 'edge', proxied: true, tags: ['team:dns'] }
 * @see https://developers.cloudflare.com/dns/manage-dns-records/how-to/import-and-export/
 */
export function readDialect(text: string): RecordAttributes | undefined {
  const trimmed = trimBlanks(text)
  if (trimmed === '') return undefined
  let mark = lastMark(trimmed, trimmed.length)
  if (mark < 0) return { comment: trimmed }
  let entries = parseTagList(trimmed.slice(mark + MARK.length))
  // The last mark can stand inside a quoted value of the list that an earlier mark opens.
  for (let before = mark; entries === undefined && (before = lastMark(trimmed, before)) >= 0; ) {
    entries = parseTagList(trimmed.slice(before + MARK.length))
    if (entries !== undefined) mark = before
  }
  if (entries === undefined) throw new Refusal('bad-tags', trimmed.slice(mark + MARK.length))
  const attributes: { -readonly [K in keyof RecordAttributes]: RecordAttributes[K] } = {}
  const comment = trimBlanks(trimmed.slice(0, mark))
  if (comment !== '') attributes.comment = comment
  const tags: string[] = []
  for (const { tag, quoted } of entries) {
    if (quoted || !reservedTag.test(tag)) tags.push(tag)
    else setReserved(attributes, tag.toLowerCase())
  }
  if (tags.length > 0) attributes.tags = tags
  return Object.keys(attributes).length > 0 ? attributes : undefined
}

/**
 * Writes the comment that {@link readDialect} reads back, without its semicolon; empty when nothing is stated.
 * @throws TypeError when the comment has a line break, which would start a new record.
 * @example printDialect({ proxied: true, tags: ['team:dns'] }) // 'cf_tags=team:dns,cf-proxied:true'
 */
export function printDialect(attributes: RecordAttributes): string {
  const comment = trimBlanks(attributes.comment ?? '')
  if (/[\r\n]/.test(comment)) throw new TypeError(`a record comment cannot hold a line break: ${JSON.stringify(comment)}`)
  const tags = (attributes.tags ?? []).map((tag) => printTag(tag, reservedTag.test(tag)))
  if (attributes.flattenCname !== undefined) tags.push(attributes.flattenCname ? 'cf-flatten-cname' : 'cf-flatten-cname:false')
  if (attributes.proxied !== undefined) tags.push(`cf-proxied:${attributes.proxied}`)
  if (tags.length === 0 && !comment.includes(MARK)) return comment
  return `${comment}${comment === '' ? '' : ' '}${MARK}${tags.join(',')}`
}

function setReserved(attributes: { proxied?: boolean; flattenCname?: boolean }, tag: string): void {
  const [name, value = 'true'] = tag.split(':')
  if (value !== 'true' && value !== 'false') throw new Refusal('bad-tags', tag)
  if (name === 'cf-proxied') attributes.proxied = value === 'true'
  else attributes.flattenCname = value === 'true'
}

// Only what separates words in a master file; other white space of Unicode belongs to the comment.
function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

// The last mark before an offset that starts the text or follows a blank.
function lastMark(text: string, before: number): number {
  let at = before
  while (at > 0) {
    at = text.lastIndexOf(MARK, at - 1)
    if (at < 0) return -1
    if (at === 0 || isBlank(text[at - 1])) return at
  }
  return -1
}
