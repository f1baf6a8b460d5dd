import { textDigest } from '@zonewright/sync'
import { type ResourceRecord, recordKey } from '@zonewright/zone'
import { asKept } from '../apis/records.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failures.ts'
import { readInput } from '../input-file.ts'
import { readZoneFile } from '../read-zone-file.ts'
import { zoneFaultLine } from '../zone-file.ts'

/** The records of a zone file, and where each stands. */
export interface WantedRecords {
  readonly records: readonly ResourceRecord[]
  /** `file:line` of a record. */
  readonly place: (record: ResourceRecord) => string | undefined
  /** Digest of what the file says: of its records, not of its text. */
  readonly digest: string
}

/**
 * Reads a zone file for the zone with this absolute name.
 * @throws Failure with a line for every fault in it.
 */
export const wantedIn = async (context: Context, file: string, origin: string | undefined): Promise<WantedRecords> => {
  const bytes = await readInput(file, context.io)
  const read = readZoneFile(bytes, file, origin)
  if (read.errors.length > 0) throw new Failure([...read.errors.map(zoneFaultLine), 'nothing was sent'])
  const places = new Map(read.records.map((record, index) => [recordKey(record), `${read.files?.[index]}:${read.lines?.[index]}`]))
  const { api = 'v4' } = context.global
  return { records: read.records.map((record) => asKept(api, record)), place: (record) => places.get(recordKey(record)), digest: textDigest(JSON.stringify(read.records)) }
}
