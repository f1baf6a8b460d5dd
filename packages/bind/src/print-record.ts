import { type RecordAttributes, type ResourceRecord, presentation } from '@zonewright/zone'
import { printDialect } from './dialect.ts'

/**
 * The normal form of a record on one line, as `named-compilezone -s full` prints it, with single spaces: owner, TTL, class, type, rdata.
 *
 * Attributes are not part of it. The owner is in lower case, long hexadecimal and base64 data in groups of 56 digits.
 * @example canonicalLine({ name: 'www.example.com.', ttl: 300, type: 'A', class: 'IN', rdata: '192.0.2.1' })
 * // 'www.example.com. 300 IN A 192.0.2.1'
 */
export function canonicalLine(record: ResourceRecord): string {
  return `${record.name} ${record.ttl} ${record.class} ${record.type} ${presentation(record.type, record.rdata)}`
}

/**
 * A record on one line that {@link readZone} with its class reads back, whatever stands before it in the file: absolute names, all fields, attributes as a comment.
 * @throws TypeError when the comment of the record has a line break.
 * @example printRecord({ name: 'www.example.com.', ttl: 1, type: 'A', class: 'IN', rdata: '192.0.2.1', attributes: { proxied: true } })
 * // 'www.example.com. 1 IN A 192.0.2.1 ; cf_tags=cf-proxied:true'
 */
export function printRecord(record: ResourceRecord): string {
  return `${record.name} ${record.ttl} ${record.class} ${record.type} ${record.rdata}${commentOf(record.attributes)}`
}

/** Attributes as the comment behind a record, with its semicolon; empty when nothing is stated. */
export function commentOf(attributes: RecordAttributes | undefined): string {
  if (attributes === undefined) return ''
  const comment = printDialect(attributes)
  return comment === '' ? '' : ` ; ${comment}`
}
