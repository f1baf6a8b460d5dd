import { type ResourceRecord, type StoredRecord, octetsToUtf8, parseName, parseRdata, rdataFields, tokensOf, utf8ToOctets } from '@zonewright/zone'
import type { LegacyRecord, RecordCreate } from '@zonewright/legacy-client/records'
import { rdataOfText, textOfRdata } from './text.ts'

/** A record as the client API takes it, without the zone. */
export type RecordBody = Omit<RecordCreate, 'z' | 'calls_left' | 'callback'>

const withoutDot = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name)

const nameOf = (text: string): string => parseName(utf8ToOctets(text), '.')

const rdataOf = ({ type, content, prio }: LegacyRecord): string => {
  if (type === 'TXT' || type === 'SPF') return rdataOfText(content)
  // Names in content are absolute without their final dot: relative to the root.
  return parseRdata(type, tokensOf(type === 'MX' || type === 'SRV' ? `${prio ?? 0} ${content}` : content), '.')
}

/**
 * A record of the client API as a resource record.
 * @throws RdataError when the content does not fit the type.
 * @example for await (const record of cf.records.list({ z: 'example.com' })) console.log(fromService(record).rdata)
 */
export const fromService = (record: LegacyRecord): StoredRecord => ({
  id: record.rec_id,
  name: nameOf(record.name),
  ttl: Number(record.ttl),
  class: 'IN',
  type: record.type,
  rdata: rdataOf(record),
  ...(record.props?.vanity_lock === 1 ? { readOnly: true } : {}),
  attributes: { proxied: record.service_mode === '1' },
})

/** `_sip._tcp.example.com.` in the parts that an SRV travels in. */
const serviceOf = (name: string): Pick<RecordBody, 'service' | 'protocol' | 'srvname'> => {
  const [, service, protocol, srvname] = /^(_[^.]+)\.(_tcp|_udp|_tls)\.(.+)\.$/.exec(name) ?? []
  if (service === undefined || protocol === undefined || srvname === undefined) throw new TypeError(`${name} can't hold an SRV record here: the client API wants _service, then _tcp, _udp or _tls, then a name`)
  return { service, protocol: protocol as '_tcp', srvname: octetsToUtf8(srvname) }
}

const valueOf = ({ name, type, rdata }: ResourceRecord): Partial<RecordBody> => {
  if (type === 'SRV') {
    const { priority, weight, port, target } = rdataFields('SRV', rdata)
    return { ...serviceOf(name), prio: priority, weight, port, target: withoutDot(target) }
  }
  if (type === 'MX') {
    const space = rdata.indexOf(' ')
    return { prio: Number(rdata.slice(0, space)), content: withoutDot(rdata.slice(space + 1)) }
  }
  if (type === 'TXT' || type === 'SPF') return { content: textOfRdata(rdata) }
  return { content: type === 'CNAME' || type === 'NS' ? withoutDot(rdata) : rdata }
}

/** Types that can go through Cloudflare. */
const proxiable = new Set(['A', 'AAAA', 'CNAME'])

/**
 * A resource record as the client API takes it: a proxy state that is not stated, or that is the only one there is, is left out.
 * @throws TypeError for an SRV record whose name has no service and protocol.
 * @example await cf.records.create({ z: 'example.com', ...toService(record) })
 */
export const toService = (record: ResourceRecord): RecordBody => {
  const proxied = record.attributes?.proxied
  return {
    type: record.type as RecordBody['type'],
    name: octetsToUtf8(withoutDot(record.name)),
    ...valueOf(record),
    ttl: proxied === true ? 1 : record.ttl,
    ...(proxied === undefined || (!proxied && !proxiable.has(record.type)) ? {} : { service_mode: proxied ? 1 : 0 }),
  }
}
