import { type ResourceRecord, type StoredRecord, octetsToUtf8, parseName, parseRdata, tokensOf, utf8ToOctets } from '@zonewright/zone'
import { type HostedName, printSubdomains } from '../subdomains.ts'

const isAddress = (origin: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(origin)

const withoutDot = (name: string): string => name.replace(/\.$/, '')

/** A name of the service, absolute with or without its final dot, in canonical form. */
export const nameOf = (text: string): string => parseName(utf8ToOctets(withoutDot(text)), '.')

/**
 * A hosted name as a resource record: an alias of its origin, or its address. Traffic always goes through Cloudflare, and the time
 * to live is automatic: the service keeps none.
 * @throws RdataError when the origin is neither a name nor an IPv4 address.
 * @example fromService('www.example.com', 'origin.example.com').rdata // 'origin.example.com.'
 */
export const fromService = (name: string, origin: string): StoredRecord => {
  const type = isAddress(origin) ? 'A' : 'CNAME'
  return { id: withoutDot(nameOf(name)), name: nameOf(name), ttl: 1, class: 'IN', type, rdata: parseRdata(type, tokensOf(utf8ToOctets(withoutDot(origin))), '.'), attributes: { proxied: true } }
}

/**
 * A resource record as a hosted name, complete and with its origin.
 * @throws TypeError for what a CNAME set-up can't hold: another type, a name outside its zone, no proxy; SubdomainsError for a name
 * that the service has no letters for.
 * @example toService({ name: 'www.example.com.', type: 'CNAME', class: 'IN', ttl: 1, rdata: 'origin.example.com.' }, 'example.com.').origin // 'origin.example.com'
 */
export const toService = (record: ResourceRecord, zone: string): Required<HostedName> => {
  const { name, type, rdata } = record
  if (type !== 'A' && type !== 'CNAME') throw new TypeError(`${name} ${type}: a CNAME set-up holds names with an origin only: CNAME, or A for an address`)
  if (name !== zone && !name.endsWith(`.${zone}`)) throw new TypeError(`${name} is not in the zone ${zone}`)
  if (record.attributes?.proxied === false) throw new TypeError(`${name}: a hosted name always goes through Cloudflare; leave it out of the set-up instead`)
  const hosted = { host: octetsToUtf8(withoutDot(name)), origin: octetsToUtf8(withoutDot(rdata)) }
  printSubdomains([hosted])
  return hosted
}

/**
 * The records that a host must write into its own DNS after `zones.set`: each name an alias of its place at Cloudflare.
 * @example const records = aliasRecords((await cf.zones.get({ user_key, zone_name: 'example.com' })).forward_tos ?? {})
 */
export const aliasRecords = (forwardTos: Readonly<Record<string, string>>, ttl = 900): ResourceRecord[] =>
  Object.entries(forwardTos).map(([name, place]) => ({ name: nameOf(name), ttl, class: 'IN', type: 'CNAME', rdata: nameOf(place) }))
