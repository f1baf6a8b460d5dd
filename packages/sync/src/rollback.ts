import { type Change, type RecordAttributes, type ResourceRecord, type StoredRecord, type ZoneStore, isRecordType, recordKey } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import { recordText } from './guards/guard.ts'
import { type RunState, changesAt } from './journal/entry.ts'
import { type PlanOptions, makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { recordAfter, recordBefore, recordState } from './record-state.ts'
import { scopeRules } from './scope.ts'

const off: Required<RecordAttributes> = { proxied: false, comment: '', tags: [], flattenCname: false }

/** A record as it was, which states what the change stated: what it lacked is said, too, or it would stay. */
const restored = (before: ResourceRecord, after: ResourceRecord | undefined): ResourceRecord => {
  const stated = Object.keys(after?.attributes ?? {}) as (keyof RecordAttributes)[]
  return { ...before, attributes: { ...Object.fromEntries(stated.map((name) => [name, off[name]])), ...before.attributes } }
}

/** Guards against a file that lacks something. Here there is no file: what goes is what the run itself created. */
const ofFiles: ReadonlySet<string> = new Set(['empty', 'vital'])

const plain = ({ name, ttl, class: ownClass, type, rdata, attributes }: StoredRecord): ResourceRecord => ({ name, ttl, class: ownClass, type, rdata, ...(attributes === undefined ? {} : { attributes }) })

/**
 * Plans the way back from a run: what it created goes, what it changed or deleted is as before. Records that were changed again since
 * then are left as they are, each with a warning; so are all others. Of a call whose answer was lost, the listing tells whether it
 * happened.
 * @throws TypeError when `allow` names no guard.
 * @example const { state } = await findRun(stateFolder(process.env), id); const plan = planRollback(state, await listZone(store, state.plan.zone), store)
 */
export const planRollback = (state: RunState, held: readonly StoredRecord[], store: Pick<ZoneStore, 'name' | 'can'>, options: Pick<PlanOptions, 'allow' | 'deleteShare'> = {}): Plan => {
  const { scope, zone } = state.plan
  const rules = scopeRules(scope, zone.name)
  const wanted = new Map<string, ResourceRecord>()
  for (const record of held) if (record.readOnly !== true && isRecordType(record.type) && rules.covers(record) && rules.owned(record)) wanted.set(record.id, plain(record))
  const warnings: Finding[] = []
  const byId = new Map(held.map((record) => [record.id, record]))
  const byKey = new Map(held.map((record) => [recordKey(record), record]))
  const left = (record: ResourceRecord, why: string): void => void warnings.push({ rule: 'changed-since', name: record.name, message: `${recordText(record)} ${why}: it is left as it is` })
  const isAs = (record: StoredRecord | undefined, expected: ResourceRecord): boolean => record !== undefined && recordState(record, scope.ttl) === recordState(expected, scope.ttl)
  const nowOf = (change: Exclude<Change, { readonly kind: 'delete' }>, id?: string | null): StoredRecord | undefined => byId.get((change.kind === 'update' ? change.before.id : id) ?? '') ?? byKey.get(recordKey(recordAfter(change) ?? change.after))
  /** Whether a call happened of which no journal says so: by what it wrote, else by what it deleted. */
  const isSeen = (changes: readonly Change[]): boolean => {
    const writes = changes.filter((change) => change.kind !== 'delete')
    if (writes.length === 0) return changes.every((change) => !byId.has(recordBefore(change)?.id ?? ''))
    return writes.some((change) => isAs(nowOf(change), recordAfter(change) ?? change.after))
  }
  const undo = (change: Change, id: string | null | undefined): void => {
    const after = recordAfter(change)
    if (change.kind === 'delete') {
      if (byKey.has(recordKey(change.before))) left(change.before, 'is there again')
      else wanted.set(`restored ${change.before.id}`, restored(change.before, undefined))
      return
    }
    const expected = after ?? change.after
    const now = nowOf(change, id)
    if (now === undefined) left(expected, 'was removed since')
    else if (!isAs(now, expected)) left(expected, 'was changed since')
    else if (change.kind === 'create') wanted.delete(now.id)
    else wanted.set(now.id, restored(change.before, change.after))
  }
  const lost = [...state.unclear, ...(state.pending === undefined ? [] : [state.pending])].map((part) => ({ changes: changesAt(state.plan, part), ids: undefined })).filter(({ changes }) => isSeen(changes))
  for (const { changes, ids } of [...state.done, ...lost]) for (const [index, change] of changes.entries()) undo(change, ids?.[index])
  const plan = makePlan({ store, zone, held, desired: wanted.values() }, { ...scope, ...options, unlisted: 'delete' })
  const applies = ({ rule }: Finding): boolean => !ofFiles.has(rule)
  return { ...plan, warnings: [...warnings, ...plan.warnings.filter(applies)], refusals: plan.refusals.filter(applies) }
}
