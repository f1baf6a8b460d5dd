import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecordType, parseRdata, presentation, RdataError, rdataFields, rdataFromFields, rdataFromWire, rdataKey, rdataToWire, recordTypes, tokensOf } from './index.ts'
import { majorityRefused, majorityTriples, textlessTriples } from './rdata.majority.ts'
import { refused } from './rdata.refused.ts'
import { triples } from './rdata.triples.ts'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase()
const read = (type: string, text: string) => parseRdata(type, tokensOf(text), 'example.')

describe('what BIND, or where it stands alone most other readers, read', () => {
  it.each([...triples, ...majorityTriples])('%s %s', (type, written, wire, canonical) => {
    expect(read(type, written)).toBe(canonical)
    expect(hexOf(rdataToWire(type, canonical))).toBe(wire)
    expect(rdataFromWire(type, bytesOf(wire))).toBe(canonical)
    expect(read(type, `\\# ${wire.length / 2} ${wire}`)).toBe(canonical)
    expect(parseRdata(type, tokensOf(canonical), 'other.')).toBe(canonical)
    expect(parseRdata(type, tokensOf(presentation(type, canonical)), 'other.')).toBe(canonical)
    expect(rdataFromFields(type, rdataFields(type, canonical))).toBe(canonical)
  })

  it.each(textlessTriples)('keeps %s \\# %s in the generic form', (type, wire) => {
    const canonical = `\\# ${wire.length / 2} ${wire}`.trimEnd()
    expect(read(type, canonical.toLowerCase())).toBe(canonical)
    expect(hexOf(rdataToWire(type, canonical))).toBe(wire)
    expect(rdataFromWire(type, bytesOf(wire))).toBe(canonical)
    expect(read(type, presentation(type, canonical))).toBe(canonical)
    expect(rdataKey(type, canonical)).toBe(canonical)
    expect(() => rdataFields(type, canonical)).toThrow(RdataError)
  })

  it('puts the generic form into octets only when they are rdata of the type', () => {
    expect(hexOf(rdataToWire('TXT', '\\# 2 0161'))).toBe('0161')
    expect(() => rdataToWire('TXT', '\\# 2 0261')).toThrow(RdataError)
    expect(() => rdataToWire('DS', '\\# 6 00010802ABCD')).toThrow(RdataError)
  })

  it('has a triple for every type of the table, but SOA, which BIND wants at the top of a zone', () => {
    const types = new Set([...triples, ...majorityTriples].map(([type]) => type))
    expect(Object.keys(recordTypes).filter((type) => !types.has(type))).toEqual(['SOA'])
    expect(read('SOA', 'NS.Example. h 1 1w2d3h4m5s 1H1D 1h1h 4294967295')).toBe('NS.Example. h.example. 1 788645 90000 7200 4294967295')
  })

  it.each([...refused, ...majorityRefused])('refuses %s %s', (type, written) => {
    expect(() => read(type, written)).toThrow(RdataError)
  })

  it('prints long data in groups of 56 digits, as BIND does, and keeps it in one piece otherwise', () => {
    const hex = 'AB'.repeat(40)
    const groups = `${'AB'.repeat(28)} ${'AB'.repeat(12)}`
    expect(presentation('TLSA', read('TLSA', `3 1 0 ${groups}`))).toBe(`3 1 0 ${groups}`)
    expect(read('TLSA', `3 1 0 ${groups}`)).toBe(`3 1 0 ${hex}`)
    expect(presentation('TYPE65280', `\\# 40 ${hex}`)).toBe(`\\# 40 ${groups}`)
    expect(presentation('CERT', `PKIX 1 RSASHA1 ${'A'.repeat(112)}`)).toBe(`PKIX 1 RSASHA1 ${'A'.repeat(56)} ${'A'.repeat(56)}`)
    expect(presentation('SVCB', `1 . ech=${'A'.repeat(112)}`)).toBe(`1 . ech=${'A'.repeat(112)}`)
  })

  it('counts 255 octets of a string after its escapes, and refuses the 256th', () => {
    expect(read('TXT', '\\097'.repeat(255))).toBe(`"${'a'.repeat(255)}"`)
    expect(() => read('TXT', 'a'.repeat(256))).toThrow('write text of at most 255 octets')
  })

  it('refuses rdata of more than 65535 octets', () => {
    const string = `"${'a'.repeat(255)}" `
    expect(rdataToWire('TXT', read('TXT', `${string.repeat(255)}"${'a'.repeat(254)}"`))).toHaveLength(65535)
    expect(() => read('TXT', string.repeat(256))).toThrow('rdata of at most 65535 octets')
    expect(() => rdataFromWire('TYPE9999', new Uint8Array(65536))).toThrow('rdata of at most 65535 octets')
  })
})

describe('errors', () => {
  it.each([
    ['MX', '70000 mail', { field: 'preference', tokenIndex: 0, text: '70000', expected: 'a whole number from 0 to 65535' }],
    ['MX', '10', { field: 'exchange', tokenIndex: 1, text: undefined, expected: 'a domain name' }],
    ['MX', '10 a b', { field: '', tokenIndex: 2, text: 'b', expected: 'nothing more here, the record is complete' }],
    ['CAA', '0 a-b "x"', { field: 'tag', tokenIndex: 1, text: 'a-b' }],
    ['DS', '1 8 1 AB', { field: 'digest', tokenIndex: 3, text: 'AB', expected: '40 hexadecimal digits, as type 1 has' }],
    ['A', '\\# 3 010203', { field: 'address', tokenIndex: 2, text: '010203' }],
    ['HTTPS', '1 . port=x', { field: 'value', tokenIndex: 2, text: 'port=x', expected: 'port with a port from 0 to 65535' }],
  ])('%s %s: says which field, token and value is wrong', (type, text, problem) => {
    let error: unknown
    try {
      read(type, text)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(RdataError)
    expect(error).toMatchObject({ type, ...problem })
  })

  it('makes one sentence of it', () => {
    expect(() => read('MX', '70000 mail')).toThrow('MX preference (token 1 of the rdata) is "70000": write a whole number from 0 to 65535.')
    expect(() => read('MX', '10')).toThrow('MX exchange (token 2 of the rdata) is missing: add a domain name.')
  })

  it('keeps the message short when the value is not', () => {
    expect(() => read('A', 'x'.repeat(100_000))).toThrow(/^.{0,300}$/)
  })

  it('knows no type that is neither in the table nor TYPEn', () => {
    expect(() => read('FOO', 'x')).toThrow('"FOO" is no record type')
  })

  it.each([
    ['AAAA', '20010DB8'],
    ['MX', '000AC000'],
    ['TXT', '0361'],
    ['TXT', ''],
    ['SVCB', '00010000030002'],
    ['SVCB', '000100000300020001000100020161'],
    ['SVCB', '000100000300020001000300020001'],
    ['NAPTR', '0000000000000001210000'],
    ['CAA', '00012D'],
    ['LOC', '00A0161380000000800000000098967F'],
    ['LOC', '001A161380000000800000000098967F'],
    ['LOC', '00121613FFFFFFFF800000000098967F'],
    ['DS', '0000000100'],
    ['A', '0102030405'],
  ])('refuses the octets %s %s', (type, hex) => {
    expect(() => rdataFromWire(type, bytesOf(hex))).toThrow(RdataError)
  })
})

describe('fields', () => {
  it('are named and typed as in the API of Cloudflare', () => {
    expect(rdataFields('SRV', '1 2 443 talk.example.')).toEqual({ priority: 1, weight: 2, port: 443, target: 'talk.example.' })
    expect(rdataFields('TXT', '"\\195\\169" "\\200"')).toEqual({ strings: ['é', '\udcc8'] })
    expect(rdataFields('HTTPS', '1 . alpn="h2" port=443')).toEqual({ priority: 1, target: '.', value: 'alpn="h2" port=443' })
    expect(rdataFields('LOC', '37 46 46.000 N 122 23 35.500 W -1.50m 100m 0.00m 0.00m')).toEqual({
      lat_degrees: 37, lat_minutes: 46, lat_seconds: 46, lat_direction: 'N',
      long_degrees: 122, long_minutes: 23, long_seconds: 35.5, long_direction: 'W',
      altitude: -1.5, size: 100, precision_horz: 0, precision_vert: 0,
    })
    expect(rdataFields('type9999', '\\# 2 ABCD')).toEqual({ data: 'ABCD' })
  })

  it('have the types that their kinds say', () => {
    const degrees: number = rdataFields('LOC', '1 0 0.000 S 2 0 0.000 E 0.00m 0.00m 0.00m 0.00m').lat_degrees
    const strings: string[] = rdataFields('TXT', '"a"').strings
    // @ts-expect-error the members of a location are fields of the record themselves
    const location: unknown = rdataFields('LOC', '1 0 0.000 S 2 0 0.000 E 0.00m 0.00m 0.00m 0.00m').location
    expect([degrees, strings, location]).toEqual([1, ['a'], undefined])
  })

  it('make rdata from what a JSON document holds', () => {
    expect(rdataFromFields('SRV', { priority: '1', weight: 2, port: 443, target: 'talk.example', service: 'ignored' })).toBe('1 2 443 talk.example.')
    expect(rdataFromFields('CAA', { flags: 0, tag: 'issue', value: 'ca.example; "x" \\' })).toBe('0 issue "ca.example; \\"x\\" \\\\"')
    expect(rdataFromFields('TXT', { strings: 'é' })).toBe('"\\195\\169"')
    expect(rdataFromFields('SVCB', { priority: 0, target: 'a' })).toBe('0 a.')
    expect(rdataFromFields('LOC', { lat_degrees: 1, lat_seconds: 0.1 + 0.2, lat_direction: 'S', long_degrees: 2, long_direction: 'E' })).toBe(
      '1 0 0.300 S 2 0 0.000 E 0.00m 0.00m 0.00m 0.00m',
    )
  })

  it.each([
    ['MX', { preference: 10 }, 'MX exchange is missing: add a domain name.'],
    ['MX', { preference: '10 20', exchange: 'a' }, 'MX preference is "10 20"'],
    ['MX', { preference: 1.5, exchange: 'a' }, 'MX preference is "1.5"'],
    ['MX', { preference: { a: 1 }, exchange: 'a' }, 'MX preference is "{\\"a\\":1}"'],
    ['MX', { preference: 10, exchange: 'a b' }, 'MX exchange is "a b"'],
    ['DS', { key_tag: 1, algorithm: 8, digest_type: 2, digest: 'AB' }, 'DS digest is "AB": write 64 hexadecimal digits'],
    ['LOC', { lat_degrees: 1 }, 'LOC location'],
    ['TXT', { strings: [1] }, 'TXT strings'],
  ])('refuse %s %j', (type, fields, message) => {
    expect(() => rdataFromFields(type, fields)).toThrow(message)
  })
})

describe('rdataKey', () => {
  it.each([
    ['MX', '10 Mail.Example.', '10 mail.example.'],
    ['CAA', '0 ISSUE "CA.example"', '0 issue "CA.example"'],
    ['NAPTR', '1 1 "S" "SIP+D2T" "" _SIP.example.', '1 1 "S" "SIP+D2T" "" _sip.example.'],
    ['TXT', '"A b"', '"A b"'],
    ['SVCB', '1 A. key65333="A"', '1 a. key65333="A"'],
    ['DS', '0 0 9 AB', '0 0 9 AB'],
    ['NAPTR', '1 1 A', '1 1 A'],
    ['NEWTYPE', 'A b', 'A b'],
  ])('of %s %s is %s', (type, rdata, key) => {
    expect(rdataKey(type, rdata)).toBe(key)
  })
})

describe('any input', () => {
  const types = fc.constantFrom(...Object.keys(recordTypes), 'TYPE9999')
  const withoutForm = new Set(['NULL', 'UINFO', 'UID', 'GID', 'UNSPEC', 'TYPE9999'])
  const words = fc.constantFrom('0', '1', '255', '65536', 'a.b', '@', '.', '""', '"x y"', '\\#', '4', 'C0000201', 'alpn="h2,h3"', 'port=1', 'mandatory=port', 'key9=', 'N', 'E', '1m', '::1', '192.0.2.1', 'AAAA', 'AA==', 'issue', '"!a(b)!\\\\1!i"', '\\', '"\\')
  const rdataText = fc.array(fc.oneof({ weight: 9, arbitrary: words }, fc.string()), { maxLength: 14 }).map((parts) => parts.join(' '))

  it('is read to something that reads back the same, or refused with an RdataError', () => {
    fc.assert(fc.property(types, rdataText, (type, text) => {
      let rdata: string
      try {
        rdata = read(type, text)
      } catch (error) {
        expect(error).toBeInstanceOf(RdataError)
        return
      }
      expect(read(type, rdata)).toBe(rdata)
      expect(rdataFromWire(type, rdataToWire(type, rdata))).toBe(rdata)
      // What its type has no text for has no fields either.
      if (rdata.startsWith('\\# ') && !withoutForm.has(type)) expect(() => rdataFields(type, rdata)).toThrow(RdataError)
      else expect(rdataFromFields(type, rdataFields(type, rdata))).toBe(rdata)
    }), { numRuns: 2000 })
  })

  it('of octets becomes text for the same octets, or is refused with an RdataError', () => {
    const octets = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...triples.map(([, , wire]) => wire), ...textlessTriples.map(([, wire]) => wire)).chain((wire) => fc.uint8Array({ maxLength: 3 }).map((tail) => new Uint8Array([...bytesOf(wire), ...tail]))))
    fc.assert(fc.property(types, octets, (type, bytes) => {
      try {
        const rdata = rdataFromWire(type, bytes)
        expect([...rdataToWire(type, rdata)]).toEqual([...bytes])
        expect(read(type, rdata)).toBe(rdata)
      } catch (error) {
        expect(error).toBeInstanceOf(RdataError)
      }
    }), { numRuns: 2000 })
  })

  it('is a record type only when it can be read as one', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.nat(70_000).map((number) => `TYPE${number}`)), (text) => {
      expect(() => read(text, '')).toThrow(isRecordType(text) ? RdataError : TypeError)
    }))
  })
})
