import type { ApplyReport, Change, StoredRecord, ZoneStore } from '@zonewright/zone'
import type { ApplyPlanOptions } from './apply-options.ts'
import type { ZoneDigest } from './digest.ts'
import type { JournalEntry, SentPart } from './journal/entry.ts'
import { listZone } from './listing.ts'
import { Outcomes } from './outcomes.ts'
import { type BatchUnit, type Part, changesIn, placesOf } from './part.ts'
import { pause } from './pause.ts'
import type { Plan } from './plan.ts'
import { type Settlement, digestAfter, digestOf, settleCall } from './settle.ts'
import { type Difference, differences } from './verify.ts'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What became of a part that was sent. */
export type Sent =
  | { readonly outcome: 'done' }
  /**
   * Nothing of it happened. `ofContent` says that the refusal is about what was sent; `blamed` are the units that are known to be at
   * fault, none when only a part of the call can be.
   */
  | { readonly outcome: 'refused'; readonly reason: string; readonly call?: string; readonly ofContent: boolean; readonly blamed: readonly BatchUnit[] }
  /** Nobody can say, or the zone is in a state that is none of ours. */
  | { readonly outcome: 'unknown'; readonly reason: string }

/** One run of a plan, call by call: it sends, settles, proves, and remembers what became of each change. */
export class PlanRun {
  readonly calls = { list: 0, apply: 0, verify: 0 }
  readonly plan: Plan
  readonly options: ApplyPlanOptions
  readonly outcomes: Outcomes
  readonly #store: ZoneStore
  readonly #done: Change[] = []
  /** Digest of the zone as it is by all that is known. */
  #digest: ZoneDigest

  constructor(store: ZoneStore, plan: Plan, options: ApplyPlanOptions) {
    this.#store = store
    this.plan = plan
    this.options = options
    this.outcomes = new Outcomes(plan, options.onProgress)
    this.#digest = digestAfter(plan, [])
  }

  /** Most records in the zone, where that is known. */
  get records(): number | undefined {
    return this.#store.can.limits?.(this.plan.zone).records
  }

  /** What the zone is at the end of what was done. */
  get digest(): string {
    return this.#digest.toString()
  }

  /** Begins behind what happened in earlier runs. */
  startBehind(made: ReadonlySet<Change>): void {
    this.#digest = digestAfter(this.plan, made)
    for (const [batch, { changes }] of this.plan.batches.entries()) {
      const own = changes.filter((change) => made.has(change))
      if (own.length > 0) this.outcomes.note(batch, own, 'done')
    }
    this.outcomes.tell()
  }

  async list(purpose: 'list' | 'verify'): Promise<readonly StoredRecord[]> {
    this.calls[purpose]++
    return listZone(this.#store, this.plan.zone, this.#signal)
  }

  get #signal(): { readonly signal?: AbortSignal } {
    return this.options.signal === undefined ? {} : { signal: this.options.signal }
  }

  #place({ batch, units }: Part): SentPart {
    const changes = placesOf(units)
    return changes.length === this.plan.batches[batch]?.changes.length ? { batch } : { batch, changes }
  }

  async write(entry: JournalEntry): Promise<void> {
    await this.options.journal?.append(entry)
  }

  /** Sends a part as one call and finds out what became of it. */
  async send(part: Part): Promise<Sent> {
    const changes = changesIn(part.units)
    const place = this.#place(part)
    for (let attempt = 1; ; attempt++) {
      this.options.signal?.throwIfAborted()
      await this.write({ kind: 'intent', ...place })
      this.calls.apply++
      const report = await this.#store.apply(this.plan.zone, changes, this.#signal)
      if (report.failed.length === 0 && report.unknown.length === 0) {
        await this.#finish(part, report)
        return { outcome: 'done' }
      }
      // A refusal of the second try can come from the first one, which arrived late after all.
      if (report.unknown.length === 0 && report.done.length === 0 && attempt === 1) return this.#refused(part, report)
      const reason = messageOf([...report.unknown, ...report.failed][0]?.error)
      const outcome = await this.#settle(changes)
      await this.write({ kind: 'settled', ...place, outcome })
      if (outcome === 'applied') {
        this.#happened(changes)
        this.outcomes.note(part.batch, changes, 'done')
        return { outcome: 'done' }
      }
      if (outcome === 'moved') return { outcome: 'unknown', reason: `${reason}; the zone holds something else by now, so somebody else is writing to it: run it again` }
      if (report.unknown.length === 0) return this.#refused(part, report)
      if (attempt >= (this.options.tries ?? 3)) return { outcome: 'refused', reason, ofContent: false, blamed: [] }
    }
  }

  async #refused(part: Part, { failed }: ApplyReport): Promise<Sent> {
    const [first] = failed
    const reason = messageOf(first?.error)
    const named = new Set(failed.filter(({ blame }) => blame === 'change').map(({ change }) => change))
    const ofContent = failed.some(({ blame }) => blame !== undefined)
    const blamed = !ofContent ? [] : named.size > 0 ? part.units.filter(({ changes }) => changes.some((change) => named.has(change))) : part.units.length === 1 ? part.units : []
    const call = first?.call === undefined ? {} : { call: first.call }
    await this.write({ kind: 'refused', ...this.#place(part), message: reason, ...call, ...(blamed.length === 0 ? {} : { blamed: blamed.map(({ places }) => places) }) })
    return { outcome: 'refused', reason, ...call, ofContent, blamed }
  }

  #happened(changes: readonly Change[]): void {
    for (const change of changes) this.#digest.apply(change)
    this.#done.push(...changes)
  }

  async #finish(part: Part, { done }: ApplyReport): Promise<void> {
    const byChange = new Map(done.map((one) => [one.change, one]))
    const changes = changesIn(part.units)
    const [first] = done
    await this.write({ kind: 'done', ...this.#place(part), ids: changes.map((change) => byChange.get(change)?.record?.id ?? null), ...(first?.call === undefined ? {} : { call: first.call }) })
    this.#happened(changes)
    this.outcomes.note(part.batch, changes, 'done', (change) => ({ call: byChange.get(change)?.call, id: byChange.get(change)?.record?.id }))
  }

  async #settle(changes: readonly Change[]): Promise<Settlement> {
    const before = this.digest
    const call = { before, after: digestAfter({ base: before, scope: this.plan.scope }, changes).toString() }
    const outcome = settleCall(this.plan, call, await this.list('list'))
    if (outcome === 'applied') return outcome
    // What is not there yet may be on its way: a listing right after a lost answer is no proof.
    await pause(this.options.settleMs ?? 1000, this.options.signal)
    this.options.signal?.throwIfAborted()
    return settleCall(this.plan, call, await this.list('list'))
  }

  /** Proves the end by a listing; a second one a moment later, for a store that shows a write late. */
  async verify(held: readonly StoredRecord[]): Promise<readonly Difference[] | undefined> {
    let now = await this.list('verify')
    if (digestOf(this.plan, now) !== this.digest) {
      await pause(this.options.settleMs ?? 1000, this.options.signal)
      this.options.signal?.throwIfAborted()
      now = await this.list('verify')
    }
    return digestOf(this.plan, now) === this.digest ? undefined : differences(this.plan, { held, done: this.#done, now })
  }
}
