import type { ResourceRecord } from '@zonewright/zone'
import { driveWhole } from './drive.ts'
import type { ZoneFileError } from './errors.ts'
import type { ReadZoneOptions } from './options.ts'
import { ZoneReader } from './reader.ts'

/** What a master file holds. */
export interface ZoneFile {
  /** Records in the order of the file. */
  readonly records: ResourceRecord[]
  /** Errors in the order of the file; always empty unless `onError` is `'collect'`. */
  readonly errors: ZoneFileError[]
  /** Origin at the end of the file, or an empty string when there was none. */
  readonly origin: string
  /** Line of each record, parallel to `records`, from 1; of the directive for records of `$GENERATE`. Only with the option `lines`. */
  readonly lines?: readonly number[]
  /** File of each record, parallel to `records`: the name of an included one as its resolver gave it. Only with the option `lines`. */
  readonly files?: readonly string[]
}

/**
 * Reads a master file that is in memory as a whole (RFC 1035 section 5, RFC 2308 section 4, RFC 3597).
 *
 * A text counts as UTF-8. All records are kept in memory; {@link readZoneStream} reads files of any size.
 * @throws ZoneFileError for the first place that breaks the rules, unless the option `onError` says to go on.
 * @throws TypeError when an option is out of its range, and NameError when the option `origin` is no domain name.
 * @example
 * const { records } = readZone('$TTL 1h\nwww A 192.0.2.1 ; edge cf_tags=cf-proxied:true\n', { origin: 'example.com.' })
 * // records[0]: { name: 'www.example.com.', ttl: 3600, type: 'A', class: 'IN', rdata: '192.0.2.1',
 * //   attributes: { comment: 'edge', proxied: true } }
 */
export function readZone(text: string | Uint8Array, options: ReadZoneOptions = {}): ZoneFile {
  const reader = new ZoneReader(options)
  const records: ResourceRecord[] = []
  const lines: number[] = []
  const files: string[] = []
  driveWhole(reader, text, options.include, () => {
    for (const record of reader.records) records.push(record)
    if (options.lines === true) locate(reader, lines, files)
  })
  return { records, errors: reader.errors, origin: reader.origin, ...(options.lines === true ? { lines, files } : {}) }
}

function locate({ frame, lines: found }: ZoneReader, lines: number[], files: string[]): void {
  for (const line of found) {
    lines.push(line)
    files.push(frame?.file ?? '')
  }
}
