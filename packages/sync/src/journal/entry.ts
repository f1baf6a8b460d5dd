import type { Plan } from '../plan.ts'
import type { Settlement } from '../settle.ts'

/** One line of a journal. */
export type JournalEntry =
  /** The plan that the run carries out, with the records as they were: what a rollback needs. */
  | { readonly kind: 'plan'; readonly run: string; readonly at: string; readonly from: number; readonly fence: number; readonly source?: string; readonly plan: Plan }
  /** A batch is about to be sent. */
  | { readonly kind: 'intent'; readonly batch: number }
  /** It happened; `call` names the call, `ids` the records in the order of the changes. */
  | { readonly kind: 'done'; readonly batch: number; readonly call?: string; readonly ids: readonly (string | null)[] }
  /** It was refused, and nothing of it happened. */
  | { readonly kind: 'refused'; readonly batch: number; readonly message: string }
  /** Its answer was lost, and a listing told what became of it. */
  | { readonly kind: 'settled'; readonly batch: number; readonly outcome: Settlement }
  /** A listing equals the end of the plan. */
  | { readonly kind: 'verified'; readonly digest: string }
  /** Nothing more is written. */
  | { readonly kind: 'closed'; readonly outcome: 'done' | 'failed' | 'superseded'; readonly message?: string }

/** Where a run writes down what it is about to do and what became of it; a line is on the disk when its promise resolves. */
export interface Journal {
  append(entry: JournalEntry): Promise<void>
}

/** What the lines of a journal say together. */
export interface RunState {
  readonly run: string
  readonly at: string
  readonly source?: string
  readonly plan: Plan
  /** Batches that happened, with the call and the identifiers where they are known. */
  readonly done: ReadonlyMap<number, { readonly call?: string; readonly ids?: readonly (string | null)[] }>
  /** The batch that was sent, and of which nothing is known. */
  readonly pending: number | undefined
  readonly verified: boolean
  readonly closed: 'done' | 'failed' | 'superseded' | undefined
}

/** Reads the entries of one run together; undefined when not even the plan got to the disk: then nothing was sent. */
export const runState = (entries: readonly JournalEntry[]): RunState | undefined => {
  const [head] = entries
  if (head?.kind !== 'plan') return undefined
  const done = new Map<number, { readonly call?: string; readonly ids?: readonly (string | null)[] }>()
  for (let batch = 0; batch < head.from; batch++) done.set(batch, {})
  let pending: number | undefined
  let verified = false
  let closed: RunState['closed']
  for (const entry of entries) {
    if (entry.kind === 'intent') pending = entry.batch
    else if (entry.kind === 'done' || entry.kind === 'refused' || entry.kind === 'settled') pending = undefined
    if (entry.kind === 'done') done.set(entry.batch, { ids: entry.ids, ...(entry.call === undefined ? {} : { call: entry.call }) })
    else if (entry.kind === 'settled' && entry.outcome === 'applied') done.set(entry.batch, {})
    else if (entry.kind === 'verified') verified = true
    else if (entry.kind === 'closed') closed = entry.outcome
  }
  return { run: head.run, at: head.at, ...(head.source === undefined ? {} : { source: head.source }), plan: head.plan, done, pending, verified, closed }
}
