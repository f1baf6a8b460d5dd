import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { octetsToUtf8, utf8ToOctets } from './index.ts'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('octets and text', () => {
  it('agree with UTF-8 for every text without lone surrogates', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8ToOctets(text)).toBe(latin1(Buffer.from(text)))
      expect(octetsToUtf8(latin1(Buffer.from(text)))).toBe(text)
    }))
  })

  it('give back any octets', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      expect(utf8ToOctets(octetsToUtf8(latin1(bytes)))).toBe(latin1(bytes))
    }))
  })

  it.each([[0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xc3]])('take %j for no UTF-8', (...octets) => {
    expect(octetsToUtf8(String.fromCharCode(...octets))).toBe(String.fromCharCode(...octets.map((octet) => 0xdc00 + octet)))
  })
})
