import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZone } from './index.ts'

const piece = fc.oneof(
  fc.constantFrom('a', 'IN', '300', '1h', 'A', '192.0.2.1', 'TXT', 'MX 10 m', '\\# 1 ff', ' ', '\t', '\n', '\r\n', '(', ')', '"', '\\', '\\032', ';', 'cf_tags=', '$TTL', '$ORIGIN', '$GENERATE 1-3', '$INCLUDE x', '@', '*', '.', '..'),
  fc.string({ maxLength: 4, unit: 'binary' }),
)
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))

describe('the reader', () => {
  it('never throws anything but its own errors on any octets', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
      readZone(octets, { origin: 'example.', onError: 'collect' })
    }), { numRuns: 1000 })
  })

  it('never throws anything but its own errors on pieces of zone files', () => {
    fc.assert(fc.property(text, (zone) => {
      readZone(zone, { onError: 'collect', include: ({ path }) => ({ file: path, content: '$INCLUDE x' }) })
    }), { numRuns: 1000 })
  })

  it('makes of every line that is not blank a record, a directive or an error', () => {
    const word = fc.constantFrom('a', 'b.example.', 'IN', 'CH', '300', '1h', '5x', 'A', 'TXT', '192.0.2.1', '"q"', 'FOO', '$TTL', '$ORIGIN', '@', 'x..y')
    const line = fc.tuple(fc.constantFrom('', ' '), fc.array(word, { minLength: 1, maxLength: 6 })).map(([indent, words]) => indent + words.join(' '))
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { records, errors } = readZone(lines.join('\n'), { origin: 'example.', onError: 'collect' })
      const failed = new Set(errors.map((error) => error.line))
      expect(failed.size).toBe(errors.length)
      const directives = lines.filter((one, i) => /^\$(TTL|ORIGIN) /.test(one) && !failed.has(i + 1)).length
      expect(records.length + errors.length + directives).toBe(lines.length)
    }), { numRuns: 1000 })
  })

  it('takes no more than linear time on hostile files', () => {
    const hostile = ['(', '((((\n', '"', '"\\\n', '\\', 'a 1 A\n', ';', '\r', ')\n', 'a TXT "x" (\n', '$GENERATE 1-65536 a A 1\n', '$', '\u00e9', 'x;cf_tags=', '\f', '\0']
    for (const part of hostile) {
      const { errors } = readZone(part.repeat(Math.ceil(300_000 / part.length)), { origin: 'example.', onError: 'collect' })
      expect(errors.length).toBeLessThanOrEqual(1001)
    }
  })
})
