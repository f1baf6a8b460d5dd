import type { LegacyRecord } from '@zonewright/legacy-client/records'
import { textOfRdata } from '@zonewright/legacy-client/zone-store'
import type { dns } from '@zonewright/v4'
import { fromService } from '@zonewright/v4/zone-store'
import { rdataFields } from '@zonewright/zone'
import { domainToUnicode } from 'node:url'
import type { ClientScene } from '../scene.ts'
import type { V4Zone } from './zone-of.ts'

/** A record of API v4. */
export type V4Record = dns.DnsRecord

/** The value as the client API wrote it: text without quotes, names without final dot, the priority of MX and SRV apart. */
const valueOf = (record: V4Record): { readonly content: string; readonly prio: string | null } => {
  const { type } = record
  let fields: Readonly<Record<string, unknown>>
  try {
    const { rdata } = fromService(record)
    // Text that would not come back the same keeps its quotes, as a zone file has it.
    if (type === 'TXT' || type === 'SPF') return { content: textOfRdata(rdata), prio: null }
    fields = rdataFields(type, rdata)
  } catch {
    // The service holds what our tables do not know; it goes on as it came.
    return { content: record.content, prio: record.priority === undefined ? null : String(record.priority) }
  }
  const withoutDot = (name: unknown): string => String(name).replace(/(?<=.)\.$/, '')
  if (type === 'MX') return { content: withoutDot(fields['exchange']), prio: String(fields['preference']) }
  if (type === 'SRV') return { content: `${String(fields['weight'])} ${String(fields['port'])} ${withoutDot(fields['target'])}`, prio: String(fields['priority']) }
  return { content: withoutDot(record.content), prio: null }
}

/** Label below the zone; the zone's own name at the apex. */
const labelOf = (name: string, zone: string): string => domainToUnicode(name === zone ? zone : name.slice(0, -zone.length - 1)) || name

/** A record of API v4 as the client API gave it. */
export const recordObject = ({ numbers }: ClientScene, zone: V4Zone, record: V4Record): LegacyRecord => {
  const { proxied = false, proxiable = false, ttl } = record
  const cloud = proxied ? 1 : 0
  const { content, prio } = valueOf(record)
  return {
    rec_id: String(numbers.of('record', record.id)),
    rec_tag: record.id,
    rec_hash: record.id,
    zone_name: zone.name,
    name: record.name,
    // A label with an underscore or a star is no host name, which the URL rules can't turn into letters.
    display_name: /[_*]/.test(record.name) ? (record.name === zone.name ? zone.name : record.name.slice(0, -zone.name.length - 1)) : labelOf(record.name, zone.name),
    type: record.type,
    prio,
    content,
    display_content: content,
    ttl: String(ttl),
    ttl_ceil: 86_400,
    ssl_id: null,
    ssl_status: null,
    ssl_expires_on: null,
    auto_ttl: ttl === 1 ? 1 : 0,
    service_mode: String(cloud),
    props: { proxiable: proxiable ? 1 : 0, cloud_on: cloud, cf_open: 1 - cloud, ssl: 0, expired_ssl: 0, expiring_ssl: 0, pending_ssl: 0, vanity_lock: 0 },
  }
}
