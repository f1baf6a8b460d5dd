import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecordType } from '@zonewright/zone'
import { canonicalLine, printZone, readZone } from './index.ts'

const corpus = new URL('corpus/', import.meta.url)
const files = readdirSync(corpus).filter((file) => file.endsWith('.zone')).sort()
const installed = spawnSync('named-compilezone', ['-v']).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zone-oracle-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

// BIND keeps the case of owners and lines fields up; it takes no mark of UTF-8.
function compiledLines(octets: Uint8Array): string[] {
  const file = join(folder, 'example.zone')
  writeFileSync(file, octets[0] === 0xef ? octets.subarray(3) : octets)
  const flags = ['-q', '-s', 'full', '-i', 'none', '-k', 'ignore', '-o', '-']
  const output = execFileSync('named-compilezone', [...flags, 'example.com', file], { encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] })
  // It adds comments of its own behind signatures.
  return output.trim().split('\n').filter((line) => !line.startsWith(';')).map((line) => {
    const [, name = '', ttl, className, type, rdata] = /^(\S+)\s+(\d+)\s+(\S+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return `${name.toLowerCase()} ${ttl} ${className} ${type} ${rdata}`
  }).sort()
}

const ownLines = (text: string | Uint8Array): string[] => [...new Set(readZone(text, { origin: 'example.com.' }).records.map(canonicalLine))].sort()

describe.runIf(installed)('named-compilezone', () => {
  it.each(files)('prints the records of %s that the reader reads', (file) => {
    const octets = readFileSync(new URL(file, corpus))
    expect(ownLines(octets)).toEqual(compiledLines(octets))
  })

  it.each(files)('reads %s the same after printing in every layout', (file) => {
    const octets = readFileSync(new URL(file, corpus))
    const { records } = readZone(octets, { origin: 'example.com.' })
    for (const layout of ['canonical', 'cloudflare', 'pretty'] as const) {
      expect(compiledLines(new TextEncoder().encode(printZone(records, { layout })))).toEqual(compiledLines(octets))
    }
  })
})

if (!installed) {
  describe('named-compilezone', () => {
    it.skip('is not installed, so the reader has not been compared with BIND', () => undefined)
  })
}

describe('the corpus', () => {
  it.each(files)('%s is read to its end', (file) => {
    const { records } = readZone(readFileSync(new URL(file, corpus)), { origin: 'example.com.' })
    expect(records.length).toBeGreaterThan(4)
    expect(records.every((record) => isRecordType(record.type))).toBe(true)
  })
})
