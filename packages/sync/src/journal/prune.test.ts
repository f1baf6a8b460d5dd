import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makePlan } from '../make-plan.ts'
import { memoryStore, record, zone } from '../testing/memory-store.ts'
import type { JournalEntry } from './entry.ts'
import { openLineFile } from './file.ts'
import { openFleet } from './fleet.ts'
import { pruneRuns } from './prune.ts'
import { allRuns, runPath } from './runs.ts'
import { newRun, zoneFolder } from './state-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonewright-prune-'))
})
afterEach(() => rm(folder, { recursive: true }))

const plan = makePlan({ store: memoryStore(), zone, held: [], desired: [record('a', 'A', '192.0.2.1')] })
const done: readonly JournalEntry[] = [{ kind: 'intent', batch: 0 }, { kind: 'done', batch: 0, ids: ['1'] }]
const closed: JournalEntry = { kind: 'closed', outcome: 'done' }

/** Writes the journal of a run that began on a day of 2026. */
const journal = async (day: string, entries: readonly JournalEntry[], of = zone): Promise<string> => {
  const run = newRun(of.name, new Date(`2026-${day}T12:00:00.000Z`))
  const file = await openLineFile(runPath(zoneFolder(folder, 's', of), run))
  for (const entry of [{ kind: 'plan', run, at: '', from: 0, fence: 1, plan: { ...plan, zone: of } }, ...entries]) await file.append(entry)
  await file.close()
  return run
}
const left = async (): Promise<string[]> => {
  const names: string[] = []
  for await (const { state } of allRuns(folder)) names.push(state.run)
  return names
}
const before = new Date('2026-06-01T00:00:00.000Z')

it('forgets what is old and ended, and keeps what is younger', async () => {
  const old = [await journal('01-01', [...done, closed]), await journal('02-01', [...done, { kind: 'closed', outcome: 'superseded' }])]
  const young = await journal('06-02', [...done, closed])
  expect([...(await pruneRuns(folder, { before }))].sort()).toEqual(old)
  expect(await left()).toEqual([young])
  expect(await pruneRuns(folder, { before })).toEqual([])
})

it('keeps a run that was cut off, however old: the next one looks what became of it', async () => {
  const cut = await journal('01-01', done.slice(0, 1))
  const newer = await journal('02-01', [...done, closed])
  expect(await pruneRuns(folder, { before })).toEqual([])
  expect(await left()).toEqual([newer, cut])
})

it('keeps of each zone the newest run that changed something, and not one after it that changed nothing', async () => {
  const other = { id: 'z2', name: 'example.org.' }
  const others = await journal('01-05', [...done, closed], other)
  const earlier = await journal('01-01', [...done, closed])
  const newest = await journal('02-01', [...done, closed])
  const refused = await journal('03-01', [{ kind: 'intent', batch: 0 }, { kind: 'refused', batch: 0, message: 'no' }, { kind: 'closed', outcome: 'failed' }])
  expect([...(await pruneRuns(folder, { before }))].sort()).toEqual([earlier, refused].sort())
  expect(await left()).toEqual([newest, others])
})

it('forgets only runs of the zone that it is told, and a file in which not even the plan got to the disk', async () => {
  const other = { id: 'z2', name: 'example.org.' }
  for (const day of ['01-01', '01-02']) await journal(day, [...done, closed], other)
  const mine = await journal('01-03', [...done, closed])
  await journal('01-04', [...done, closed])
  expect(await pruneRuns(folder, { before, zone: zone.name })).toEqual([mine])
  const torn = newRun(zone.name, new Date('2026-01-06T12:00:00.000Z'))
  await writeFile(runPath(zoneFolder(folder, 's', zone), torn), 'dead')
  expect(await pruneRuns(folder, { before })).toContain(torn)
  expect(await left()).toHaveLength(2)
})

it('forgets what was remembered of an old run over many zones, and is content without a folder', async () => {
  for (const about of ['old', 'young']) await (await openFleet(folder, about)).close(false)
  const [first = ''] = await readdir(join(folder, 'fleets'))
  await utimes(join(folder, 'fleets', first), new Date('2026-01-01'), new Date('2026-01-01'))
  expect(await pruneRuns(folder, { before })).toEqual([])
  expect(await readdir(join(folder, 'fleets'))).toHaveLength(1)
  expect(await pruneRuns(join(folder, 'nothing'), { before })).toEqual([])
})
