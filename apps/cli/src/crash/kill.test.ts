import { recordKey } from '@zonewright/zone'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Zone } from '@zonewright/zone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChildTask } from './child.ts'
import { randomFrom } from './random.ts'
import { type Stage, openStage, setScene } from './stage.ts'
import { storyOf } from './story.ts'

const start = (task: ChildTask): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--conditions=@zonewright/source', fileURLToPath(new URL('child.ts', import.meta.url)), JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'zonewright-compile-cache') } })

const ended = async (child: ChildProcess): Promise<number | null> => (child.exitCode === null && child.signalCode === null ? ((await once(child, 'exit')) as [number | null])[0] : child.exitCode)

/** Octets of all journals below a folder. */
const written = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(names.filter((name) => name.endsWith('.jsonl')).map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Starts a run and kills it a moment after its journal has grown so many times; also while a call is on its way. */
const killed = async (task: ChildTask, growths: number): Promise<boolean> => {
  const child = start(task)
  let size = await written(task.folder)
  for (let grown = 0; grown < growths && child.exitCode === null; ) {
    await wait(1)
    const now = await written(task.folder)
    if (now > size) grown++
    size = now
  }
  await wait(Math.random() * 6)
  const alive = child.kill('SIGKILL')
  await ended(child)
  return alive
}

const lanes = 4
const kills = 3

describe('a process that is killed in the middle of a run', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(lanes)
  })
  afterAll(() => stage.close())

  const lane = async (zone: Zone, seed: number): Promise<number> => {
    const story = storyOf(randomFrom(seed), zone.name)
    const task: ChildTask = { url: stage.emulator.url, folder: join(stage.folder, zone.name), zone, seed }
    let count = 0
    for (let kill = 0; kill < kills; kill++) if (await killed(task, 1 + ((seed + kill * 2) % 6))) count++
    const last = start(task)
    let problem = ''
    last.stderr?.on('data', (chunk) => (problem += String(chunk)))
    expect({ code: await ended(last), problem }).toEqual({ code: 0, problem: '' })
    const now: string[] = []
    for await (const record of stage.store.records(zone)) if (record.readOnly !== true) now.push(recordKey(record))
    expect(now.sort()).toEqual([...story.desired, ...story.foreign].map(recordKey).sort())
    return count
  }

  it('is followed by one that ends in the wanted state, nothing doubled and nothing lost', async () => {
    for (const [index, zone] of stage.zones.entries()) await setScene(stage, zone, storyOf(randomFrom(101 + index), zone.name))
    // The answers take their time, so that a kill meets calls under way.
    stage.emulator.faults.add([{ kind: 'latency', ms: 8, path: '/batch', count: 1000 }])
    const counts = await Promise.all(stage.zones.map((zone, index) => lane(zone, 101 + index)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(lanes)
  }, 240_000)
})
