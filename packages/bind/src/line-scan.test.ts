import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZone, scanZone } from './index.ts'

// Lines of any class but IN are always read by way of tokens, so the class tells the two ways apart.
function bothWays(text: string): [fast: unknown, byTokens: unknown] {
  const read = (className: string): unknown => {
    const { records, errors, origin, lines } = readZone(text, { origin: 'Example.', class: className, lines: true, onError: 'collect', maxRecordBytes: 400 })
    return { records: records.map((record) => ({ ...record, class: '' })), errors: errors.map((error) => error.message), origin, lines }
  }
  return [read('IN'), read('CH')]
}

function expectSame(text: string): void {
  const [fast, byTokens] = bothWays(text)
  expect(fast).toEqual(byTokens)
}

const corpus = new URL('corpus/', import.meta.url)
const files = readdirSync(corpus).filter((file) => file.endsWith('.zone')).map((file) => ({ file, text: readFileSync(new URL(file, corpus), 'latin1') }))
// A class that is stated would tell the two ways apart.
const lines = files.flatMap(({ text }) => text.split(/\r?\n/)).filter((line) => line !== '' && !/\b(IN|CLASS\d+)\b/i.test(line))

describe('the fast way through a line', () => {
  it.each(files)('reads $file as the way by tokens does', ({ text }) => {
    expectSame(text.replaceAll(/\b(IN|CLASS1)\b/gi, ''))
  })

  it('reads every line of the corpus so, whatever stands around it', () => {
    for (const line of lines) {
      for (const around of [line, `${line} ; x cf_tags=a`, `  ${line}`, line.replace(/ (\S+)$/, ' (\n ; c\n $1 )'), line.replaceAll(' ', '\t '), line.toLowerCase()]) {
        expectSame(`@ 5 NS n\n${around}\nb 300 A 192.0.2.1\r\n`)
      }
    }
  })

  it('does so when an octet or two of it are changed', () => {
    const changed = fc.tuple(fc.constantFrom(...lines), fc.array(fc.tuple(fc.nat(80), fc.constantFrom('', ' ', '"', '\\', '(', ')', ';', '.', ',', '=', '0', '9', 'a', 'F', '-', ':', '@', '\n', '\r', '\t', 'é', '\0')), { maxLength: 3 }))
    fc.assert(fc.property(changed, ([line, edits]) => {
      let text = `${line}\nb TXT x\n`
      for (const [at, piece] of edits) text = text.slice(0, at % text.length) + piece + text.slice((at % text.length) + 1)
      fc.pre(!/\b(IN|CH|CHAOS|CLASS\d+)\b/i.test(text))
      expectSame(text)
    }), { numRuns: 3000 })
  })

  it('does so with whole files made of pieces', () => {
    const piece = fc.constantFrom(
      'a', 'B.c', '@', '.', '*', ' ', '\t', '\n', '\r\n', '\r', ' 300', ' 1h', ' 0', ' 99999999999', ' 4294967295', '$TTL 2147483648\n', ' A', ' 192.0.2.1', ' MX 10 m', ' TXT "x"', ' TXT x y', ' SOA a b 1 2 3 4 5', ' (', ' )', '(', ')', '"',
      ';c', ' ; x cf_tags=a,b', '; cf_tags=a"b', '\f', '$TTL 60\n', '$ORIGIN d\n', '\na 60 A 192.0.2.1 ; say', '\n AAAA ::1', '\nx.y. NS @ ;', 'x'.repeat(70), ' '.repeat(300), '\\.', ' TYPE1',
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSame(pieces.join(''))), { numRuns: 3000 })
  })

  it('keeps a TTL that its columns do not hold', () => {
    const text = '$TTL 4294967295\na A 192.0.2.1\nb 60 A 192.0.2.2\n$TTL 5\nc A 192.0.2.3\nd 2147483648 A 192.0.2.4\ne A 192.0.2.5\n'
    expectSame(text)
    expect(readZone(text, { origin: 'example.' }).records.map(({ ttl }) => ttl)).toEqual([4_294_967_295, 60, 5, 2_147_483_648, 5])
  })

  it('never takes an empty owner in quotes for the owner before it', () => {
    for (const before of ['a 60 A 192.0.2.1', '$ORIGIN b.']) {
      const { errors } = readZone(`x 60 A 192.0.2.1\n${before}\n"" A 192.0.2.2\n`, { origin: 'example.', onError: 'collect' })
      expect(errors.map(({ code }) => code)).toEqual(['owner-first'])
    }
  })

  it('takes strings over lines in parentheses, with their line ends', () => {
    const text = 'a 60 TXT ( "one\ntwo"\nthree "four\r\n;five" )\nb 60 A 192.0.2.1\n'
    expectSame(text)
    const { records, lines: starts } = readZone(text, { origin: 'example.', lines: true })
    expect(records.map(({ rdata }) => rdata)).toEqual(['"one\\010two" "three" "four\\013\\010;five"', '192.0.2.1'])
    expect(starts).toEqual([1, 5])
  })

  it.each([
    ['a 60 TXT ( "one\nb 60 A 192.0.2.1\n', 1],
    ['a 60 TXT ( "one\n)\nb 60 A 192.0.2.1\nc 60 TXT "two"\n', 2],
  ])('blames the first string over lines of what does not end, and reads on behind its line: %j', (text, rest) => {
    expectSame(text)
    const { records, errors } = readZone(text, { origin: 'example.', onError: 'collect' })
    expect(errors[0]).toMatchObject({ code: 'quote-open', line: 1, column: 12 })
    expect(records).toHaveLength(rest)
  })

  it.each(['(a 60 A 192.0.2.1)', '()a 60 A 192.0.2.1', '(()a 60 A 192.0.2.1)'])('takes the owner right behind the parentheses of %s', (line) => {
    expect(readZone(line, { origin: 'example.' }).records.map(({ name }) => name)).toEqual(['a.example.'])
  })

  it('reads many lines, of which some are for the other way, in their order', () => {
    const many = Array.from({ length: 2000 }, (_, i) => (i % 7 === 3 ? `h${i} 60 TXT a\\032b` : i % 11 === 5 ? `$TTL ${i}` : i % 13 === 6 ? `h${i} 60 A 192.0.2.${i}` : `h${i >> 2} MX ${i} Mail ; n${i}`))
    expectSame(`@ 1 NS n\n${many.join('\n')}`)
  })

  it('finds the end of every comment in a file full of them, also where one is refused', () => {
    const said = 'said of it '.repeat(8)
    const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\rz 60 A 192.0.2.2\n', ' cf_tags=a"b\n')
    fc.assert(fc.property(fc.array(end, { minLength: 40, maxLength: 90 }), fc.nat(60), (ends, plain) => {
      expectSame(`@ 1 NS n\n${'a 60 A 192.0.2.1 ; x\n'.repeat(plain)}${ends.map((lineEnd) => `b 60 A 192.0.2.1 ; ${said}${lineEnd}`).join('')}`)
    }), { numRuns: 200 })
    // Refused, and read again from there, after the look at the rest of the window.
    for (let at = 30; at < 60; at++) expectSame(Array.from({ length: 70 }, (_, line) => `c 60 A 192.0.2.1 ; ${said}${line === at ? ' cf_tags=a"b\n' : line === at + 1 ? '\r\n' : '\n'}`).join(''))
  })
})

describe('scanZone', () => {
  it('finds what readZone finds', () => {
    const piece = fc.constantFrom('a 300 A 192.0.2.1\n', ' TXT x\n', 'b. 300 A x\n', '$TTL 5\n', '$ORIGIN q\n', 'c 60 NSEC . A\n', 'd 60 A 192.0.2.1 ; cf_tags=a"b\n', 'e 1 TYPE65280 \\# 0 ; x cf_tags=y\n', 'f TXT (\n', '$GENERATE 1-3 g$ A 192.0.2.$\n', 'h 60 DLV 1 1 1 00\n', '@ 60 DLV 1 1 9 00\n')
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const { records, errors, origin } = readZone(text, { origin: 'example.', onError: 'collect' })
      const types: Record<string, number> = {}
      for (const { type } of records) types[type] = (types[type] ?? 0) + 1
      const scan = scanZone(text, { origin: 'example.' })
      expect(scan.errors.map((error) => error.message)).toEqual(errors.map((error) => error.message))
      expect(scan).toMatchObject({ records: records.length, types, origin })
    }), { numRuns: 500 })
  })

  it('throws the first error when it is told to', () => {
    expect(() => scanZone('a 300 A x\n', { origin: 'example.', onError: 'throw' })).toThrow('zone:1:9')
  })
})
