import type { ResourceRecord } from '@zonewright/zone'
import { driveWhole } from './drive.ts'
import type { ReadZoneOptions } from './options.ts'
import { ZoneReader } from './reader.ts'

/** A piece of a zone file: the lines of one record, or what stands between two records. */
export interface DocumentPart {
  /** The octets, one character each. */
  readonly octets: string
  /** The record that they are; a directive may be several, of which only the first has the octets. */
  readonly record?: ResourceRecord
  /** The record comes from `$GENERATE` or another file. */
  readonly foreign?: boolean
}

/**
 * Takes a zone file apart; the octets of all parts together are the file.
 * @throws ZoneFileError as {@link readZone}.
 */
export function readParts(octets: string, options: ReadZoneOptions): DocumentPart[] {
  const parts: DocumentPart[] = []
  const reader = new ZoneReader({ ...options, lines: true })
  let offset = 0
  driveWhole(reader, Uint8Array.from(octets, (octet) => octet.charCodeAt(0)), options.include, () => {
    reader.records.forEach((record, index) => {
      const start = reader.spans[index * 2] as number
      const end = reader.spans[index * 2 + 1] as number
      if (start < 0) {
        parts.push({ octets: '', record, foreign: true })
        return
      }
      if (start > offset) parts.push({ octets: octets.slice(offset, start) })
      parts.push({ octets: octets.slice(start, end), record })
      offset = end
    })
  })
  if (offset < octets.length) parts.push({ octets: octets.slice(offset) })
  return parts
}
