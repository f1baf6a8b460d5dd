import { type ResourceRecord, isRecordType, utf8ToOctets } from '@zonewright/zone'
import type { DocumentPart } from './document-parts.ts'
import { commentOf, printRecord } from './print-record.ts'
import { SCANNED_RECORD, Scanner } from './scanner.ts'
import { parseTtl } from './ttl.ts'

/** How much of a line is written anew: what differs; also owner and TTL; everything. */
export type Rewrite = 'difference' | 'head' | 'all'

/**
 * The lines of a record as octets when it becomes another one; layout and comment stay where that can be.
 *
 * The line may still take owner or TTL from the lines before it; with `head` it states both.
 */
export function rewriteLine({ octets, record }: DocumentPart, after: ResourceRecord, rewrite: Rewrite = 'difference'): string {
  const lineEnd = /(\r\n|\n|\r)?$/.exec(octets)?.[0] ?? ''
  const inFull = `${utf8ToOctets(printRecord(after))}${lineEnd === '' ? '\n' : lineEnd}`
  const sameComment = commentOf(record?.attributes) === commentOf(after.attributes)
  if (rewrite === 'all' || record === undefined || !sameComment || record.type !== after.type || record.class !== after.class || (rewrite === 'difference' && record.name !== after.name)) return inFull
  const scanner = new Scanner(octets.length + 2)
  scanner.use(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)), octets.length, true)
  if (scanner.next() !== SCANNED_RECORD) return inFull
  const first = scanner.indented ? 0 : 1
  let type = first
  while (type < scanner.count && !isTypeToken(scanner.text(type))) type++
  const rdata = type + 1
  if (rdata >= scanner.count) return inFull
  // Behind a parenthesis other lines may follow, which a new rdata would have to fill.
  const isOneLine = !/[()]/.test(octets.replaceAll(/"[^"]*"/g, '')) && scanner.flags[rdata] !== undefined
  if (record.rdata !== after.rdata && !isOneLine) return inFull
  const edits: [from: number, to: number, text: string][] = []
  if (record.rdata !== after.rdata) edits.push([openOf(scanner, rdata), closeOf(scanner, scanner.count - 1), after.rdata])
  const ttl = Array.from({ length: type - first }, (_, index) => first + index).find((token) => parseTtl(scanner.text(token)) >= 0)
  const typeStart = scanner.starts[type] as number
  if (ttl !== undefined) {
    if (record.ttl !== after.ttl) edits.push([scanner.starts[ttl] as number, scanner.ends[ttl] as number, String(after.ttl)])
  } else if (record.ttl !== after.ttl || rewrite === 'head') edits.push([typeStart, typeStart, `${after.ttl} `])
  if (rewrite === 'head' && scanner.indented) edits.push([0, 0, after.name])
  let text = octets
  for (const [from, to, replacement] of edits.sort(([left], [right]) => right - left)) text = text.slice(0, from) + replacement + text.slice(to)
  return text
}

function isTypeToken(text: string): boolean {
  return isRecordType(text) && parseTtl(text) < 0
}

function openOf(scanner: Scanner, token: number): number {
  return (scanner.starts[token] as number) - (scanner.flags[token] as number & 1)
}

function closeOf(scanner: Scanner, token: number): number {
  return (scanner.ends[token] as number) + (scanner.flags[token] as number & 1)
}
