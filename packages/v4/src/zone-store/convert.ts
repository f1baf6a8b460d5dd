import { RdataError, type ResourceRecord, type StoredRecord, isRecordType, octetsToUtf8, parseName, parseRdata, rdataFields, rdataFromFields, tokensOf, utf8ToOctets } from '@zonewright/zone'
import type { DnsRecord } from '../dns/record.ts'
import type { RecordCreate } from '../dns/records.ts'

/** A record as the service takes it, without the zone. */
export type RecordBody = Omit<RecordCreate, 'zone_id'>

/** Types whose value the service takes in parts; the part names are those of the zone package. */
const inParts = new Set(['CAA', 'CERT', 'DNSKEY', 'DS', 'HTTPS', 'LOC', 'NAPTR', 'SMIMEA', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'URI'])

/** Types whose priority stands beside the value. */
const besides = new Set(['MX', 'SRV', 'URI'])

const withoutDot = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name)

const quote = (octets: string): string => {
  let text = '"'
  for (let index = 0; index < octets.length; index++) {
    const code = octets.charCodeAt(index)
    text += code === 0x22 || code === 0x5c ? `\\${octets[index]}` : code < 0x20 || code > 0x7e ? `\\${String(code).padStart(3, '0')}` : octets[index]
  }
  return `${text}"`
}

/** TXT content as quoted strings: the service gives text back as it was sent, with quotes or without. */
const quotedText = (content: string): string => {
  if (content.trimStart().startsWith('"')) return content
  const octets = utf8ToOctets(content)
  const strings: string[] = []
  for (let start = 0; start === 0 || start < octets.length; start += 255) strings.push(quote(octets.slice(start, start + 255)))
  return strings.join(' ')
}

const rdataOf = (record: DnsRecord): string => {
  const { type, content, data, priority } = record
  if (inParts.has(type) && data !== null && data !== undefined && Object.keys(data).length > 0) return rdataFromFields(type, besides.has(type) ? { priority, ...data } : data)
  const text = type === 'TXT' ? quotedText(content) : besides.has(type) ? `${priority ?? 0} ${content}` : content
  // Names in content are absolute without their final dot: relative to the root.
  return parseRdata(type, tokensOf(text), '.')
}

/**
 * A record of the service as a resource record. One of a type that is not known here keeps its content as it is, and is read-only.
 * @throws RdataError when the content does not fit the type.
 * @example const stored = fromService(await cf.dns.records.get({ zone_id, dns_record_id }))
 */
export const fromService = (record: DnsRecord): StoredRecord => ({
  id: record.id,
  name: parseName(utf8ToOctets(record.name), '.'),
  ttl: record.ttl,
  class: 'IN',
  type: record.type,
  rdata: isRecordType(record.type) ? rdataOf(record) : record.content,
  ...(record.meta?.['read_only'] === true || !isRecordType(record.type) ? { readOnly: true } : {}),
  attributes: {
    proxied: record.proxied,
    comment: record.comment ?? '',
    tags: record.tags,
    ...(record.type === 'CNAME' ? { flattenCname: record.settings?.flatten_cname === true } : {}),
  },
})

/**
 * A record of the service as a store lists it. A type or a value that this version can't read is kept as its text and is read-only:
 * it stays where it is, and does not keep the other records from being looked after.
 * @example for (const record of await cf.dns.records.list({ zone_id }).all({ limit: 5000 })) console.log(listedFromService(record).rdata)
 */
export const listedFromService = (record: DnsRecord): StoredRecord => {
  try {
    return fromService(record)
  } catch (error) {
    if (!(error instanceof RdataError)) throw error
    return { id: record.id, name: parseName(utf8ToOctets(record.name), '.'), ttl: record.ttl, class: 'IN', type: record.type, rdata: record.content, readOnly: true }
  }
}

const valueOf = (record: ResourceRecord): Pick<RecordBody, 'content' | 'data' | 'priority'> => {
  const { type, rdata } = record
  if (inParts.has(type)) {
    const fields = rdataFields(type, rdata)
    // The service wants the priority of a URI beside the parts, that of an SRV among them.
    const { priority, ...data } = fields
    return type === 'URI' ? { data, priority: Number(priority) } : { data: fields }
  }
  if (type === 'MX') {
    const space = rdata.indexOf(' ')
    return { content: withoutDot(rdata.slice(space + 1)), priority: Number(rdata.slice(0, space)) }
  }
  return { content: type === 'CNAME' || type === 'NS' || type === 'PTR' ? withoutDot(rdata) : rdata }
}

/**
 * A resource record as the service takes it: attributes that are not stated are left out.
 * @example await cf.dns.records.create({ zone_id, ...toService(record) })
 */
export const toService = (record: ResourceRecord): RecordBody => {
  const { proxied, comment, tags, flattenCname } = record.attributes ?? {}
  return {
    name: octetsToUtf8(withoutDot(record.name)),
    type: record.type as RecordBody['type'],
    ...valueOf(record),
    ttl: proxied === true ? 1 : record.ttl,
    ...(proxied === undefined ? {} : { proxied }),
    ...(comment === undefined ? {} : { comment }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(flattenCname === undefined || record.type !== 'CNAME' ? {} : { settings: { flatten_cname: flattenCname } }),
  }
}
