import type { Change } from '@zonewright/zone'
import type { RunProgress } from './apply-options.ts'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore } from './record-state.ts'
import type { ChangeOutcome } from './report.ts'

/** What is known of a change beside its outcome. */
interface Detail {
  readonly call?: string | undefined
  readonly id?: string | null | undefined
  readonly error?: string | undefined
}

const outcomeOf = (change: Change, { batch, outcome, call, id, error }: Detail & Pick<ChangeOutcome, 'batch' | 'outcome'>): ChangeOutcome => {
  const before = recordBefore(change)
  const after = recordAfter(change)
  const known = id ?? before?.id
  return { kind: change.kind, batch, outcome, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(call === undefined ? {} : { call }), ...(known === undefined ? {} : { id: known }), ...(error === undefined ? {} : { error }) }
}

/** What became of each change of a plan so far. */
export class Outcomes {
  readonly #plan: Plan
  readonly #tell: ((progress: RunProgress) => void) | undefined
  readonly #total: number
  readonly #byChange = new Map<Change, ChangeOutcome>()
  #settled = 0

  constructor(plan: Plan, tell: ((progress: RunProgress) => void) | undefined) {
    this.#plan = plan
    this.#tell = tell
    this.#total = plan.batches.reduce((sum, { changes }) => sum + changes.length, 0)
  }

  /** Notes the outcome of some changes of a batch. */
  note(batch: number, changes: readonly Change[], outcome: ChangeOutcome['outcome'], detail: (change: Change, index: number) => Detail = () => ({})): void {
    for (const [index, change] of changes.entries()) {
      this.#byChange.set(change, outcomeOf(change, { batch, outcome, ...detail(change, index) }))
      if (outcome === 'done') this.#settled++
    }
    this.tell()
  }

  tell(): void {
    this.#tell?.({ zone: this.#plan.zone.name, settled: this.#settled, total: this.#total })
  }

  /** All of them in the order of the plan; what nobody spoke about was not sent. */
  list(): readonly ChangeOutcome[] {
    return this.#plan.batches.flatMap(({ changes }, batch) => changes.map((change) => this.#byChange.get(change) ?? outcomeOf(change, { batch, outcome: 'not sent' })))
  }
}
