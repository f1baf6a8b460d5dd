import { type Change, type ResourceRecord, type StoredRecord, type Zone, type ZoneStore, diff, isRecordType } from '@zonewright/zone'
import { lookThrough } from './desired.ts'
import { ZoneDigest } from './digest.ts'
import type { Finding } from './finding.ts'
import { type GuardContext, recordText } from './guards/guard.ts'
import { guards } from './guards/index.ts'
import { markCreated, protectForeign } from './ownership.ts'
import { packPlan } from './pack-plan.ts'
import type { Plan, PlannedBatch } from './plan.ts'
import { recordState } from './record-state.ts'
import { type Scope, scopeRules } from './scope.ts'

/** Settings of a plan; every one has a default. */
export interface PlanOptions extends Scope {
  /** Guards, by their `id`, whose findings become warnings. */
  readonly allow?: readonly string[]
  /** The part of the managed records that may be deleted, 0 to 1. Default 0.3. */
  readonly deleteShare?: number
  /** Where a wanted record stands, as `file:line`; it is asked with a record of the same name, type and rdata. */
  readonly place?: (record: ResourceRecord) => string | undefined
}

/** What a plan is made from. */
export interface PlanInput {
  readonly store: Pick<ZoneStore, 'name' | 'can'>
  readonly zone: Zone
  /** What the zone holds now, all of it. */
  readonly held: readonly StoredRecord[]
  /** What the zone should hold. SOA and the zone's own NS records belong to the service and are passed over. */
  readonly desired: Iterable<ResourceRecord>
}

const scopeOf = ({ ignore, owner, unlisted, apexNameServers, ttl }: PlanOptions): Scope => ({
  ...(ignore === undefined || ignore.length === 0 ? {} : { ignore }),
  ...(owner === undefined ? {} : { owner }),
  ...(unlisted === undefined ? {} : { unlisted }),
  ...(apexNameServers === undefined ? {} : { apexNameServers }),
  ...(ttl === undefined ? {} : { ttl }),
})

/** Held records that the plan sees but must not touch, because they equal what the file wants: somebody should know. */
const takenWarnings = (desired: readonly ResourceRecord[], held: readonly StoredRecord[]): Finding[] => {
  const untouchable = held.filter(({ readOnly }) => readOnly === true).sort((left, right) => (recordText(left) < recordText(right) ? -1 : 1))
  if (untouchable.length === 0) return []
  const wanted = new Map(desired.map((record) => [recordState({ ...record, ttl: 1, attributes: {} }), record]))
  return untouchable.flatMap((record): Finding[] => (wanted.has(recordState({ ...record, ttl: 1, attributes: {} })) ? [{ rule: 'taken', name: record.name, message: `${recordText(record)} is in the zone already, and is not ours to change: it is left as it is` }] : []))
}

const judge = (context: GuardContext, ignored: readonly Finding[], allow: readonly string[]): { readonly refusals: readonly Finding[]; readonly warnings: readonly Finding[] } => {
  const refusals: Finding[] = [...ignored]
  const warnings: Finding[] = []
  for (const guard of guards) {
    const list = guard.permitted && allow.includes(guard.id) ? warnings : refusals
    for (const finding of guard.check(context)) list.push({ rule: guard.id, ...finding })
  }
  return { refusals, warnings }
}

/**
 * Makes the plan that turns a zone from what it holds into what it should hold, with the fewest changes in the fewest batches.
 *
 * Equal records are left alone; the same record with another time to live or attribute, and a new value in the place of an old one of
 * the same name and type, is one update that keeps the identifier; a change of type is a deletion and a creation in one batch. All
 * changes of one name travel in one batch, unless there are more of them than a batch takes. Nothing is sent; time grows with the
 * number of records.
 * @throws TypeError when `allow` names no guard, or the mark of the owner is empty.
 * @example const plan = makePlan({ store, zone, held: [], desired: records }, { unlisted: 'keep' })
 */
export const makePlan = ({ store: { name: store, can }, zone, held, desired }: PlanInput, options: PlanOptions = {}): Plan => {
  const { allow = [], deleteShare = 0.3, place = () => undefined } = options
  const unknown = allow.find((id) => !guards.some((guard) => guard.permitted && guard.id === id))
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is no guard that can be allowed; there are ${guards.filter(({ permitted }) => permitted).map(({ id }) => id).join(', ')}`)
  const scope = scopeOf(options)
  // Every comment holds an empty text: nothing would be protected any more.
  if (scope.owner !== undefined && Object.values(scope.owner).includes('')) throw new TypeError('the mark of the owner is empty; give a tag, or a text of the comment')
  const rules = scopeRules(scope, zone.name)
  const wanted = lookThrough(desired, { scope, rules, keeps: can.attributes, place })
  const covered = protectForeign(held.filter((record) => rules.covers(record)), scope.owner)
  const managed = covered.filter((record) => rules.owned(record))
  const changes = diff(covered, wanted.records, { unlisted: scope.unlisted ?? 'delete', ttl: scope.ttl ?? 'compare' }).map((change) => markCreated(change, scope.owner))
  const packed = packPlan(changes, { zone, held, can })
  const digest = new ZoneDigest(managed, scope.ttl)
  const base = digest.toString()
  const batches = packed.batches.map((batch): PlannedBatch => {
    for (const change of batch) digest.apply(change)
    return { changes: batch, after: digest.toString() }
  })
  const judged = judge({ zone, limits: can.limits?.(zone) ?? {}, types: can.types, held, managed, desired: wanted.records, changes, place, deleteShare }, wanted.ignored, allow)
  const count = (kind: Change['kind']): number => changes.reduce((sum, change) => sum + (change.kind === kind ? 1 : 0), 0)
  const foreign = covered.filter((record) => record.readOnly === true || !isRecordType(record.type)).length
  return {
    format: 1,
    store,
    zone,
    scope,
    base,
    batches,
    counts: { create: count('create'), update: count('update'), delete: count('delete'), unchanged: covered.length - foreign - count('update') - count('delete'), ignored: held.length - covered.length, foreign },
    calls: { list: 1, apply: batches.length, verify: batches.length > 0 ? 1 : 0 },
    warnings: [...judged.warnings, ...wanted.warnings, ...takenWarnings(wanted.records, covered), ...packed.warnings],
    refusals: judged.refusals,
  }
}

