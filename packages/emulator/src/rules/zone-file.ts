import { readZone, ZoneFileError } from '@zonewright/bind'
import { isWithin, type RecordAttributes, type ResourceRecord } from '@zonewright/zone'

import { refuse } from '../errors.ts'
import type { StoredRecord } from '../state/records.ts'
import type { Zone } from '../state/zones.ts'
import { isProxiable } from './addresses.ts'
import { plans, recordQuota } from './plans.ts'
import { isHeldType } from './record-types.ts'
import type { RecordInput } from './records.ts'

/** Most octets in an imported file. */
export const largestZoneFile = 262_144

/** What an import adds and how much it read. */
export interface ZoneFileRecords {
  readonly inputs: readonly RecordInput[]
  /** Records that the file has, also those that are left out. */
  readonly parsed: number
}

const bare = (name: string): string => name.replace(/\.$/, '')

/** Files hold TTLs of any size; what does not fit the zone is moved to the nearest that does. */
const fittedTtl = (ttl: number, zone: Zone): number => (ttl <= 1 ? 1 : Math.min(86_400, Math.max(plans[zone.plan].lowestTtl, ttl)))

const valueOf = ({ type, rdata }: ResourceRecord): RecordInput => {
  if (type === 'MX') {
    const [priority, host] = rdata.split(' ')
    return { priority: Number(priority), content: host === '.' ? '.' : bare(host ?? '') }
  }
  return { content: type === 'CNAME' || type === 'NS' || type === 'PTR' ? bare(rdata) : rdata }
}

const inputOf = (record: ResourceRecord, zone: Zone, proxied: boolean): RecordInput => {
  const value = valueOf(record)
  const { attributes = {} } = record
  return {
    name: bare(record.name),
    type: record.type,
    ...value,
    ttl: fittedTtl(record.ttl, zone),
    proxied: attributes.proxied ?? (proxied && isProxiable(record.type, String(value['content']))),
    ...(attributes.comment === undefined ? {} : { comment: attributes.comment }),
    ...(attributes.tags === undefined ? {} : { tags: attributes.tags }),
    ...(attributes.flattenCname === undefined ? {} : { settings: { flatten_cname: attributes.flattenCname } }),
  }
}

/**
 * The records of a zone file as requests to create them. SOA and the NS of the zone itself are left out: the service has its own.
 * @param proxied What addresses get that say nothing themselves.
 * @throws Refusal `import_size`, `import_include`, `import_syntax`; the last one also for a class other than IN and a name outside of the zone.
 */
export const readZoneFile = (file: string | Uint8Array, { zone, proxied }: { readonly zone: Zone; readonly proxied: boolean }): ZoneFileRecords => {
  if (Buffer.byteLength(file) > largestZoneFile) throw refuse('import_size')
  const origin = `${zone.name}.`
  try {
    const { records } = readZone(file, { origin, defaultTtl: 1, generateLimit: recordQuota(zone) })
    // A name of another zone would become one below this zone, which nobody wants from a file.
    const outside = records.find((record) => !isWithin(record.name, origin))
    if (outside !== undefined) throw refuse('import_syntax', { detail: `${outside.name} ${outside.type} is not in the zone ${zone.name}; remove the record, or import it into its own zone` })
    const added = records.filter((record) => record.type !== 'SOA' && !(record.type === 'NS' && record.name === origin))
    const foreign = added.find((record) => !isHeldType(record.type))
    if (foreign !== undefined) throw refuse('type_invalid', { type: foreign.type })
    return { inputs: added.map((record) => inputOf(record, zone, proxied)), parsed: records.length }
  } catch (error) {
    if (!(error instanceof ZoneFileError)) throw error
    throw refuse(error.code === 'include-off' ? 'import_include' : 'import_syntax', { detail: error.message })
  }
}

const attributesOf = ({ wire }: StoredRecord): RecordAttributes => ({
  ...(wire.proxiable ? { proxied: wire.proxied } : {}),
  ...(wire.comment === null ? {} : { comment: wire.comment }),
  ...(wire.tags.length === 0 ? {} : { tags: wire.tags }),
  ...(wire.settings['flatten_cname'] === true ? { flattenCname: true } : {}),
})

/** The date of the zone's last change in seconds: a zone that nobody changed is exported with the serial it had before. */
export const zoneSerial = (zone: Zone, records: readonly StoredRecord[], removedAt = 0): number => {
  const newest = records.reduce((date, { wire }) => Math.max(date, Date.parse(wire.modified_on)), removedAt)
  return Math.floor((newest === 0 ? Date.parse(zone.details.modifiedOn) : newest) / 1000)
}

/**
 * The zone as resource records: SOA and name servers of the zone, then its records.
 * @param removedAt When a record was removed last, in milliseconds since 1970; 0 for never.
 */
export const zoneRecords = (zone: Zone, records: readonly StoredRecord[], removedAt = 0): readonly ResourceRecord[] => {
  const origin = `${zone.name}.`
  const serial = zoneSerial(zone, records, removedAt)
  const [primary = 'ns.cloudflare.com'] = zone.details.nameServers
  return [
    { name: origin, ttl: 3600, type: 'SOA', class: 'IN', rdata: `${primary}. dns.cloudflare.com. ${serial} 10000 2400 604800 1800` },
    ...zone.details.nameServers.map((host): ResourceRecord => ({ name: origin, ttl: 86_400, type: 'NS', class: 'IN', rdata: `${host}.` })),
    ...records.map((record): ResourceRecord => ({ name: `${record.wire.name}.`, ttl: record.wire.ttl, type: record.wire.type, class: 'IN', rdata: record.rdata, attributes: attributesOf(record) })),
  ]
}
