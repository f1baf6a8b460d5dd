import type { ResourceRecord } from '@zonewright/zone'

/** A record of a zone file and where it stands. */
export interface PlacedRecord {
  readonly record: ResourceRecord
  /** `file:line`. */
  readonly place: string
}

/** Whether the service looks after a record itself: the SOA record and the NS records of the zone. */
export const belongsToService = (record: ResourceRecord, apex: string): boolean => record.type === 'SOA' || (record.type === 'NS' && record.name === apex)

/** The record with the proxy state of `--proxied`, where it can have one and states none. */
export const withProxy = (record: ResourceRecord, proxied: boolean | undefined): ResourceRecord =>
  proxied === undefined || record.attributes?.proxied !== undefined || !['A', 'AAAA', 'CNAME'].includes(record.type) ? record : { ...record, attributes: { ...record.attributes, proxied } }

/** A record as messages name it. */
export const recordName = ({ name, type, rdata }: ResourceRecord): string => `${name} ${type} ${rdata.length > 60 ? `${rdata.slice(0, 57)}...` : rdata}`
