import { appendFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { JournalError } from '../errors.ts'
import { makePlan } from '../make-plan.ts'
import { memoryStore, record, zone } from '../testing/memory-store.ts'
import { type JournalEntry, runState } from './entry.ts'
import { openFleet } from './fleet.ts'
import { openLineFile, readLineFile } from './file.ts'
import { printLine, readLines } from './line.ts'
import { allRuns, findRun, readRun, runPath } from './runs.ts'
import { isRun, newRun, stateFolder, zoneFolder } from './state-folder.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonewright-journal-'))
})
afterAll(() => rm(folder, { recursive: true }))

const octets = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the lines of a journal', () => {
  it('come back as they were written', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue()), (values) => {
      const text = values.map(printLine).join('')
      expect(readLines(octets(text), 'a')).toEqual({ values: JSON.parse(JSON.stringify(values)), octets: octets(text).length })
    }))
  })

  it('end before a torn last line, wherever it is torn', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), fc.nat(), (values, cut) => {
      const bytes = octets(values.map(printLine).join(''))
      const { values: read } = readLines(bytes.subarray(0, cut % bytes.length), 'a')
      expect(JSON.parse(JSON.stringify(values)).slice(0, read.length)).toEqual(read)
      expect(read.length).toBeLessThan(values.length)
    }))
  })

  it('end before a last line that has other octets than were written', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const whole = octets(printLine({ a: 1 }))
      const bytes = octets(printLine({ a: 1 }) + printLine({ b: 'text' }))
      const place = whole.length + (at % (bytes.length - whole.length))
      bytes[place] = (bytes[place] ?? 0) ^ flip
      expect(readLines(bytes, 'run.jsonl').values).toEqual([{ a: 1 }])
    }))
  })

  it('are refused when whole ones follow later, behind more than one that is not', () => {
    const bytes = octets(`${printLine(1)}torn\n\n${printLine(3)}`)
    expect(() => readLines(bytes, 'run.jsonl')).toThrow('line 2 of the journal run.jsonl is damaged')
  })

  it('are refused when one in the middle is damaged: that is no end', () => {
    const bytes = octets(printLine(1) + printLine(2) + printLine(3))
    bytes[printLine(1).length + 9] = 0x78
    expect(() => readLines(bytes, 'run.jsonl')).toThrow(JournalError)
    expect(() => readLines(bytes, 'run.jsonl')).toThrow('line 2 of the journal run.jsonl is damaged')
  })
})

describe('a file of lines', () => {
  it('is readable by its owner alone, cuts a torn line off and goes on', async () => {
    const path = join(folder, 'deep', 'a.jsonl')
    const first = await openLineFile(path)
    await first.append({ n: 1 })
    await first.append({ n: 2 })
    await first.close()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await truncate(path, (await stat(path)).size - 3)
    const second = await openLineFile(path)
    await second.append({ n: 3 })
    await second.close()
    expect(await readLineFile(path)).toEqual([{ n: 1 }, { n: 3 }])
    await appendFile(path, 'deadbeef {"half')
    expect(await readLineFile(path)).toEqual([{ n: 1 }, { n: 3 }])
  })

  it('keeps nothing of a line that could not be written, so the next one is whole', async () => {
    const path = join(folder, 'full.jsonl')
    const file = await openLineFile(path)
    await file.append({ n: 1 })
    const probe = await open(path)
    await probe.close()
    const sync = vi.spyOn(Object.getPrototypeOf(probe) as typeof probe, 'datasync').mockRejectedValueOnce(Object.assign(new Error('no space is left'), { code: 'ENOSPC' }))
    await expect(file.append({ n: 2 })).rejects.toThrow(/^cannot write the journal .*full\.jsonl: no space is left; check the folder/)
    sync.mockRestore()
    await file.append({ n: 3 })
    await file.close()
    expect(await readLineFile(path)).toEqual([{ n: 1 }, { n: 3 }])
  })

  it('is empty when it is not there, and says what is wrong when it can not be opened', async () => {
    expect(await readLineFile(join(folder, 'none.jsonl'))).toEqual([])
    await writeFile(join(folder, 'file'), '')
    await expect(openLineFile(join(folder, 'file', 'a.jsonl'))).rejects.toThrow(/^cannot open the journal .*file\/a\.jsonl: .*; check the folder/)
  })
})

describe('a run', () => {
  const plan = makePlan({ store: memoryStore([], { batch: 1 }), zone, held: [], desired: [record('a', 'A', '192.0.2.1'), record('b', 'A', '192.0.2.1')] })
  const head: JournalEntry = { kind: 'plan', run: 'r', at: '', from: 0, fence: 1, plan }

  it('has an open batch when it was cut off behind an intent, and none when it was told what became of it', () => {
    expect(runState([])).toBeUndefined()
    expect(runState([head])?.pending).toBeUndefined()
    expect(runState([head, { kind: 'intent', batch: 0 }])).toMatchObject({ pending: { batch: 0 }, closed: undefined })
    const state = runState([head, { kind: 'intent', batch: 0 }, { kind: 'done', batch: 0, call: 'ray', ids: ['1'] }, { kind: 'intent', batch: 1 }, { kind: 'settled', batch: 1, outcome: 'applied' }, { kind: 'closed', outcome: 'superseded' }])
    expect(state).toMatchObject({ pending: undefined, closed: 'superseded' })
    expect(state?.done).toEqual([{ changes: plan.batches[0]?.changes, call: 'ray', ids: ['1'] }, { changes: plan.batches[1]?.changes }])
    expect(runState([head, { kind: 'intent', batch: 0 }, { kind: 'settled', batch: 0, outcome: 'absent' }])?.done).toEqual([])
  })

  it('has a name that sorts by time and tells the zone, whatever the zone is called', () => {
    const name = newRun('example.com.', new Date('2026-11-22T04:00:19.123Z'))
    expect(name).toMatch(/^20261122T040019\.123Z-example\.com-[0-9a-f]{4}$/)
    expect(isRun(name)).toBe(true)
    fc.assert(fc.property(fc.string(), (text) => {
      expect(newRun(text, new Date())).not.toMatch(/[/\\]|\.\.[/\\]/)
      expect(zoneFolder('/state', 'service', { id: text, name: text }).split('/')).toHaveLength(4)
    }))
    expect(isRun('../../etc/passwd')).toBe(false)
  })

  it('sorts behind the newest one, though the clock was set back', () => {
    const ahead = newRun('example.com.', new Date('2030-01-01T00:00:00.000Z'))
    const now = newRun('example.com.', new Date('2026-11-22T04:00:19.123Z'), ahead)
    expect(now > ahead).toBe(true)
    expect(isRun(now)).toBe(true)
    expect(newRun('example.com.', new Date('2026-11-22T04:00:19.123Z'), newRun('example.com.', new Date('2026-11-22T04:00:19.122Z')))).toContain('040019.123Z')
  })

  it.each([
    ['a plan of another form', [{ ...head, plan: { ...plan, format: 2 } }]],
    ['a line of another kind', [head, { kind: 'paused' }, { kind: 'closed', outcome: 'done' }]],
    ['no plan at its head', [{ kind: 'header', version: 2 }, head]],
  ])('is not half understood when another version wrote it: %s', async (_, lines) => {
    const ofZone = zoneFolder(folder, 'https://one.example', zone)
    const run = newRun(zone.name, new Date())
    const file = await openLineFile(runPath(ofZone, run))
    for (const line of lines) await file.append(line)
    await file.close()
    await expect(readRun(ofZone, run)).rejects.toThrow(new JournalError(`the journal ${runPath(ofZone, run)} was written by another version of this program; use that one, or look at the zone and move the file away`))
    const bad: string[] = []
    const names: string[] = []
    for await (const { state } of allRuns(folder, { onUnreadable: ({ message }) => bad.push(message) })) names.push(state.run)
    expect({ bad: bad.length, names }).toEqual({ bad: 1, names: [] })
    await rm(runPath(ofZone, run))
  })

  it('is looked for by name, and the error says where to find names', async () => {
    await expect(findRun(folder, '../x')).rejects.toThrow('"../x" is no name of a run; zw zone runs lists those that there are')
    await expect(findRun(folder, newRun('example.com.', new Date()))).rejects.toThrow('there is no run')
  })

  it('is kept where XDG says, else at home', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' })).toBe('/state/zonewright')
    expect(stateFolder({ XDG_STATE_HOME: 'relative', HOME: '/home/user' })).toBe('/home/user/.local/state/zonewright')
    for (const HOME of ['', 'relative']) expect(stateFolder({ HOME })).toMatch(/^\/.*\.local\/state\/zonewright$/)
    expect(zoneFolder('/s', 'https://one.example', { id: '1', name: 'example.com.' })).not.toBe(zoneFolder('/s', 'https://two.example', { id: '1', name: 'example.com.' }))
  })
})

describe('the memory of many zones', () => {
  it('lasts over a run that was cut off, by the content of the files, and ends with one that was not', async () => {
    const first = await openFleet(folder, 'zones/')
    await first.done('a.', 'one')
    await first.close(false)
    const second = await openFleet(folder, 'zones/')
    expect([await second.isDone('a.', 'one'), await second.isDone('a.', 'two'), await second.isDone('b.', 'one')]).toEqual([true, false, false])
    await second.close(true)
    const third = await openFleet(folder, 'zones/')
    expect(await third.isDone('a.', 'one')).toBe(false)
    await third.close(true)
    expect(await readFile(join(folder, 'fleets', 'none'), 'utf8').catch(() => 'nothing')).toBe('nothing')
  })

  it('does not speak for a zone that a run has changed since, as a rollback does', async () => {
    const first = await openFleet(folder, 'others/')
    for (const name of ['a.test.', 'b.a.test.']) await first.done(name, 'one')
    await first.close(false)
    const path = runPath(zoneFolder(folder, 'https://one.example', { id: '1', name: 'a.test.' }), newRun('a.test.', new Date(Date.now() + 1)))
    const run = await openLineFile(path)
    await run.close()
    const second = await openFleet(folder, 'others/')
    expect([await second.isDone('a.test.', 'one'), await second.isDone('b.a.test.', 'one')]).toEqual([false, true])
    await second.close(true)
  })
})
