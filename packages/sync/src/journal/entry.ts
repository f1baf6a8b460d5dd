import type { Change } from '@zonewright/zone'
import type { RefusedUnit } from '../part.ts'
import type { Plan } from '../plan.ts'
import type { Settlement } from '../settle.ts'

/** What a line speaks about: a batch, or those changes of it that were sent as a call of their own. */
export interface SentPart {
  readonly batch: number
  /** Places in the batch, from 0; left out when it is all of them. */
  readonly changes?: readonly number[]
}

/** One line of a journal. */
export type JournalEntry =
  /**
   * The plan that the run carries out, with the records as they were: what a rollback needs. Batches before `from` and the `parts` of
   * others happened in earlier runs of it.
   */
  | { readonly kind: 'plan'; readonly run: string; readonly at: string; readonly from: number; readonly parts?: readonly Required<SentPart>[]; readonly fence: number; readonly source?: string; readonly plan: Plan }
  /** A call is about to be sent. */
  | ({ readonly kind: 'intent' } & SentPart)
  /** It happened; `call` names the call, `ids` the records in the order of the changes. */
  | ({ readonly kind: 'done'; readonly call?: string; readonly ids: readonly (string | null)[] } & SentPart)
  /** It was refused, and nothing of it happened; `blamed` are the places in the batch of what is known to be at fault, all changes of a name. */
  | ({ readonly kind: 'refused'; readonly message: string; readonly call?: string; readonly blamed?: readonly (readonly number[])[] } & SentPart)
  /** Its answer was lost, and a listing told what became of it. */
  | ({ readonly kind: 'settled'; readonly outcome: Settlement } & SentPart)
  /** A listing equals the end of the plan, less what was refused. */
  | { readonly kind: 'verified'; readonly digest: string }
  /** Nothing more is written. */
  | { readonly kind: 'closed'; readonly outcome: 'done' | 'failed' | 'superseded'; readonly message?: string }

/** Where a run writes down what it is about to do and what became of it; a line is on the disk when its promise resolves. */
export interface Journal {
  append(entry: JournalEntry): Promise<void>
}

/** A call that happened. */
export interface DoneCall {
  readonly changes: readonly Change[]
  /** Its name, such as a ray id, where it is known. */
  readonly call?: string
  /** Identifiers of the records in the order of the changes, where they are known. */
  readonly ids?: readonly (string | null)[]
}

/** What the lines of a journal say together. */
export interface RunState {
  readonly run: string
  readonly at: string
  readonly source?: string
  readonly plan: Plan
  /** What happened, in the order in which it did. */
  readonly done: readonly DoneCall[]
  /** What was found to be refused, name by name. */
  readonly refused: readonly RefusedUnit[]
  /** The call that was sent, and of which nothing is known. */
  readonly pending: SentPart | undefined
  /** Calls whose answer was lost while somebody else changed the zone: they happened, or not. */
  readonly unclear: readonly SentPart[]
  readonly verified: boolean
  readonly closed: 'done' | 'failed' | 'superseded' | undefined
}

/** The changes of a plan that a line speaks about. */
export const changesAt = ({ batches }: Plan, { batch, changes: places }: SentPart): readonly Change[] => {
  const { changes = [] } = batches[batch] ?? {}
  return places === undefined ? changes : places.flatMap((place) => changes[place] ?? [])
}

/** Reads the entries of one run together; undefined when not even the plan got to the disk: then nothing was sent. */
export const runState = (entries: readonly JournalEntry[]): RunState | undefined => {
  const [head] = entries
  if (head?.kind !== 'plan') return undefined
  const { plan, from, parts = [] } = head
  const done: DoneCall[] = [...plan.batches.slice(0, from), ...parts.map((part) => ({ changes: changesAt(plan, part) }))].map(({ changes }) => ({ changes }))
  const refused: RefusedUnit[] = []
  const unclear: SentPart[] = []
  let pending: SentPart | undefined
  let verified = false
  let closed: RunState['closed']
  for (const entry of entries) {
    if (entry.kind === 'intent') pending = { batch: entry.batch, ...(entry.changes === undefined ? {} : { changes: entry.changes }) }
    else if (entry.kind === 'settled' && entry.outcome === 'moved' && pending !== undefined) unclear.push(pending)
    if (entry.kind === 'done' || entry.kind === 'refused' || entry.kind === 'settled') pending = undefined
    if (entry.kind === 'done') done.push({ changes: changesAt(plan, entry), ids: entry.ids, ...(entry.call === undefined ? {} : { call: entry.call }) })
    else if (entry.kind === 'settled' && entry.outcome === 'applied') done.push({ changes: changesAt(plan, entry) })
    else if (entry.kind === 'refused') refused.push(...(entry.blamed ?? []).map((places): RefusedUnit => ({ changes: changesAt(plan, { batch: entry.batch, changes: places }), message: entry.message, ...(entry.call === undefined ? {} : { call: entry.call }) })))
    else if (entry.kind === 'verified') verified = true
    else if (entry.kind === 'closed') closed = entry.outcome
  }
  return { run: head.run, at: head.at, ...(head.source === undefined ? {} : { source: head.source }), plan, done, refused, pending, unclear, verified, closed }
}
