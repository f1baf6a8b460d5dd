import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OctetScan, parseRdata, RdataError, recordTypes, ScannedTypes, tokensOf } from './index.ts'
import { majorityRefused, majorityTriples } from './rdata.majority.ts'
import { refused } from './rdata.refused.ts'
import { triples } from './rdata.triples.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const types = new ScannedTypes()

function typeOf(mnemonic: string): ReturnType<ScannedTypes['find']> {
  const scan = new OctetScan()
  scan.bytes = encode(`${mnemonic}\n`)
  return types.find(scan.mnemonic())
}

const room = new Uint8Array(100_000)

/** What the scan makes of rdata; `undefined` when it is not sure. */
function scanned(type: string, text: string): string | undefined {
  const found = typeOf(type.toLowerCase())
  const scan = new OctetScan()
  scan.bytes = encode(`${text}\n`)
  scan.out = room
  scan.origin = encode('.example.')
  if (found === undefined || !found.scan(scan) || scan.at !== scan.bytes.length - 1) return undefined
  return new TextDecoder().decode(scan.out.subarray(0, scan.end))
}

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
  ['LOC', '52 22 23 N 4 53 32.5 E -2.00m 0.00m 10000m 10m'], ['NAPTR', '100 10 "S" "SIP+D2U" "" _sip._udp'], ['URI', '10 1 "https://example/"'], ['SVCB', '0 svc'],
]

describe('the scan of rdata', () => {
  it.each(everyday)('is sure of %s %s', (type, text) => {
    expect(scanned(type, text)).toBe(parsed(type, text))
    expect(scanned(type, text)).toBeDefined()
  })

  it.each([...triples, ...refused, ...majorityTriples, ...majorityRefused].map(([type, text]) => [type, text] as const))('of %s %s is what the parser says, or not sure', (type, text) => {
    expect([undefined, parsed(type, text)]).toContain(scanned(type, text))
  })

  it('is never sure of what the parser reads otherwise, for any type and any change of an octet', () => {
    const sample = fc.constantFrom(...triples, ...everyday)
    const edits = fc.array(fc.tuple(fc.nat(80), fc.constantFrom('', ' ', '"', '\\', '.', ',', '=', '0', '00', '9', '65536', 'a', 'F', '-', ':', '::', '@', '\t', 'm', 'é')), { maxLength: 3 })
    fc.assert(fc.property(sample, edits, ([type, written], changes) => {
      let text: string = written
      for (const [at, piece] of changes) text = text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1)
      expect([undefined, parsed(type, text)]).toContain(scanned(type, text))
    }), { numRuns: 3000 })
  })

  it('finds no type by a name that is none', () => {
    const names = Object.keys(recordTypes)
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...names)), (name) => {
      const found = typeOf(name)
      expect(found === undefined || found.name === name.toUpperCase()).toBe(true)
    }))
  })
})
