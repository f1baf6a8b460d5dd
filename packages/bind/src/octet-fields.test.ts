import { readFileSync } from 'node:fs'
import { parseRdata, RdataError, recordTypes, tokensOf } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFrame } from './frame.ts'
import { FIRST_COLUMN, LineScan } from './line-scan.ts'
import { RDATA, RDATA_END, TYPE } from './octet-memory.ts'
import { ReaderState } from './reader-state.ts'

const state = new ReaderState({})

// A line of every type: its rdata as the corpus writes it.
const samples = ['types.zone', 'rare-types.zone'].flatMap((file) => readFileSync(new URL(`corpus/${file}`, import.meta.url), 'latin1').split(/\r?\n/)).flatMap((text) => {
  const [, type = '', rdata = ''] = /^\S*\s+(?:\d+\s+)?(?:IN\s+)?([A-Z][A-Z0-9-]*)\s+([^;()]+)$/.exec(text) ?? []
  return Object.hasOwn(recordTypes, type) ? [[type, rdata.trim()] as const] : []
})

/** The type and the rdata that the fast way makes of a line with these; `undefined` when it is not sure. */
function line(type: string, text: string): { readonly type: string | undefined; readonly rdata: string } | undefined {
  const frame = openFrame('zone', 1_048_576, 'example.', '')
  const bytes = new TextEncoder().encode(`x 1 ${type} ${text}\n`)
  frame.scanner.use(bytes, bytes.length, true)
  const scan = new LineScan()
  // Only the one line, to its end.
  if (scan.fill(frame, state) !== 1 || frame.scanner.offset !== bytes.length) return undefined
  return { type: scan.typeNames[scan.columns[FIRST_COLUMN + TYPE] ?? 0], rdata: scan.text().slice(scan.columns[FIRST_COLUMN + RDATA], scan.columns[FIRST_COLUMN + RDATA_END]) }
}

const scanned = (type: string, text: string): string | undefined => line(type.toLowerCase(), text)?.rdata

function parsed(type: string, text: string): string | undefined {
  try {
    return parseRdata(type, tokensOf(text), 'example.')
  } catch (error) {
    if (error instanceof RdataError) return undefined
    throw error
  }
}

const everyday: readonly (readonly [string, string])[] = [
  ['A', '192.0.2.1'], ['AAAA', '2001:db8:0:0:1::1'], ['CNAME', 'Www'], ['CNAME', '@'], ['NS', 'ns.other.'], ['MX', '0 .'], ['TXT', 'v=spf1 "a \\"b\\" \\195\\169"'],
  ['SRV', '0 5 5060 sip'], ['CAA', '0 issue "ca.example"'], ['PTR', 'host'], ['DS', '1 13 2 ' + 'ab'.repeat(32)], ['TLSA', '3 1 1 ab cd'], ['SSHFP', '1 1 ' + '00'.repeat(20)],
  ['DNSKEY', '256 3 13 AwEA AQ=='], ['SOA', 'ns h 1 1h 2d 3w 60'], ['HTTPS', '1 . alpn="h2,h3" port=443 ipv4hint=192.0.2.1 ipv6hint=2001:db8::1'],
  ['NSEC', 'b a ns SOA rrsig NSEC'], ['NSEC3', '1 0 10 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A RRSIG'], ['NSEC3PARAM', '1 0 10 aabb'], ['CSYNC', '66 3 A NS'],
  ['RRSIG', 'a 13 2 300 20260228235959 20251231000000 1 @ AwEAAQ=='],
  ['LOC', '52 22 23 N 4 53 32.5 E -2.00m 0.00m 10000m 10m'], ['NAPTR', '100 10 "S" "SIP+D2U" "" _sip._udp'], ['NAPTR', '1 1 u x "!^.*$!sip:a@b!" .'], ['URI', '10 1 "https://example/"'], ['URI', '10 1 https://example/'], ['SVCB', '0 svc'], ['NSEC', 'b'], ['X25', '12ab'], ['CDS', '0 8 2 00'], ['SSHFP', '1 1 00'],
]

describe('rdata read from octets', () => {
  it.each(everyday)('is sure of %s %s', (type, text) => {
    expect(scanned(type, text)).toBe(parsed(type, text))
    expect(scanned(type, text)).toBeDefined()
  })

  it.each([['LOC', '1 1 .5 N 1 E 1'], ['NSEC3', '1 0 0 - 00'], ['RKEY', '1 3 8 AQID'], ['SVCB', '1 . alpn="h2"port=443'], ['TXT', '\\#'], ['DS', '1 8 2 00']])('leaves %s %s, which is refused, to the parser', (type, text) => {
    expect(parsed(type, text)).toBeUndefined()
    expect(scanned(type, text)).toBeUndefined()
  })

  it('has a sample of nearly every type', () => {
    expect(new Set(samples.map(([type]) => type)).size).toBeGreaterThan(70)
  })

  it.each(samples)('of %s %s is what the parser says, or not sure', (type, text) => {
    expect([undefined, parsed(type, text)]).toContain(scanned(type, text))
  })

  it('is never sure of what the parser reads otherwise, for any type and any change of an octet', () => {
    const sample = fc.constantFrom(...samples, ...everyday)
    const edits = fc.array(fc.tuple(fc.nat(80), fc.constantFrom('', ' ', '"', '\\', '.', ',', '=', '0', '00', '9', '65536', 'a', 'F', '-', ':', '::', '@', '\t', 'm', 'é')), { maxLength: 3 })
    fc.assert(fc.property(sample, edits, ([type, written], changes) => {
      let text: string = written
      for (const [at, piece] of changes) text = text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1)
      expect([undefined, parsed(type, text)]).toContain(scanned(type, text))
    }), { numRuns: 3000 })
  })

  it('finds no type by a name that is none', () => {
    const names = Object.keys(recordTypes)
    fc.assert(fc.property(fc.oneof(fc.stringMatching(/^[-A-Za-z0-9]{1,12}$/), fc.constantFrom(...names)), (name) => {
      const found = line(name, '192.0.2.1')
      expect(found === undefined || found.type === name.toUpperCase()).toBe(true)
    }))
  })
})
