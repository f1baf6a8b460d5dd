import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResourceRecord } from '@zonewright/zone'
import { ZoneFileErrors, readZone, readZoneBatches, readZoneStream } from './index.ts'
import type { ReadZoneStreamOptions } from './index.ts'

const corpus = new URL('corpus/', import.meta.url)
const files = readdirSync(corpus).filter((file) => file.endsWith('.zone'))

async function all(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, options: ReadZoneStreamOptions): Promise<{ records: ResourceRecord[]; errors: string[] }> {
  const records: ResourceRecord[] = []
  try {
    for await (const record of readZoneStream(pieces, { origin: 'example.com.', onError: 'collect', ...options })) records.push(record)
  } catch (error) {
    if (!(error instanceof ZoneFileErrors)) throw error
    return { records, errors: error.errors.map((one) => one.message) }
  }
  return { records, errors: [] }
}

function whole(octets: Uint8Array, options: Parameters<typeof readZone>[1] = {}): { records: ResourceRecord[]; errors: string[] } {
  const { records, errors } = readZone(octets, { origin: 'example.com.', onError: 'collect', ...options })
  return { records, errors: errors.map((one) => one.message) }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('readZoneStream', () => {
  it.each(files)('reads %s the same wherever it is cut in two', async (file) => {
    const octets = readFileSync(new URL(file, corpus))
    const expected = whole(octets)
    expect(expected.errors).toEqual([])
    // Of a long file every seventh place will do.
    for (let cut = 0; cut <= octets.length; cut += octets.length > 2500 ? 7 : 1) expect(await all([octets.subarray(0, cut), octets.subarray(cut)], {})).toEqual(expected)
  })

  it.each(files)('reads %s octet by octet', async (file) => {
    const octets = readFileSync(new URL(file, corpus))
    expect(await all(Array.from(octets, (_, i) => octets.subarray(i, i + 1)), {})).toEqual(whole(octets))
  })

  it('finds the same errors wherever broken files are cut', async () => {
    const piece = fc.constantFrom('a', 'A 192.0.2.1', 'TXT', ' ', '\n', '\r\n', '\r', '(', ')', '"', '\\', ';x', '$TTL 5', '$ORIGIN b', '@', '\f', '\\"', '300', 'é')
    const zone = fc.array(piece, { maxLength: 40 }).map((parts) => encode(parts.join('')))
    await fc.assert(fc.asyncProperty(zone, fc.array(fc.nat(100), { maxLength: 5 }), fc.constantFrom(12, 1000), async (octets, cuts, maxRecordBytes) => {
      const ends = [0, ...cuts.map((cut) => Math.min(cut, octets.length)).sort((a, b) => a - b), octets.length]
      const pieces = ends.slice(1).map((end, i) => octets.subarray(ends[i], end))
      expect(await all(pieces, { maxRecordBytes })).toEqual(whole(octets, { maxRecordBytes }))
    }), { numRuns: 500 })
  })

  it('lists and counts the same errors behind an open parenthesis as the whole-buffer reader', async () => {
    const octets = encode(`a 300 TXT (\n${'b 300 A x\n'.repeat(15)}c 300 TXT (\n${'d 300 A 192.0.2.1\ne 300 A x\n'.repeat(15)}`)
    for (const maxRecordBytes of [1000, 120]) {
      const expected = whole(octets, { maxRecordBytes })
      expect(expected.errors.some((message) => message.includes('more errors behind the open parenthesis'))).toBe(true)
      expect(expected.records).toHaveLength(15)
      expect(await all(Array.from(octets, (_, i) => octets.subarray(i, i + 1)), { maxRecordBytes })).toEqual(expected)
    }
  })

  it('stays linear when a record comes octet by octet', async () => {
    const octets = encode(`a 300 TXT ${'"xxxxxxxxx" '.repeat(5000)}\n`)
    const { records } = await all(Array.from(octets, (_, i) => octets.subarray(i, i + 1)), {})
    expect(records).toHaveLength(1)
  })

  it('passes over comment lines of any length', async () => {
    const comment = encode(`;${'x'.repeat(1000)}`)
    const pieces = [comment, ...Array.from({ length: 50 }, () => encode('y'.repeat(1000))), encode('\na 300 A 192.0.2.1')]
    expect((await all(pieces, { maxRecordBytes: 100 })).records).toHaveLength(1)
  })

  it('hands out batches and closes the source when the caller stops', async () => {
    let closed = false
    function* source(): Generator<Uint8Array> {
      try {
        for (let i = 0; ; i++) yield encode(`h${i} 300 A 192.0.2.1\n`)
      } finally {
        closed = true
      }
    }
    for await (const batch of readZoneBatches(source(), { origin: 'example.com.' })) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
    expect(closed).toBe(true)
  })

  it('throws the first error after the records before it', async () => {
    const seen: string[] = []
    const read = async (): Promise<void> => {
      for await (const record of readZoneStream([encode('a 300 A 192.0.2.1\nb 300 A x\n')], { origin: 'example.com.' })) seen.push(record.name)
    }
    await expect(read()).rejects.toThrow('zone:2:9: "x" does not fit A address')
    expect(seen).toEqual(['a.example.com.'])
  })

  it('reads included files as they come', async () => {
    const include = async ({ path }: { path: string }): Promise<{ file: string; content: Uint8Array[] | string }> =>
      ({ file: path, content: path === 'text' ? 'c 300 A 192.0.2.3' : [encode('b 300 A 192'), encode('.0.2.2\n$INCLUDE text')] })
    const { records } = await all([encode('a 300 A 192.0.2.1\n$INCL'), encode('UDE pieces\n 300 A 192.0.2.4')], { include })
    expect(records.map((record) => `${record.name} ${record.rdata}`)).toEqual(['a.example.com. 192.0.2.1', 'b.example.com. 192.0.2.2', 'c.example.com. 192.0.2.3', 'a.example.com. 192.0.2.4'])
  })
})
