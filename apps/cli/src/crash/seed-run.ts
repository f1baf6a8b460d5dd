import { type RunReport, makePlan, syncZone } from '@zonewright/sync'
import { type Change, type StoredRecord, type Zone, type ZoneStore, recordKey } from '@zonewright/zone'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Crash, crashingRun } from './crash-points.ts'
import { type Random, randomFrom } from './random.ts'
import { type Stage, addFaults, setScene, withBatch } from './stage.ts'
import { type Story, foreignPattern, storyOf } from './story.ts'

/** What one seed showed. */
export interface SeedResult {
  /** Steps at which a run was ended. */
  readonly crashes: number
  /** Runs that were needed for all of them. */
  readonly runs: number
  /** What was not as it has to be. */
  readonly faults: readonly string[]
}

const stateOf = (record: StoredRecord): string => {
  const { comment = '', tags = [], proxied = false } = record.attributes ?? {}
  return JSON.stringify([recordKey(record), proxied ? 1 : record.ttl, proxied, comment, [...tags].sort()])
}

/** Every line of a listing that should be there; a record that stays keeps what the file does not state. */
const expectedKeys = ({ desired, foreign }: Story): string[] => [...desired, ...foreign].map(recordKey).sort()

class SeedRun {
  readonly faults: string[] = []
  runs = 0
  crashes = 0
  readonly #stage: Stage
  readonly #zone: Zone
  readonly #story: Story
  readonly #random: Random
  readonly #folder: string

  constructor({ stage, seed }: { readonly stage: Stage; readonly seed: number }, zone: Zone, story: Story, random: Random) {
    this.#stage = stage
    this.#folder = join(stage.folder, String(seed))
    this.#zone = zone
    this.#story = story
    this.#random = random
  }

  /** Looks into the emulator's state itself, behind all calls: a batch that happened must not be sent again. */
  #watch(store: ZoneStore): (changes: readonly Change[]) => void {
    return (changes) => {
      const rows = this.#stage.emulator.state.records.all(this.#zone.id)
      const ids = new Set(rows.map(({ wire }) => wire.id))
      if (changes.length > store.can.batch(this.#zone)) this.faults.push(`a batch of ${changes.length} changes was sent`)
      for (const change of changes) {
        if (change.kind !== 'create' && !ids.has(change.before.id)) this.faults.push(`${change.kind} of ${change.before.id} was sent again`)
        if (change.kind === 'create' && rows.some(({ wire, rdata }) => `${wire.name}.` === change.after.name && wire.type === change.after.type && rdata === change.after.rdata)) this.faults.push(`${recordKey(change.after)} was sent again`)
      }
    }
  }

  /** One run from a new start, ended at a step. @returns the report, or undefined when it was ended or gave up. */
  async attempt(at: number): Promise<{ readonly report?: RunReport; readonly steps: number }> {
    this.runs++
    const store = withBatch(this.#stage.store, this.#story.batch)
    const run = crashingRun({ store, at, random: this.#random, onSend: this.#watch(store) })
    try {
      const report = await syncZone(run.store, this.#zone, (held) => makePlan({ store, zone: this.#zone, held, desired: this.#story.desired }, { ignore: [foreignPattern], deleteShare: 1, allow: ['deletes', 'empty', 'vital'] }), { folder: this.#folder, service: 'crash', settleMs: 0, openJournal: run.openJournal })
      return { report, steps: run.steps() }
    } catch (error) {
      if (error instanceof Crash) this.crashes++
      return { steps: run.steps() }
    }
  }

  /** From the scene over a crash, faults and more crashes to the end. */
  async survive(at: number): Promise<void> {
    const { held, foreign } = this.#story
    const before = await setScene(this.#stage, this.#zone, this.#story)
    addFaults(this.#stage, this.#random)
    await this.attempt(at)
    while (this.#random.chance(0.3)) {
      addFaults(this.#stage, this.#random)
      await this.attempt(1 + this.#random.below(20))
    }
    this.#stage.emulator.faults.clear()
    const { report } = await this.attempt(Number.POSITIVE_INFINITY)
    if (report === undefined || report.status === 'failed') this.faults.push(`the last run failed: ${report?.error ?? 'it threw'}`)
    const now: StoredRecord[] = []
    for await (const record of this.#stage.store.records(this.#zone)) now.push(record)
    this.#compare(before, now.filter(({ readOnly }) => readOnly !== true))
    if (now.filter(({ readOnly }) => readOnly === true).length !== 1) this.faults.push('the read-only record was touched')
    const foreignBefore = before.filter((record) => foreign.some((one) => one.name === record.name)).map((record) => record.id + stateOf(record))
    const foreignNow = now.filter((record) => foreign.some((one) => one.name === record.name)).map((record) => record.id + stateOf(record))
    if (foreignBefore.sort().join() !== foreignNow.sort().join()) this.faults.push('a foreign record was touched')
    if (held.length > 0 && before.length === 0) this.faults.push('the scene was empty')
  }

  #compare(before: readonly StoredRecord[], now: readonly StoredRecord[]): void {
    const expected = expectedKeys(this.#story)
    const found = now.map(recordKey).sort()
    if (expected.join('\n') !== found.join('\n')) this.faults.push(`the zone holds ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
    for (const wanted of this.#story.desired) {
      const record = now.find((one) => recordKey(one) === recordKey(wanted))
      if (record === undefined) continue
      const stated = { ...record.attributes, ...wanted.attributes }
      if (stateOf(record) !== stateOf({ ...wanted, id: record.id, attributes: stated })) this.faults.push(`${recordKey(wanted)} is in another state`)
      const old = before.find((one) => recordKey(one) === recordKey(wanted))
      if (old !== undefined && old.id !== record.id) this.faults.push(`${recordKey(wanted)} has lost its identifier`)
    }
  }
}

/** Ends a run at every one of its steps, each time with faults in its connections, and looks at the end. */
export const runSeed = async (stage: Stage, seed: number, zone: Zone): Promise<SeedResult> => {
  const random = randomFrom(seed)
  const story = storyOf(random, zone.name)
  const run = new SeedRun({ stage, seed }, zone, story, random)
  await setScene(stage, zone, story)
  const { steps } = await run.attempt(Number.POSITIVE_INFINITY)
  for (let at = 1; at <= steps && run.faults.length === 0; at++) {
    await run.survive(at)
    if (run.faults.length > 0) run.faults.push(`at step ${at} of ${steps}`)
  }
  await rm(join(stage.folder, String(seed)), { recursive: true, force: true })
  return { crashes: run.crashes, runs: run.runs, faults: run.faults.map((fault) => `seed ${seed}: ${fault}`) }
}
