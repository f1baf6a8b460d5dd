import type { ApplyReport, Change, StoredRecord, ZoneStore } from '@zonewright/zone'
import type { ApplyPlanOptions } from './apply-options.ts'
import { listZone } from './listing.ts'
import { pause } from './pause.ts'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore } from './record-state.ts'
import type { ChangeOutcome } from './report.ts'
import { type Settlement, digestOf, settleBatch } from './settle.ts'
import { type Difference, differences } from './verify.ts'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One run of a plan, step by step: it sends, settles, proves, and remembers what became of each change. */
export class PlanRun {
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
