import { describe, expect, it } from 'vitest'
import { canonicalType, isRecordType, parsePeriod, recordTypes, typeCode, typeName } from './index.ts'

describe('type names', () => {
  it('lead to their number and back', () => {
    for (const [name, { code }] of Object.entries(recordTypes)) {
      expect(typeCode(name.toLowerCase())).toBe(code)
      expect(typeName(code)).toBe(name)
      expect(canonicalType(`type${code}`)).toBe(name)
    }
  })

  it('are TYPEn for types without a row', () => {
    expect(typeName(65280)).toBe('TYPE65280')
    expect(canonicalType('type65280')).toBe('TYPE65280')
    expect(typeCode('TYPE65280')).toBe(65280)
    expect(canonicalType('type065280')).toBe('TYPE65280')
    expect(canonicalType('TYPE01')).toBe('A')
    expect(canonicalType('TYPE255')).toBe('TYPE255')
  })

  it.each(['', 'FOO', 'TYPE', 'TYPE0', 'TYPE00', 'TYPE65536', 'TYPE41', 'TYPE249', 'TYPE250', 'ANY', 'TYPE1x', 'IN', 'toString'])('do not include %j', (text) => {
    expect(isRecordType(text)).toBe(false)
    expect(() => typeCode(text)).toThrow('is no record type')
  })

  it.each([-1, 1.5, 65536, Number.NaN])('have no number %d', (code) => {
    expect(() => typeName(code)).toThrow(RangeError)
  })
})

describe('parsePeriod', () => {
  it.each([
    ['0', 0], ['3600', 3600], ['1h30m', 5400], ['1W2D3H4M5S', 788_645], ['1s1h', 3601], ['4294967295', 4_294_967_295],
    ['', -1], ['h', -1], ['1h5', -1], ['1x', -1], ['-1', -1], ['1.5h', -1], ['4294967296', -1], ['8000w', -1], ['99999999999999999999', -1],
  ])('reads %j as %d', (text, seconds) => {
    expect(parsePeriod(text)).toBe(seconds)
  })
})
