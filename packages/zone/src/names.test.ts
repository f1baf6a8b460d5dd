import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, isWithin, nameFromWire, nameLabels, nameToWire, parseName, parseNameKeepingCase, relativeName, toAsciiName } from './index.ts'

const labelOctets = fc.uint8Array({ minLength: 1, maxLength: 20 })
const wireName = fc.array(labelOctets, { maxLength: 6 }).map((labels) => new Uint8Array([...labels.flatMap((label) => [label.length, ...label]), 0]))

describe('parseName', () => {
  it.each([
    ['WWW', 'example.', 'www.example.'],
    ['www.Example.COM.', 'other.', 'www.example.com.'],
    ['@', 'example.', 'example.'],
    ['.', 'example.', '.'],
    ['a', '.', 'a.'],
    ['a@b.', '.', 'a\\@b.'],
    ['\\@', '.', '\\@.'],
    ['a\\.b.', '.', 'a\\.b.'],
    ['a\\046b.', '.', 'a\\.b.'],
    ['a\\ b.', '.', 'a\\032b.'],
    ['\\065\\b.', '.', 'ab.'],
    ['a;()$".', '.', 'a\\;\\(\\)\\$\\".'],
    ['\u00c3\u00a9.', '.', '\\195\\169.'],
    ['*._x', 'example.', '*._x.example.'],
  ])('reads %j under %j as %j', (text, origin, name) => {
    expect(parseName(text, origin)).toBe(name)
  })

  it('takes a name without final dot for absolute when there is no origin', () => {
    expect(parseName('Example.com')).toBe('example.com.')
  })

  it('keeps the case when names are part of rdata', () => {
    expect(parseNameKeepingCase('Mail\\.x', 'Example.')).toBe('Mail\\.x.Example.')
  })

  it.each([
    ['', 'label'],
    ['a..b', 'between two dots'],
    ['.a', 'between two dots'],
    ['a.\\', 'escapes'],
    ['a\\25.', 'escapes'],
    ['a\\256.', 'escapes'],
    ['a\\2x5.', 'escapes'],
    ['é\u0100.', 'toAsciiName'],
    [`${'a'.repeat(64)}.`, '63'],
    [`${'\\097'.repeat(64)}.`, '63'],
    [`${'a.'.repeat(127)}a.`, '255'],
  ])('refuses %j and says what to write', (text, words) => {
    expect(() => parseName(text, '.')).toThrow(words)
  })

  it('takes the longest name there is, however it is written', () => {
    const plain = `${'a.'.repeat(127)}`
    expect(parseName(plain)).toBe(plain)
    expect(parseName('\\000.'.repeat(127))).toBe('\\000.'.repeat(127))
  })

  it('leaves a canonical name as it is', () => {
    fc.assert(fc.property(wireName, (wire) => {
      const name = nameFromWire(wire)
      expect(parseName(name, 'other.')).toBe(name)
    }))
  })

  it('either reads any text or throws a NameError', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      try {
        expect(parseName(text, 'example.').endsWith('.')).toBe(true)
      } catch (error) {
        expect(error).toMatchObject({ name: 'NameError', text })
      }
    }))
  })
})

describe('wire form', () => {
  it('gives back every name, with letters in lower case', () => {
    fc.assert(fc.property(wireName, (wire) => {
      const lower = wire.map((octet) => (octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet))
      expect([...nameToWire(nameFromWire(wire))]).toEqual([...lower])
    }))
  })

  it.each([[[1]], [[1, 97]], [[0, 0]], [[0xc0, 0]], [[64, 97]], [[]]])('refuses the octets %j', (octets) => {
    expect(() => nameFromWire(new Uint8Array(octets))).toThrow('wire form')
  })
})

describe('order and position', () => {
  it('sorts names as RFC 4034 section 6.1 shows', () => {
    const sorted = ['example.', 'a.example.', 'yljkjljk.a.example.', 'z.a.example.', 'zabc.a.example.', 'z.example.', '\\001.z.example.', '*.z.example.', '\\200.z.example.']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })

  it('compares as the octets of the labels do', () => {
    const key = (wire: Uint8Array): string => {
      const labels: string[] = []
      for (let at = 0; wire[at]; at += (wire[at] ?? 0) + 1) labels.unshift(String.fromCharCode(...wire.subarray(at + 1, at + 1 + (wire[at] ?? 0))))
      // U+0000 parts labels below every octet once the octets are moved up by one.
      return labels.map((label) => `${[...label].map((octet) => String.fromCharCode(octet.charCodeAt(0) + 1)).join('')}\0`).join('')
    }
    fc.assert(fc.property(wireName, wireName, (left, right) => {
      const [leftName, rightName] = [nameFromWire(left), nameFromWire(right)]
      const [leftKey, rightKey] = [key(nameToWire(leftName)), key(nameToWire(rightName))]
      expect(Math.sign(compareNames(leftName, rightName))).toBe(leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0)
    }))
  })

  it('knows that an escaped dot parts no labels', () => {
    expect(nameLabels('a\\.b.c.')).toEqual(['a\\.b', 'c'])
    expect(isWithin('a\\.example.', 'example.')).toBe(false)
    expect(isWithin('a\\\\.example.', 'example.')).toBe(true)
  })

  it('tells names inside a zone from names that only end alike', () => {
    expect(isWithin('example.', 'example.')).toBe(true)
    expect(isWithin('a.example.', 'example.')).toBe(true)
    expect(isWithin('badexample.', 'example.')).toBe(false)
    expect(isWithin('example.', 'a.example.')).toBe(false)
    expect(isWithin('example.', '.')).toBe(true)
  })

  it('writes names relative to the origin and reads them back', () => {
    expect(relativeName('example.', 'example.')).toBe('@')
    expect(relativeName('a.b.example.', 'example.')).toBe('a.b')
    expect(relativeName('a.', '.')).toBe('a')
    expect(relativeName('other.', 'example.')).toBe('other.')
    fc.assert(fc.property(wireName, wireName, (left, right) => {
      const [name, origin] = [nameFromWire(left), nameFromWire(right)]
      expect(parseName(relativeName(name, origin), origin)).toBe(name)
    }))
  })
})

describe('toAsciiName', () => {
  it.each([
    ['_Dmarc.*.example', '_Dmarc.*.example'],
    ['bücher.example.', 'xn--bcher-kva.example.'],
    ['BÜCHER', 'xn--bcher-kva'],
    ['例え。jp', 'xn--r8jz45g.jp'],
    ['_ü', 'xn--_-eha'],
    ['faß.example', 'xn--fa-hia.example'],
    ['１２３', '123'],
    ['a\\.b.ü', 'a\\.b.xn--tda'],
  ])('writes %j as %j', (text, ascii) => {
    expect(toAsciiName(text)).toBe(ascii)
  })

  it.each(['ü%41', 'ü:1', 'ü/x', 'ü@b', '\u00ad', 'x\u2026y', 'ü\\.b', '\u202ea'])('refuses the label %j', (text) => {
    expect(() => toAsciiName(text)).toThrow('is not a domain name')
  })
})
