import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RecordAttributes, type ResourceRecord, parseName, parseRdata, tokensOf } from '@zonewright/zone'
import { canonicalLine, printRecord, printZone, printZoneParts, readZone } from './index.ts'

const corpus = new URL('corpus/', import.meta.url)
const layouts = ['canonical', 'cloudflare', 'pretty'] as const
const byLine = (a: ResourceRecord, b: ResourceRecord): number => (printRecord(a) < printRecord(b) ? -1 : 1)

const label = fc.uint8Array({ minLength: 1, maxLength: 5 }).map((octets) => Array.from(octets, (octet) => `\\${String(octet).padStart(3, '0')}`).join(''))
const name = fc.oneof(fc.constantFrom('@', 'www', '*', '\\@', '\\$ttl', 'in', '300', 'a\\.b'), label).map((text) => parseName(text, 'example.com.'))
const rdata = fc.oneof(
  fc.ipV4().map((address) => ['A', address]),
  fc.ipV6().filter((address) => !address.includes('%')).map((address) => ['AAAA', address]),
  name.map((target) => ['CNAME', target]),
  fc.array(label, { minLength: 1, maxLength: 3 }).map((strings) => ['TXT', strings.map((one) => `"${one}"`).join(' ')]),
  fc.uint8Array({ maxLength: 40 }).map((octets) => ['TYPE65280', `\\# ${octets.length} ${Buffer.from(octets).toString('hex')}`]),
  name.map((server) => ['SOA', `${server} host 1 2h 3 4 5`]),
).map(([type, text]) => ({ type: type as string, rdata: parseRdata(type as string, tokensOf(text as string), 'example.com.') }))
const graphic = fc.string({ maxLength: 20, unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/^ +| +$/g, ''))
const comment = fc.oneof(graphic, fc.constantFrom('cf_tags=', 'see cf_tags=a', '; x', 'a "b', '(x'))
const tag = fc.oneof(fc.constantFrom('a', 'team:dns', 'cf-proxied:true', 'q:"', 'e:a=b', 'c:a,b', 'quoted, value', 'x: y ', 'm:cf_tags=z'), fc.tuple(fc.constantFrom('n', 'a-b_1'), graphic.filter((value) => value !== '')).map((pair) => pair.join(':')))
const attributes: fc.Arbitrary<RecordAttributes> = fc.record({
  proxied: fc.boolean(),
  flattenCname: fc.boolean(),
  comment: comment.filter((text) => text !== ''),
  tags: fc.array(tag, { minLength: 1, maxLength: 3 }),
}, { requiredKeys: [] })
const recordOf = (className: string): fc.Arbitrary<ResourceRecord> =>
  fc.record({ name, ttl: fc.constantFrom(0, 1, 300, 2_147_483_647), rdata, attributes: fc.option(attributes, { nil: undefined }) })
    .map(({ name: owner, ttl, rdata: data, attributes: own }) => ({ name: owner, ttl, type: data.type, class: className, rdata: data.rdata, ...(own !== undefined && Object.keys(own).length > 0 ? { attributes: own } : {}) }))
// A file has one class.
const zone = fc.constantFrom('IN', 'CH', 'CLASS7').chain((className) => fc.tuple(fc.constant(className), fc.array(recordOf(className), { maxLength: 8 })))

describe('printZone', () => {
  it.each(layouts)('in the %s layout prints what the reader reads to the same records', (layout) => {
    fc.assert(fc.property(zone, ([className, records]) => {
      const { records: read } = readZone(printZone(records, { layout, origin: 'example.com.' }), { class: className })
      if (layout === 'cloudflare') expect([...read].sort(byLine)).toEqual([...records].sort(byLine))
      else expect(read).toEqual(records)
    }), { numRuns: 300 })
  })

  it.each(readdirSync(corpus).filter((file) => file.endsWith('.zone')))('keeps every record of %s', (file) => {
    const { records } = readZone(readFileSync(new URL(file, corpus)), { origin: 'example.com.' })
    for (const layout of layouts) expect([...readZone(printZone(records, { layout })).records].sort(byLine)).toEqual([...records].sort(byLine))
  })

  const { records } = readZone([
    '$TTL 1h', '@ SOA ns host 1 2 3 4 5', '@ NS ns', 'www 300 A 192.0.2.1 ; edge cf_tags=team:dns,cf-proxied:true', ' 300 A 192.0.2.2', 'mail MX 10 mx',
  ].join('\n'), { origin: 'example.com.' })

  it('lines records up in the pretty layout', () => {
    expect(printZone(records, { layout: 'pretty' })).toBe(`$ORIGIN example.com.
$TTL 3600

@                               IN SOA     ns.example.com. host.example.com. (
                                1           ; serial
                                2           ; refresh
                                3           ; retry
                                4           ; expire
                                5           ; minimum
                                )
                                IN NS      ns.example.com.
www                     300     IN A       192.0.2.1 ; edge cf_tags=team:dns,cf-proxied:true
                        300     IN A       192.0.2.2
mail                            IN MX      10 mx.example.com.
`)
  })

  it('groups records by type with tabs in the cloudflare layout', () => {
    const text = printZone(records, { layout: 'cloudflare', exported: new Date('2026-01-02T03:04:05Z') })
    expect(text).toMatch(/^;;\n;; Domain: {5}example\.com\.\n;; Exported: {3}2026-01-02 03:04:05\n;;\n/)
    expect(text.match(/^;; \S+ Records$/gm)).toEqual([';; SOA Records', ';; NS Records', ';; A Records', ';; MX Records'])
    expect(text).toContain('\nwww.example.com.\t300\tIN\tA\t192.0.2.1 ; edge cf_tags=team:dns,cf-proxied:true\n')
  })

  it('prints piece by piece without waiting for the last record', () => {
    function* endless(): Generator<ResourceRecord> {
      for (;;) yield* records
    }
    for (const layout of ['canonical', 'pretty'] as const) expect(printZoneParts(endless(), { layout }).next().done).toBe(false)
  })

  it('refuses a comment that would start a new record', () => {
    expect(() => printZone([{ ...(records[0] as ResourceRecord), attributes: { comment: 'x\nevil A 192.0.2.1' } }])).toThrow('cannot hold a line break')
  })
})

describe('canonicalLine', () => {
  it('leaves attributes out', () => {
    expect(canonicalLine({ name: 'a.', ttl: 1, type: 'A', class: 'IN', rdata: '192.0.2.1', attributes: { proxied: true } })).toBe('a. 1 IN A 192.0.2.1')
  })
})
