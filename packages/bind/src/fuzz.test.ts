import { Session } from 'node:inspector/promises'
import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printZone, readZone, scanZone } from './index.ts'

// A loop that keeps every input which reaches code that none before it has reached. A second by default;
// FUZZ_SECONDS=600 and FUZZ_SEED=7 make it long and different.
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 1)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const LONGEST = 3000

const corpus = new URL('corpus/', import.meta.url)
const seeds = readdirSync(corpus).filter((file) => file.endsWith('.zone')).map((file) => readFileSync(new URL(file, corpus)))
const words = ['$TTL ', '$ORIGIN ', '$INCLUDE ', '$GENERATE 1-3 ', '\\# 4 ', '(', ')', '"', ';', '\n', '\r\n', '\\000', '\\', ' cf_tags=', ' IN ', ' TXT ', ' HTTPS 1 . ', ' LOC ', ' NSEC3 ', '4294967296', '2147483648', '::', '"" ', 'é', '\0', '@', '..', '.']

/** A small generator of numbers that gives the same ones for the same seed. */
function numbers(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mutated(input: Uint8Array, others: readonly Uint8Array[], next: (below: number) => number): Uint8Array {
  let octets = [...input]
  for (let times = next(4) + 1; times > 0; times--) {
    const at = next(octets.length + 1)
    const kind = next(6)
    if (kind === 0) octets.splice(at, 1, next(256))
    else if (kind === 1) octets.splice(at, next(8))
    else if (kind === 2) octets.splice(at, 0, ...new TextEncoder().encode(words[next(words.length)] ?? ''))
    else if (kind === 3) octets.splice(at, 0, ...octets.slice(next(octets.length), next(octets.length)))
    else {
      const other = others[next(others.length)] ?? input
      const from = next(other.length)
      octets = [...octets.slice(0, at), ...other.subarray(from, from + next(200)), ...octets.slice(at)]
    }
  }
  return Uint8Array.from(octets.slice(0, LONGEST))
}

/** Everything that must hold for any octets. */
function judge(octets: Uint8Array): void {
  const options = { origin: 'example.', onError: 'collect', include: ({ path }: { path: string }) => ({ file: path, content: 'x 1 A 192.0.2.1' }), maxIncludes: 3, generateLimit: 100 } as const
  const { records, errors } = readZone(octets, options)
  const scan = scanZone(octets, options)
  expect(scan.records).toBe(records.length)
  expect(scan.errors.map((error) => error.message)).toEqual(errors.map((error) => error.message))
  expect(readZone(printZone(records)).records).toEqual(records)
}

describe('a loop guided by coverage', () => {
  const session = new Session()
  beforeAll(async () => {
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  })
  afterAll(() => session.disconnect())

  /** Blocks of our own code that have been reached and were not before. */
  async function reached(known: Set<string>): Promise<boolean> {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const before = known.size
    for (const { functions, url } of result) {
      if (!/packages\/(bind|zone)\/src\/(?!.*test)/.test(url)) continue
      for (const { ranges } of functions) for (const { count, endOffset, startOffset } of ranges) if (count > 0) known.add(`${url} ${startOffset} ${endOffset}`)
    }
    return known.size > before
  }

  it('finds no input that the reader fails at', async () => {
    const next = numbers(seed)
    const known = new Set<string>()
    const kept: Uint8Array[] = [...seeds]
    const until = performance.now() + seconds * 1000
    let inputs = 0
    while (performance.now() < until) {
      const input = mutated(kept[next(kept.length)] ?? new Uint8Array(), kept, next)
      try {
        judge(input)
      } catch (cause) {
        throw new Error(`input ${inputs} of seed ${seed} fails: ${JSON.stringify(Buffer.from(input).toString('latin1'))}`, { cause })
      }
      inputs++
      if (await reached(known)) kept.push(input)
    }
    expect(kept.length).toBeGreaterThan(seeds.length)
    if (seconds > 1) console.log(`${inputs} inputs, ${kept.length} kept, ${known.size} blocks reached`)
  }, seconds * 1000 + 60_000)
})
