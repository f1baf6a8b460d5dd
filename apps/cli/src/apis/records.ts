import type { ResourceRecord, StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { Failure } from '../failures.ts'
import { ownerOf, rdataOf, typeOf } from '../record-value.ts'
import type { ApiName } from './names.ts'

/** How records of a store are shown. */
export const storeColumns = ['id', 'name', 'type', 'rdata', 'ttl', 'proxied']

/** A record of a store as it is shown: names without final dot. */
export const shownRecord = ({ id, name, type, rdata, ttl, attributes }: StoredRecord): object => ({ id, name: name.replace(/(?<=.)\.$/, ''), type, rdata, ttl, ...(attributes?.proxied === undefined ? {} : { proxied: attributes.proxied }) })

/** All records of a zone. */
export const heldIn = async ({ call }: Context, store: ZoneStore, zone: Zone): Promise<readonly StoredRecord[]> => {
  const held: StoredRecord[] = []
  for await (const record of store.records(zone, { signal: call.signal })) held.push(record)
  return held
}

/** A record of a file as the API will keep it: a hosted name has no time to live of its own, and its traffic goes through Cloudflare where the file does not say. */
export const asKept = (api: ApiName, record: ResourceRecord): ResourceRecord => (api === 'host' ? { ...record, ttl: 1, attributes: { proxied: true, ...record.attributes } } : record)

/** Which records are meant. */
export interface Wanted {
  /** Identifier or name. */
  readonly record: string
  readonly type?: string | undefined
  readonly content?: string | undefined
}

/**
 * The records that are meant: the one with an identifier, or those with a name, type and value.
 * @throws Failure when there is none.
 */
export const wantedRecords = (held: readonly StoredRecord[], zone: Zone, { record, type, content }: Wanted): readonly StoredRecord[] => {
  const known = type === undefined ? held.filter(({ id }) => id === record) : []
  if (known.length > 0) return known
  const apex = zone.name.replace(/\.$/, '')
  const name = ownerOf(record, apex)
  const wanted = type === undefined ? undefined : typeOf(type)
  const rdata = content === undefined || wanted === undefined ? undefined : rdataOf(wanted, content)
  const found = held.filter((one) => one.name === name && (wanted === undefined || one.type === wanted) && (rdata === undefined || one.rdata === rdata))
  if (found.length === 0) throw new Failure(`record ${[record, type, content].filter((part) => part !== undefined).join(' ')} is not in the zone; zw record list ${apex} shows what is`)
  return found
}

/** Records as a person reads them, one on a line. */
export const described = (records: readonly StoredRecord[]): string[] => records.map(({ id, name, type, rdata }) => `${id} ${name} ${type} ${rdata}`)
