import { describe, expect, it } from 'vitest'

import { microsecondDate } from '../clock.ts'
import { manualClock } from '../testing/start.ts'
import { isProxiable } from './addresses.ts'
import { recordName } from './names.ts'
import { rateCounter, tokenBuckets } from './rate-limit.ts'
import { txtPresentation } from './txt.ts'
import { nameServersOf, zoneName } from './zones.ts'

describe('a date', () => {
  it.each([
    [Date.UTC(2026, 0, 1), '2026-01-01T00:00:00Z'],
    [Date.UTC(2026, 0, 1) + 966.7, '2026-01-01T00:00:00.9667Z'],
    [Date.UTC(2026, 0, 1) + 0.001, '2026-01-01T00:00:00.000001Z'],
    [Date.UTC(2026, 0, 1) + 999.9999, '2026-01-01T00:00:01Z'],
  ])('%d is %s', (now, text) => {
    expect(microsecondDate(now)).toBe(text)
  })
})

describe('a name', () => {
  it.each(['', '-a', 'a-.b', 'a..b', 'a.*', 'a b', `${'a.'.repeat(130)}b`, 'ü'.repeat(64)])('%j is refused', (name) => {
    expect(() => recordName(name, 'example.com')).toThrow('DNS name is invalid.')
  })

  it('of a zone has at least two labels', () => {
    expect(zoneName('BÜCHER.Example.')).toBe('xn--bcher-kva.example')
    for (const name of ['', 'com', '192.0.2.1/24', 'a b.com', `${'a'.repeat(64)}.com`, 4]) expect(() => zoneName(name)).toThrow('is not a registered domain')
  })

  it('gets two different name servers, always the same', () => {
    for (const name of ['a.example', 'b.example', 'c.example']) {
      const [one, other] = nameServersOf(name)
      expect(one).not.toBe(other)
      expect(nameServersOf(name)).toEqual([one, other])
    }
  })
})

describe('a TXT content', () => {
  it.each([
    ['plain', '"plain"'],
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ['é', '"\\195\\169"'],
    ['"a""b"', '"a" "b"'],
    ['"a\\" \\"b"  "c"', '"a\\" \\"b" "c"'],
    ['"\\195\\169"', '"\\195\\169"'],
    ['""', '""'],
    ['x'.repeat(256), `"${'x'.repeat(255)}" "x"`],
  ])('%j is %j', (content, text) => {
    expect(txtPresentation(content)).toBe(text)
  })

  it.each(['"a', '"a" b', '"a\\"', '"\\300"'])('%j is refused', (content) => {
    expect(() => txtPresentation(content)).toThrow('TXT record content is invalid')
  })
})

describe('an address', () => {
  it.each([
    ['A', '192.0.2.1', true],
    ['A', '172.15.0.1', true],
    ['A', '172.16.0.1', false],
    ['A', '100.64.0.1', false],
    ['A', '255.255.255.255', false],
    ['AAAA', '100::', true],
    ['AAAA', '::1', false],
    ['AAAA', 'fd00::1', false],
    ['CNAME', 'x.example', true],
    ['TXT', 'x', false],
  ])('%s %s can be proxied: %s', (type, content, expected) => {
    expect(isProxiable(type, content)).toBe(expected)
  })
})

describe('a budget', () => {
  it('is one for each caller and begins anew after its window', () => {
    const clock = manualClock()
    const counter = rateCounter({ requests: 1, seconds: 10 }, clock)
    expect(counter.take('a')).toEqual({ allowed: true, remaining: 0, reset: 10 })
    expect(counter.take('b').allowed).toBe(true)
    clock.advance(4000)
    expect(counter.take('a')).toEqual({ allowed: false, remaining: 0, reset: 10 })
    clock.advance(10_000)
    expect(counter.take('a').allowed).toBe(true)
  })

  it('in a bucket flows back with time and never over the rim', () => {
    const clock = manualClock()
    const buckets = tokenBuckets(clock)
    const size = { bucket: 2, perSecond: 1 }
    clock.advance(60_000)
    expect([1, 2, 3].map(() => buckets.take('a', size))).toEqual([true, true, false])
    clock.advance(1000)
    expect([1, 2].map(() => buckets.take('a', size))).toEqual([true, false])
  })
})
