import { RdataError } from './rdata-error.ts'
import type { ResourceRecord } from './record.ts'
import { TokenCursor } from './token-cursor.ts'
import { tokensOf } from './tokens.ts'
import { findLayout, type TypeLayout } from './type-names.ts'

/**
 * The text by which rdata is compared: canonical rdata with names, and the tags of CAA records, in lower case.
 *
 * Two rdata of one type are the same to a DNS server when their keys are equal (RFC 4343, RFC 8659 section 4.1).
 * Text that is no rdata of its type, or whose type is unknown, is its own key.
 * @example const key = rdataKey('MX', '10 Mail.Example.') // '10 mail.example.'
 */
export function rdataKey(type: string, rdata: string): string {
  if (!hasUpperCase(rdata)) return rdata
  const row = findLayout(type)
  if (row === undefined || row.caseless === 'nothing') return rdata
  return row.caseless === 'everything' ? rdata.toLowerCase() : foldFields(row, rdata)
}

function foldFields(row: TypeLayout, rdata: string): string {
  const cursor = new TokenCursor(row.name, tokensOf(rdata), '.')
  try {
    return row.fieldKinds.map((kind) => fold(kind, kind.print(kind.parse(cursor)))).filter((text) => text !== '').join(' ')
  } catch (error) {
    if (error instanceof RdataError) return rdata
    throw error
  }
}

function fold(kind: TypeLayout['fieldKinds'][number], text: string): string {
  return kind.letters === 'caseless' ? text.toLowerCase() : text
}

function hasUpperCase(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x41 && code <= 0x5a) return true
  }
  return false
}

/**
 * The identity of a record: name, class, type and {@link rdataKey}; time to live and attributes are no part of it.
 * @example const key = recordKey({ name: 'a.', ttl: 60, type: 'A', class: 'IN', rdata: '192.0.2.1' }) // 'a. IN A 192.0.2.1'
 */
export function recordKey(record: ResourceRecord): string {
  return `${record.name} ${record.class} ${record.type} ${rdataKey(record.type, record.rdata)}`
}
