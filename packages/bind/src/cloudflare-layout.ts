import type { ResourceRecord } from '@zonewright/zone'
import { commentOf } from './print-record.ts'

/**
 * Records in the shape of Cloudflare's export: a header, a section for each type with SOA and NS first, tabs between fields.
 *
 * Records of one type keep their order. The list is walked once and kept until its end.
 * @example const text = [...cloudflareLayout(records, 'example.com.', undefined)].join('')
 * @see https://developers.cloudflare.com/dns/manage-dns-records/how-to/import-and-export/
 */
export function* cloudflareLayout(records: Iterable<ResourceRecord>, origin: string | undefined, exported: Date | undefined): Generator<string, void, void> {
  const sections = new Map<string, ResourceRecord[]>()
  for (const record of records) {
    const section = sections.get(record.type)
    if (section === undefined) sections.set(record.type, [record])
    else section.push(record)
  }
  yield header(origin ?? sections.get('SOA')?.[0]?.name, exported)
  for (const type of [...sections.keys()].sort(bySection)) {
    yield `\n;; ${type} Records\n`
    for (const { name, ttl, class: className, rdata, attributes } of sections.get(type) ?? []) {
      yield `${name}\t${ttl}\t${className}\t${type}\t${rdata}${commentOf(attributes)}\n`
    }
  }
}

function header(origin: string | undefined, exported: Date | undefined): string {
  const lines = [';;']
  if (origin !== undefined) lines.push(`;; Domain:     ${origin}`)
  if (exported !== undefined) lines.push(`;; Exported:   ${exported.toISOString().slice(0, 19).replace('T', ' ')}`)
  lines.push(
    ';;',
    ';; This file is an archive of DNS records. It MUST be edited before use on another server:',
    ';;   -- update the SOA record with the primary name server and the contact address',
    ';;   -- update the NS records with the name servers of the domain',
    ';;   -- replace TTL 1, which stands for "automatic"',
    ';;',
  )
  return `${lines.join('\n')}\n`
}

const rank = (type: string): number => (type === 'SOA' ? 0 : type === 'NS' ? 1 : 2)

function bySection(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
