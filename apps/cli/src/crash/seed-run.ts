import { type Plan, type RunReport, allRuns, changesOf, makePlan, printPlan, readPlan, syncZone } from '@zonewright/sync'
import { type Change, type StoredRecord, type Zone, type ZoneStore, recordKey } from '@zonewright/zone'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Crash, crashingRun } from './crash-points.ts'
import { type Random, randomFrom } from './random.ts'
import { type Stage, addFaults, setScene, withBatch } from './stage.ts'
import { type Story, foreignPattern, storyOf, withRefusals } from './story.ts'

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

/** Every line of a listing that should be there; a record that stays keeps what the file does not state. A refused name is as before. */
const expectedKeys = ({ desired, foreign, refused }: Story, before: readonly StoredRecord[]): string[] =>
  [...desired.filter(({ name }) => !refused.includes(name)), ...foreign, ...before.filter(({ name }) => refused.includes(name))].map(recordKey).sort()

const nameOf = ({ before, after }: { readonly before?: { readonly name: string }; readonly after?: { readonly name: string } }): string => (after ?? before)?.name ?? ''

/** What a change does, in the same words when it was planned anew. */
const changeText = (change: Change): string => `${change.kind} ${recordKey(change.kind === 'delete' ? change.before : change.after)}`

class SeedRun {
  readonly faults: string[] = []
  runs = 0
  crashes = 0
  readonly #stage: Stage
  readonly #zone: Zone
  readonly #story: Story
  readonly #random: Random
  readonly #folder: string
  /** Every other seed carries a plan out that was saved before its first run. */
  readonly #saves: boolean
  #saved: Plan | undefined

  constructor({ stage, seed }: { readonly stage: Stage; readonly seed: number }, zone: Zone, story: Story, random: Random) {
    this.#stage = stage
    this.#folder = join(stage.folder, String(seed))
    this.#saves = seed % 2 === 0
    this.#zone = zone
    this.#story = story
    this.#random = random
  }

  /** Looks into the emulator's state itself, behind all calls: a batch that happened must not be sent again. */
  async #watch(store: ZoneStore): Promise<(changes: readonly Change[]) => void> {
    const refused = await this.#knownRefused()
    return (changes) => {
      for (const change of changes) if (refused.has(changeText(change))) this.faults.push(`${changeText(change)} was sent again, and was known to be refused`)
      const rows = this.#stage.emulator.state.records.all(this.#zone.id)
      const ids = new Set(rows.map(({ wire }) => wire.id))
      if (changes.length > store.can.batch(this.#zone)) this.faults.push(`a batch of ${changes.length} changes was sent`)
      for (const change of changes) {
        if (change.kind !== 'create' && !ids.has(change.before.id)) this.faults.push(`${change.kind} of ${change.before.id} was sent again`)
        if (change.kind === 'create' && rows.some(({ wire, rdata }) => `${wire.name}.` === change.after.name && wire.type === change.after.type && rdata === change.after.rdata)) this.faults.push(`${recordKey(change.after)} was sent again`)
      }
    }
  }

  /** What a run that was cut off wrote down as refused: the one that takes it up must not ask again. */
  async #knownRefused(): Promise<ReadonlySet<string>> {
    for await (const { state } of allRuns(this.#folder)) return new Set(state.closed === undefined ? state.refused.flatMap(({ changes }) => changes.map(changeText)) : [])
    return new Set()
  }

  #plan(held: readonly StoredRecord[]): Plan {
    return makePlan({ store: withBatch(this.#stage.store, this.#story.batch), zone: this.#zone, held, desired: this.#story.desired }, { ignore: [foreignPattern], deleteShare: 1, allow: ['deletes', 'empty', 'vital'] })
  }

  /** One run from a new start, ended at a step. @returns the report, or undefined when it was ended or gave up. */
  async attempt(at: number): Promise<{ readonly report?: RunReport; readonly steps: number }> {
    this.runs++
    const store = withBatch(this.#stage.store, this.#story.batch)
    const run = crashingRun({ store, at, random: this.#random, onSend: await this.#watch(store) })
    try {
      const report = await syncZone(run.store, this.#zone, (held) => this.#saved ?? this.#plan(held), { folder: this.#folder, service: 'crash', settleMs: 0, onError: this.#story.refused.length > 0 ? 'skip' : 'stop', openJournal: run.openJournal })
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
    if (this.#saves) this.#saved = readPlan(printPlan(this.#plan(before)))
    addFaults(this.#stage, this.#random)
    await this.attempt(at)
    while (this.#random.chance(0.3)) {
      addFaults(this.#stage, this.#random)
      await this.attempt(1 + this.#random.below(20))
    }
    this.#stage.emulator.faults.clear()
    const { report } = await this.attempt(Number.POSITIVE_INFINITY)
    if (report === undefined) this.faults.push('the last run threw')
    else this.#judge(report)
    const now: StoredRecord[] = []
    for await (const record of this.#stage.store.records(this.#zone)) now.push(record)
    this.#compare(before, now.filter(({ readOnly }) => readOnly !== true))
    if (now.filter(({ readOnly }) => readOnly === true).length !== 1) this.faults.push('the read-only record was touched')
    const foreignBefore = before.filter((record) => foreign.some((one) => one.name === record.name)).map((record) => record.id + stateOf(record))
    const foreignNow = now.filter((record) => foreign.some((one) => one.name === record.name)).map((record) => record.id + stateOf(record))
    if (foreignBefore.sort().join() !== foreignNow.sort().join()) this.faults.push('a foreign record was touched')
    if (held.length > 0 && before.length === 0) this.faults.push('the scene was empty')
  }

  /** The last run has to be done, or to say exactly what is refused. */
  #judge({ status, verified, error, changes }: RunReport): void {
    const { refused } = this.#story
    const names = [...new Set(changes.filter(({ outcome }) => outcome !== 'done').map(nameOf))]
    if (!verified || (status === 'failed' && names.length === 0)) this.faults.push(`the last run failed: ${error ?? 'for no reason'}`)
    for (const name of names) if (!refused.includes(name)) this.faults.push(`${name} was not done, and is not refused`)
  }

  #compare(before: readonly StoredRecord[], now: readonly StoredRecord[]): void {
    const { refused } = this.#story
    // A name with more changes than a call takes can be refused half-way: then it holds nothing but old and wanted records.
    const torn = refused.filter((name) => changesOf(this.#plan(before)).filter((change) => nameOf(change) === name).length > this.#story.batch)
    const known = new Set([...before, ...this.#story.desired].map(recordKey))
    for (const record of now) if (torn.includes(record.name) && !known.has(recordKey(record))) this.faults.push(`${recordKey(record)} was never wanted`)
    const isWhole = (key: string): boolean => !torn.some((name) => key.startsWith(`${name} `))
    const expected = expectedKeys(this.#story, before).filter(isWhole)
    const found = now.map(recordKey).filter(isWhole).sort()
    const pending = new Set(changesOf(this.#plan(now)).map(nameOf))
    for (const name of pending) if (!refused.includes(name)) this.faults.push(`${name} is still to be done`)
    for (const name of refused) if (!pending.has(name)) this.faults.push(`${name} was not refused`)
    if (expected.join('\n') !== found.join('\n')) this.faults.push(`the zone holds ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
    for (const wanted of this.#story.desired) {
      if (refused.includes(wanted.name)) continue
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
  const plain = storyOf(random, zone.name)
  // Every third seed has names that the service refuses, with plans made anew and with saved ones.
  const story = seed % 3 === 0 ? withRefusals(plain, random) : plain
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
