import type { ApplyReport, Change, StoredRecord, ZoneStore } from '@zonewright/zone'
import { PlanRefusedError } from './errors.ts'
import type { Journal } from './journal/entry.ts'
import { listZone } from './listing.ts'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore } from './record-state.ts'
import type { ChangeOutcome, RunReport } from './report.ts'
import { type Settlement, digestOf, nextBatch, settleBatch } from './settle.ts'
import { type Difference, differences } from './verify.ts'

/** How far a run is. */
export interface RunProgress {
  /** Absolute name of the zone. */
  readonly zone: string
  /** Changes that happened, of how many. */
  readonly settled: number
  readonly total: number
}

/** Settings of {@link applyPlan}; every one has a default. */
export interface ApplyPlanOptions {
  /** A listing of the zone that was just made; without one the zone is listed first. */
  readonly held?: readonly StoredRecord[]
  /** Where each step is written down before it is made. */
  readonly journal?: Journal
  /** Name of the run in the report. */
  readonly run?: string
  /** Number of the lease. */
  readonly fence?: number
  /** Where the plan came from, for people: a file. */
  readonly source?: string
  /** Ends the run before its next call. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RunProgress) => void
  /** Milliseconds until a listing is believed that does not show a batch whose answer was lost: it may still be on its way. Default 1,000. */
  readonly settleMs?: number
  /** Most times that a batch is sent whose answer was lost and that did not happen. Default 3. */
  readonly tries?: number
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One run of a plan, step by step. */
class Run {
  readonly #store: ZoneStore
  readonly #plan: Plan
  readonly #options: ApplyPlanOptions
  readonly #changes: ChangeOutcome[] = []
  readonly calls = { list: 0, apply: 0, verify: 0 }
  #settled = 0

  constructor(store: ZoneStore, plan: Plan, options: ApplyPlanOptions) {
    this.#store = store
    this.#plan = plan
    this.#options = options
  }

  get changes(): readonly ChangeOutcome[] {
    return this.#changes
  }

  async list(purpose: 'list' | 'verify'): Promise<readonly StoredRecord[]> {
    this.calls[purpose]++
    return listZone(this.#store, this.#plan.zone, this.#options.signal === undefined ? {} : { signal: this.#options.signal })
  }

  /** Notes the outcome of a whole batch. */
  note(batch: number, outcome: ChangeOutcome['outcome'], more: (change: Change, index: number) => { call?: string | undefined; id?: string | null | undefined; error?: string | undefined } = () => ({})): void {
    for (const [index, change] of (this.#plan.batches[batch]?.changes ?? []).entries()) {
      const { call, id, error } = more(change, index)
      const before = recordBefore(change)
      const after = recordAfter(change)
      const known = id ?? before?.id
      this.#changes.push({ kind: change.kind, batch, outcome, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(call === undefined ? {} : { call }), ...(known === undefined ? {} : { id: known }), ...(error === undefined ? {} : { error }) })
      if (outcome === 'done') this.#settled++
    }
    this.tell()
  }

  tell(): void {
    const total = this.#plan.batches.reduce((sum, { changes }) => sum + changes.length, 0)
    this.#options.onProgress?.({ zone: this.#plan.zone.name, settled: this.#settled, total })
  }

  /** Sends one batch and finds out what became of it. @returns why it did not happen, or undefined. */
  async send(batch: number): Promise<string | undefined> {
    const { journal, tries = 3 } = this.#options
    for (let attempt = 1; ; attempt++) {
      this.#options.signal?.throwIfAborted()
      await journal?.append({ kind: 'intent', batch })
      this.calls.apply++
      const report = await this.#store.apply(this.#plan.zone, this.#plan.batches[batch]?.changes ?? [], this.#options.signal === undefined ? {} : { signal: this.#options.signal })
      if (report.failed.length === 0 && report.unknown.length === 0) {
        await this.#finish(batch, report)
        return undefined
      }
      const [first] = [...report.unknown, ...report.failed]
      const reason = messageOf(first?.error)
      // A refusal of the second try can come from the first one, which arrived late after all.
      if (report.unknown.length === 0 && report.done.length === 0 && attempt === 1) {
        await journal?.append({ kind: 'refused', batch, message: reason })
        this.note(batch, 'failed', () => ({ error: reason }))
        return reason
      }
      const outcome = await this.#settle(batch)
      await journal?.append({ kind: 'settled', batch, outcome })
      if (outcome === 'applied') {
        this.note(batch, 'done')
        return undefined
      }
      if (outcome === 'moved' || attempt >= tries || report.unknown.length === 0) {
        this.note(batch, outcome === 'moved' ? 'unknown' : 'failed', () => ({ error: reason }))
        return outcome === 'moved' ? `${reason}; the zone holds something else by now, so somebody else is writing to it: run it again` : reason
      }
    }
  }

  async #finish(batch: number, { done }: ApplyReport): Promise<void> {
    const byChange = new Map(done.map((one) => [one.change, one]))
    const changes = this.#plan.batches[batch]?.changes ?? []
    const [first] = done
    await this.#options.journal?.append({ kind: 'done', batch, ids: changes.map((change) => byChange.get(change)?.record?.id ?? null), ...(first?.call === undefined ? {} : { call: first.call }) })
    this.note(batch, 'done', (change) => ({ call: byChange.get(change)?.call, id: byChange.get(change)?.record?.id }))
  }

  async #settle(batch: number): Promise<Settlement> {
    const outcome = settleBatch(this.#plan, batch, await this.list('list'))
    if (outcome === 'applied') return outcome
    // What is not there yet may be on its way: a listing right after a lost answer is no proof.
    await pause(this.#options.settleMs ?? 1000)
    return settleBatch(this.#plan, batch, await this.list('list'))
  }

  /** Proves the end by a listing; a second one a moment later, for a store that shows a write late. */
  async verify(held: readonly StoredRecord[], goal: string, from: number): Promise<readonly Difference[] | undefined> {
    let now = await this.list('verify')
    if (digestOf(this.#plan, now) !== goal) {
      await pause(this.#options.settleMs ?? 1000)
      now = await this.list('verify')
    }
    return digestOf(this.#plan, now) === goal ? undefined : differences({ ...this.#plan, batches: this.#plan.batches.slice(from) }, held, now)
  }
}

/**
 * Carries a plan out: each batch is one call, written down before and after; then a listing has to equal the end of the plan.
 *
 * A batch whose answer was lost is never sent again blindly: a listing tells whether it happened. A plan whose first batches happened
 * in an earlier run is taken up behind them. The report tells what became of each change; a store that refuses or can't be reached
 * ends the run with `status: 'failed'`, and nothing is thrown away: the next run of any plan goes on from what the zone holds.
 * @throws PlanRefusedError when the guards refused the plan. @throws ZoneMovedError when the zone is not what the plan was made from.
 * @throws JournalError when a step can't be written down, and whatever the store throws while it lists, or the signal's reason.
 * @example
 * const { plan, held } = await planZone(store, { id: zone_id, name: 'example.com.' }, records)
 * const report = await applyPlan(store, plan, { held })
 * console.log(report.status, report.calls)
 */
export const applyPlan = async (store: ZoneStore, plan: Plan, options: ApplyPlanOptions = {}): Promise<RunReport> => {
  if (plan.refusals.length > 0) throw new PlanRefusedError(plan.refusals)
  const started = Date.now()
  const run = new Run(store, plan, options)
  const held = options.held ?? (await run.list('list'))
  if (options.held !== undefined) run.calls.list = 1
  const report = (status: RunReport['status'], more: Pick<Partial<RunReport>, 'verified' | 'differences' | 'error'> = {}): RunReport => ({
    ...(options.run === undefined ? {} : { run: options.run }),
    zone: plan.zone.name,
    status,
    verified: false,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    calls: { ...run.calls },
    counts: plan.counts,
    warnings: plan.warnings,
    changes: run.changes,
    differences: [],
    ...more,
  })
  const from = nextBatch(plan, held)
  if (from === plan.batches.length) return report('unchanged', { verified: true })
  const { journal } = options
  await journal?.append({ kind: 'plan', run: options.run ?? '', at: new Date(started).toISOString(), from, fence: options.fence ?? 0, ...(options.source === undefined ? {} : { source: options.source }), plan })
  for (let batch = 0; batch < from; batch++) run.note(batch, 'done')
  run.tell()
  for (let batch = from; batch < plan.batches.length; batch++) {
    const error = await run.send(batch)
    if (error === undefined) continue
    for (let rest = batch + 1; rest < plan.batches.length; rest++) run.note(rest, 'not sent')
    await journal?.append({ kind: 'closed', outcome: 'failed', message: error })
    return report('failed', { error })
  }
  const goal = plan.batches.at(-1)?.after ?? plan.base
  const wrong = await run.verify(held, goal, from)
  if (wrong !== undefined) {
    const error = `the zone is not as planned: ${wrong.length} ${wrong.length === 1 ? 'record differs' : 'records differ'}; somebody else may be writing to it: run it again`
    await journal?.append({ kind: 'closed', outcome: 'failed', message: error })
    return report('failed', { differences: wrong, error })
  }
  await journal?.append({ kind: 'verified', digest: goal })
  await journal?.append({ kind: 'closed', outcome: 'done' })
  return report('done', { verified: true })
}
