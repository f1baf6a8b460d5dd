import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, type ResourceRecord, diff } from '@zonewright/zone'
import { ZoneDocument, readZone } from './index.ts'

const corpus = new URL('corpus/', import.meta.url)
const files = readdirSync(corpus).filter((file) => file.endsWith('.zone'))
const text = `; the zone of the example
$TTL 1h
@   SOA ns host ( 1   ; serial
                  2 3 4 5 )

@   NS  ns        ; the server
ns  300 IN A  192.0.2.1 ; in the cellar
    AAAA 2001:db8::1

; the web
www	A	192.0.2.2
	A	192.0.2.3 ; second
txt TXT ( "a"   ; first
          "b" )
`
const options = { origin: 'example.com.' }
const changed = (changes: (records: readonly ResourceRecord[]) => Change[]): string => {
  const document = new ZoneDocument(text, options)
  document.apply(changes(document.records))
  return document.toString()
}
const stored = (record: ResourceRecord | undefined) => ({ ...(record as ResourceRecord), id: '' })
const a = (name: string, rdata: string, ttl = 3600): ResourceRecord => ({ name: `${name}.example.com.`, ttl, type: 'A', class: 'IN', rdata })

describe('ZoneDocument', () => {
  it.each(files)('gives back every octet of %s', (file) => {
    const octets = readFileSync(new URL(file, corpus))
    const document = new ZoneDocument(octets, options)
    expect([...document.toBytes()]).toEqual([...octets])
    expect(document.records).toEqual(readZone(octets, options).records)
  })

  it('changes rdata where it stands', () => {
    expect(changed((records) => [{ kind: 'update', before: stored(records[2]), after: { ...(records[2] as ResourceRecord), rdata: '192.0.2.9' } }]))
      .toBe(text.replace('A  192.0.2.1 ;', 'A  192.0.2.9 ;'))
  })

  it('changes a TTL where it stands, or writes it before the type', () => {
    expect(changed((records) => [2, 5].map((index) => ({ kind: 'update', before: stored(records[index]), after: { ...(records[index] as ResourceRecord), ttl: 60 } }))))
      .toBe(text.replace('ns  300 IN', 'ns  60 IN').replace('\tA\t192.0.2.3', '\t60 A\t192.0.2.3'))
  })

  it('takes a line out and leaves the others, but for an owner that they repeat', () => {
    expect(changed((records) => [{ kind: 'delete', before: stored(records[4]) }]))
      .toBe(text.replace('www\tA\t192.0.2.2\n\tA', 'www.example.com.\t3600 A'))
    expect(changed((records) => [{ kind: 'delete', before: stored(records[5]) }])).toBe(text.replace('\tA\t192.0.2.3 ; second\n', ''))
  })

  it('puts a new record behind the last one of its name, or at the end', () => {
    expect(changed(() => [{ kind: 'create', after: a('www', '192.0.2.4') }, { kind: 'create', after: a('new', '192.0.2.5') }]))
      .toBe(`${text.replace('; second\n', '; second\nwww.example.com. 3600 IN A 192.0.2.4\n')}new.example.com. 3600 IN A 192.0.2.5\n`)
  })

  it('ends a last line without its end before it adds one', () => {
    const document = new ZoneDocument('a 60 A 192.0.2.1', options)
    document.apply([{ kind: 'create', after: a('b', '192.0.2.2') }])
    expect(document.toString()).toBe('a 60 A 192.0.2.1\nb.example.com. 3600 IN A 192.0.2.2\n')
  })

  it('keeps what attributes say in a comment', () => {
    const document = new ZoneDocument('a 60 A 192.0.2.1 ; edgé cf_tags=cf-proxied:true\n', options)
    const [before] = document.records
    document.apply([{ kind: 'update', before: stored(before), after: { ...(before as ResourceRecord), attributes: { comment: 'edgé', proxied: false } } }])
    expect(document.toString()).toBe('a.example.com. 60 IN A 192.0.2.1 ; edgé cf_tags=cf-proxied:false\n')
  })

  it('refuses what is not there and what is not its own, and changes nothing', () => {
    const document = new ZoneDocument('$GENERATE 1-2 h$ 60 A 192.0.2.$\na 60 A 192.0.2.9\n', options)
    const [generated, , own] = document.records
    expect(() => document.apply([{ kind: 'delete', before: stored(own) }, { kind: 'delete', before: stored(generated) }])).toThrow('h1.example.com. IN A 192.0.2.1 comes from $GENERATE')
    expect(() => document.apply([{ kind: 'delete', before: stored(a('x', '192.0.2.1')) }])).toThrow('is not in the zone file')
    expect(document.records).toHaveLength(3)
  })

  it('reads as the wanted records after any change, and keeps every line that has nothing to do with it', () => {
    const owner = fc.constantFrom('a', 'b', 'c.d', '@', ' ')
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(owner, fc.constantFrom('', ' 60', ' 5m IN'), fc.nat(9), fc.constantFrom('', ' ; note', ';x', ' ; y cf_tags=t')).map(([name, head, last, tail]) => `${name}${head} A 192.0.2.${last}${tail}`) },
      fc.constantFrom('', '; comment', '$TTL 99', '$ORIGIN e.example.com.', 'm 7 MX (10 ; x\n  m )', '   ', 'q 8 TXT "a;b" c'),
    )
    const wanted = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'n', 'c.d'), fc.nat(12), fc.constantFrom(60, 99, 300)), { maxLength: 6 })
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), wanted, fc.constantFrom('delete' as const, 'keep' as const), (lines, end, after, unlisted) => {
      const source = `first 5 A 192.0.2.77${end}${lines.join(end)}`
      const document = new ZoneDocument(source, options)
      const before = document.records
      const changes = diff(before.map((record, index) => ({ ...record, id: String(index) })), after.map(([name, last, ttl]) => a(name, `192.0.2.${last}`, ttl)), { unlisted })
      document.apply(changes)
      const result = document.toString()
      const read = readZone(result, options).records
      expect(read).toEqual(document.records)
      expect(diff(read.map((record, index) => ({ ...record, id: String(index) })), after.map(([name, last, ttl]) => a(name, `192.0.2.${last}`, ttl)), { unlisted })).toEqual([])
      for (const kept of lines.filter((one) => one.startsWith(';') || one.startsWith('$'))) expect(result).toContain(kept)
      if (changes.length === 0) expect(result).toBe(source)
    }), { numRuns: 500 })
  })

  it('leaves every line of a complete record byte for byte as it is, unless that record changes', () => {
    const line = fc.tuple(fc.constantFrom('a', 'B', 'c.d.example.com.'), fc.constantFrom(' ', '\t\t', ' ( '), fc.nat(99), fc.constantFrom('', ' ;  odd  comment', '\t; cf_tags=t'))
      .map(([name, gap, last, tail]) => `${name}${gap}60 IN A 192.0.2.${last}${gap === ' ( ' ? ' ; in\n )' : ''}${tail}`)
    fc.assert(fc.property(fc.uniqueArray(line, { maxLength: 12, selector: (one) => /192\.0\.2\.(\d+)/.exec(one)?.[1] ?? '' }), fc.nat(), (lines, pick) => {
      const document = new ZoneDocument(lines.map((one) => `${one}\n`).join('; between\n'), options)
      const before = document.records
      if (before.length === 0) return
      const index = pick % before.length
      document.apply([{ kind: pick % 2 === 0 ? 'delete' : 'update', before: stored(before[index]), after: a('z', '192.0.2.200') }])
      const kept = lines.filter((_, at) => at !== index)
      let rest = document.toString()
      for (const one of kept) {
        expect(rest).toContain(one)
        rest = rest.slice(rest.indexOf(one) + one.length)
      }
    }))
  })
})
