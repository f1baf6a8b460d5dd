import { type ResourceRecord, parseRdata, tokensOf } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DnsRecord } from '../dns/record.ts'
import { fromService, toService } from './convert.ts'

const record = (type: string, rdata: string, more: Partial<ResourceRecord> = {}): ResourceRecord => ({ name: 'www.example.com.', type, class: 'IN', ttl: 300, rdata: parseRdata(type, tokensOf(rdata), '.'), ...more })

/** What the service answers to a create, for the parts that matter here. */
const answer = (body: ReturnType<typeof toService>): DnsRecord => ({
  id: '372e67954025e0ba6aaa6d586b9e0b59',
  name: body.name,
  type: body.type,
  content: body.content ?? '',
  ...(body.data === undefined ? {} : { data: body.data }),
  ...(body.priority === undefined ? {} : { priority: body.priority }),
  proxiable: true,
  proxied: body.proxied ?? false,
  ttl: body.ttl ?? 1,
  comment: body.comment ?? null,
  tags: body.tags ?? [],
  created_on: '2026-01-01T00:00:00Z',
  modified_on: '2026-01-01T00:00:00Z',
})

const samples: readonly (readonly [string, string])[] = [
  ['A', '192.0.2.1'],
  ['AAAA', '2001:db8::1'],
  ['CAA', '0 issue "ca.example; policy=ev"'],
  ['CNAME', 'other.example.net.'],
  ['DS', '60485 13 2 292CC6D753BC47C3F2E890EDAF84EF25B0A10E25FE54F337E3E5112009A3B9D6'],
  ['HTTPS', '1 . alpn="h3,h2" ipv4hint="192.0.2.1"'],
  ['LOC', '52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m'],
  ['MX', '10 mail.example.net.'],
  ['MX', '0 .'],
  ['NAPTR', '100 50 "s" "SIPS+D2T" "" _sips._tcp.example.com.'],
  ['NS', 'ns1.example.net.'],
  ['SRV', '10 60 5061 sip1.example.com.'],
  ['SSHFP', '4 2 9a96c2dfecd6501c64dbb8da5de1ffc091ae2e9f4932856da8c16833cdd1cd86'],
  ['TLSA', '3 1 1 bb70ee1493ee3ead596e104e4a958dd40500ece4b18f4d7607e1bef03ca3a3f9'],
  ['TXT', '"one" "two; three" "\\"quoted\\" \\195\\169"'],
  ['URI', '10 1 "ftp://files.example.com/public"'],
]

describe('a record between the zone and the service', () => {
  it.each(samples)('comes back as it went: %s %s', (type, rdata) => {
    const before = record(type, rdata)
    expect(fromService(answer(toService(before)))).toMatchObject({ name: before.name, type, ttl: 300, rdata: before.rdata })
  })

  it('reads text that the service holds without quotes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        fc.pre(!text.trimStart().startsWith('"'))
        const { rdata } = fromService({ ...answer(toService(record('TXT', '"x"'))), content: text })
        const octets = [...rdata.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, part]) => (part ?? '').replaceAll(/\\(\d{3})|\\(.)/gs, (_, code: string | undefined, plain: string) => (code === undefined ? plain : String.fromCharCode(Number(code))))).join('')
        expect(Buffer.from(octets, 'latin1').toString('utf8')).toBe(text)
      }),
    )
  })

  it('leaves out what the record does not state', () => {
    expect(toService(record('A', '192.0.2.1'))).toEqual({ name: 'www.example.com', type: 'A', content: '192.0.2.1', ttl: 300 })
  })

  it('sends automatic TTL with a proxied record, as the service would make it', () => {
    expect(toService(record('A', '192.0.2.1', { attributes: { proxied: true } })).ttl).toBe(1)
  })

  it('keeps a record of a type that nobody knows yet as it is, and marks it', () => {
    expect(fromService({ ...answer(toService(record('A', '192.0.2.1'))), type: 'STRANGE', content: 'something "new' })).toMatchObject({ type: 'STRANGE', rdata: 'something "new', readOnly: true })
  })

  it('marks records that the service does not let one change', () => {
    expect(fromService({ ...answer(toService(record('A', '192.0.2.1'))), meta: { read_only: true } }).readOnly).toBe(true)
  })
})
