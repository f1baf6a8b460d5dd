import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, describe, expect, it } from 'vitest'

import { systemClock } from './clock.ts'
import { ended, firstLine, startChild } from './kill/child.ts'
import { type Listing, listingAfter } from './kill/plan.ts'
import { defaultSeed, parseSeed, type Seed, seededIds, sow } from './seed.ts'
import { openState } from './state/state.ts'

const directories: string[] = []
const newDirectory = (seed: Seed): string => {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-kill-'))
  directories.push(directory)
  const state = openState(directory)
  sow(state, seed, systemClock)
  state.close()
  return directory
}

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

const seed = parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan: 'enterprise' }] })
const zone = seededIds.zone('example.com')

interface Inspection {
  readonly integrity: string
  readonly counted: number
  readonly listing: Listing
}

/** Opens the directory that a killed process left behind, as the next start would. */
const inspect = (directory: string): Inspection => {
  const state = openState(directory)
  try {
    return { integrity: state.integrity(), counted: state.records.count(zone), listing: state.records.all(zone).map(({ wire }) => `${wire.name} ${wire.content}`).sort() }
  } finally {
    state.close()
  }
}

/** Acknowledgements to wait for before a kill: a count, so that a slow machine kills as late in the work as a fast one. */
const someNumber = (most: number): number => 1 + Math.floor(Math.random() * most)

/** Lets a writer run until so many writes are acknowledged and a moment longer, kills it and gives the number it had acknowledged then. */
const killedWriter = async (directory: string, round: number, enough: number): Promise<number> => {
  const child = startChild('./writer.ts', [directory, String(round)])
  let lines = 0
  const over = ended(child)
  await new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      lines += chunk.split('\n').length - 1
      if (lines >= enough) done()
    })
    child.once('close', () => done())
  })
  await wait(Math.random() * 4)
  child.kill('SIGKILL')
  await over
  if (lines < enough) throw new Error(`the writer ended by itself after ${lines} writes`)
  return lines
}

const rounds = async (directory: string, count: number): Promise<{ readonly writes: number; readonly ahead: number }> => {
  let base = inspect(directory).listing
  let writes = 0
  let ahead = 0
  for (let round = 0; round < count; round++) {
    const acknowledged = await killedWriter(directory, round, someNumber(12))
    const { integrity, counted, listing } = inspect(directory)
    expect(integrity).toBe('ok')
    expect(counted).toBe(listing.length)
    // The write after the last acknowledged one may be there as well, but only as a whole.
    const expected = [listingAfter(base, round, acknowledged), listingAfter(base, round, acknowledged + 1)]
    const which = expected.findIndex((one) => one.join('\n') === listing.join('\n'))
    if (which < 0) expect(listing).toEqual(expected[0])
    ahead += which
    writes += acknowledged
    base = listing
  }
  return { writes, ahead }
}

describe('a process that is killed in the middle of writes', () => {
  it('keeps every acknowledged write and tears none, 240 times', async () => {
    // Two lanes at once: most of the time goes into starting processes.
    const lanes = await Promise.all([rounds(newDirectory(seed), 120), rounds(newDirectory(seed), 120)])
    // Each of the 240 kills came after at least one write; most came after several.
    expect(lanes.reduce((sum, lane) => sum + lane.writes, 0)).toBeGreaterThan(240)
  }, 240_000)

  it('keeps what was answered over HTTP, with whole batches only', async () => {
    const directory = newDirectory(seed)
    const answered: string[] = []
    for (let round = 0; round < 12; round++) {
      const child = startChild('./server.ts', [directory])
      const port = await firstLine(child)
      const over = ended(child)
      const headers = { authorization: 'Bearer zw-demo-token-0123456789abcdef0123456789', 'content-type': 'application/json' }
      const post = async (path: string, body: unknown): Promise<boolean> => {
        try {
          const response = await fetch(`http://127.0.0.1:${port}/client/v4/zones/${zone}/dns_records${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
          return ((await response.json()) as { success: boolean }).success
        } catch {
          return false
        }
      }
      let running = true
      const before = answered.length
      const wanted = before + someNumber(10)
      let enough = (): void => undefined
      const reached = new Promise<void>((done) => {
        enough = done
      })
      const lane = async (number: number): Promise<void> => {
        for (let index = 0; running; index++) {
          const name = `h${round}-${number}-${index}`
          const whole = ['a', 'b', 'c'].map((part) => ({ type: 'TXT', name: `${name}-${part}`, content: 'x' }))
          if (await (number % 2 === 0 ? post('', { type: 'TXT', name, content: 'x' }) : post('/batch', { posts: whole }))) answered.push(name)
          if (answered.length >= wanted) enough()
        }
      }
      const lanes = [0, 1, 2, 3].map(lane)
      await Promise.race([reached, over])
      await wait(Math.random() * 4)
      child.kill('SIGKILL')
      running = false
      await Promise.all([over, ...lanes])
      const { integrity, listing } = inspect(directory)
      expect(integrity).toBe('ok')
      const names = new Set(listing.map((line) => line.slice(0, line.indexOf('.'))))
      for (const name of answered) expect(names.has(name) || ['a', 'b', 'c'].every((part) => names.has(`${name}-${part}`)), name).toBe(true)
      for (const name of names) if (/-[abc]$/.test(name)) expect(['a', 'b', 'c'].every((part) => names.has(`${name.slice(0, -2)}-${part}`)), name).toBe(true)
    }
    expect(answered.length).toBeGreaterThanOrEqual(12)
  }, 120_000)
})
