import { textDigest } from '@zonewright/sync'
import { type ResourceRecord, recordKey } from '@zonewright/zone'
import { asKept } from '../apis/records.ts'
import type { Context } from '../context.ts'
import { Failure, UsageError } from '../failures.ts'
import { inputName, readInput } from '../input-file.ts'
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

/** A zone file can hold a brace, too, but not before a text in quotes. */
const isSavedPlan = (bytes: Uint8Array): boolean => /^\s*\{\s*"/.test(new TextDecoder().decode(bytes.subarray(0, 200)))

/**
 * Reads a zone file for the zone with this absolute name.
 * @throws Failure with a line for every fault in it.
 */
export const wantedIn = async (context: Context, file: string, origin: string | undefined): Promise<WantedRecords> => wantedFrom(context, { file, bytes: await readInput(file, context.io) }, origin)

/** The same of a file whose octets are at hand: a pipe can be read only once. */
export const wantedFrom = (context: Context, { file, bytes }: { readonly file: string; readonly bytes: Uint8Array }, origin: string | undefined): WantedRecords => {
  if (isSavedPlan(bytes)) throw new UsageError(`${inputName(file)} is a saved plan and no zone file; it says its zone itself: zw zone apply ${file}`)
  const read = readZoneFile(bytes, file, origin)
  if (read.errors.length > 0) throw new Failure([...read.errors.map(zoneFaultLine), 'nothing was sent'])
  const { api = 'v4' } = context.global
  const records = read.records.map((record) => asKept(api, record))
  const places = new Map<ResourceRecord | string, string>()
  for (const [index, record] of records.entries()) {
    const place = `${read.files?.[index]}:${read.lines?.[index]}`
    places.set(record, place)
    // Of twins the first one counts, so a finding about what a plan writes is about its line.
    if (!places.has(recordKey(record))) places.set(recordKey(record), place)
  }
  return { records, place: (record) => places.get(record) ?? places.get(recordKey(record)), digest: textDigest(JSON.stringify(read.records)) }
}
