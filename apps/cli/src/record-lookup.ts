import { type DnsRecord, records } from '@zonewright/v4/dns'
import { fromService } from '@zonewright/v4/zone-store'
import { RdataError } from '@zonewright/zone'
import type { Context } from './context.ts'
import { Failure } from './failures.ts'
import { ownerOf, rdataOf, serviceName, typeOf } from './record-value.ts'
import { type FoundZone, isIdentifier } from './zone-lookup.ts'

/** Which records are meant. */
export interface RecordQuery {
  /** Identifier or name. */
  readonly record: string
  readonly type?: string | undefined
  readonly content?: string | undefined
}

const hasValue = (record: DnsRecord, rdata: string): boolean => {
  try {
    return fromService(record).rdata === rdata
  } catch (error) {
    // A value that we can't read is not the one that was given.
    if (error instanceof RdataError) return false
    throw error
  }
}

/**
 * The records that are meant: the one with an identifier, or those with a name, type and value.
 * @throws Failure when there is none.
 */
export const findRecords = async (context: Context, zone: FoundZone, query: RecordQuery): Promise<readonly DnsRecord[]> => {
  const client = await context.client()
  if (isIdentifier(query.record) && query.type === undefined) return [await client.call(records.get, { zone_id: zone.id, dns_record_id: query.record.toLowerCase() }, context.call)]
  const name = serviceName(ownerOf(query.record, zone.name))
  const type = query.type === undefined ? undefined : typeOf(query.type)
  const rdata = query.content === undefined || type === undefined ? undefined : rdataOf(type, query.content)
  const input = { zone_id: zone.id, name, ...(type === undefined ? {} : { type: type as DnsRecord['type'] & 'A' }) }
  const all = await client.list(records.list, input, context.call).all()
  const matching = rdata === undefined ? all : all.filter((record) => hasValue(record, rdata))
  if (matching.length > 0) return matching
  const what = [name, type, query.content].filter((part) => part !== undefined).join(' ')
  throw new Failure(`record ${what} is not in the zone; zw record list ${zone.name} shows what is`)
}

/** Records as a person reads them, one on a line. */
export const describe = (all: readonly DnsRecord[]): string[] => all.map((record) => `${record.id} ${record.name} ${record.type} ${record.priority === undefined ? '' : `${record.priority} `}${record.content}`)
