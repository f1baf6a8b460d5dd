import { afterEach, describe, expect, it, vi } from 'vitest'
import { readZone, readZoneBatches, type ReadZoneOptions } from './index.ts'

const options: ReadZoneOptions = { origin: 'example.', onError: 'collect', lines: true }

// Lines of any class but IN are read by way of tokens.
const both = (text: string): readonly [fast: unknown, byTokens: unknown] => {
  const read = (className: string): unknown => {
    const { records, errors, lines, origin } = readZone(text, { ...options, class: className })
    return { records: records.map((record) => ({ ...record, class: '' })), errors: errors.map(({ message }) => message), lines, origin }
  }
  return [read('IN'), read('CH')]
}

const expectSame = (text: string): void => {
  const [fast, byTokens] = both(text)
  expect(fast).toEqual(byTokens)
}

describe('the machine that reads lines', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('reads on where its window ends, wherever in a record that is', () => {
    const record = 'name-of-a-host 300 SOA ( ns ; why\n hostmaster 1 1h 2d 3w ; what\n 60 ) ; said of it cf_tags=a\n'
    for (let blanks = 0; blanks < record.length; blanks += 5) expectSame(`${'\n'.repeat(65_536 - 300 - blanks)}${record.repeat(6)}`)
  })

  it('leaves a record that is longer than its window to the other way', () => {
    for (const length of [65_000, 65_536, 70_000, 200_000]) expectSame(`a 1 A 192.0.2.1\nb 1 TXT x ; ${'y'.repeat(length)}\nc 1 TXT (${' '.repeat(length)} z )\nd 1 A 192.0.2.2\n`)
  })

  it('has room for the longest canonical text that a window can make', () => {
    expectSame(`a 1 TXT ${'"\u0001\u0002\u0003" '.repeat(13_000)}\nb 1 TXT "${'\u0001'.repeat(255)}"\n`)
    expectSame(`${'@ 1 RP @ @\n'.repeat(5900)}`)
  })

  it('takes an origin of any length, also one that is longer in text than any name', () => {
    const label = '\\001'.repeat(63)
    for (const origin of ['.', 'a.', `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.`, `${label}.${label}.${label}.`]) expectSame(`$ORIGIN ${origin}\n@ 1 A 192.0.2.1\nw 1 CNAME x\n`)
  })

  it('serves readers in turn, each with its own window, origin and TTL', async () => {
    const text = (name: string): string => `$ORIGIN ${name}.\n@ 7 NS ns\n${Array.from({ length: 3000 }, (_, i) => `${name}${i} A 192.0.2.${i % 256}\n`).join('')}`
    const files = ['a', 'b', 'c'].map((name) => ({ name, expected: readZone(text(name)).records, batches: readZoneBatches([new TextEncoder().encode(text(name))])[Symbol.asyncIterator](), found: [] as unknown[] }))
    for (let open = [...files]; open.length > 0; ) {
      const turns = await Promise.all(open.map(async (file) => ({ file, turn: await file.batches.next() })))
      for (const { file, turn } of turns) file.found.push(...(turn.value ?? []))
      open = turns.filter(({ turn }) => turn.done !== true).map(({ file }) => file)
    }
    for (const { expected, found } of files) expect(found).toEqual(expected)
    expect(files[2]?.found.at(-1)).toMatchObject({ name: 'c2999.c.', ttl: 7 })
  })

  it('may be absent: then every line is read by way of tokens, with the same result', async () => {
    const text = '$TTL 60\n@ NS ns\nw A 192.0.2.1 ; x cf_tags=a\n MX 10 m\nbad A x\n'
    const expected = readZone(text, options)
    const Module = vi.fn<() => void>(function refuse() {
      throw new Error('no code may be compiled here')
    })
    vi.stubGlobal('WebAssembly', { Module })
    const other = await import('./read-zone.ts')
    const { records, errors } = other.readZone(text, options)
    expect(Module).toHaveBeenCalledOnce()
    expect(records).toEqual(expected.records)
    expect(errors.map(({ message }) => message)).toEqual(expected.errors.map(({ message }) => message))
    other.readZone(text, options)
    expect(Module).toHaveBeenCalledOnce()
  })
})
