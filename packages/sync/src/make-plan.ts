import { type Capabilities, type Change, type ResourceRecord, type StoredRecord, type Zone, type ZoneStore, diff, isRecordType } from '@zonewright/zone'
import { lookThrough } from './desired.ts'
import { ZoneDigest } from './digest.ts'
import type { Finding } from './finding.ts'
import { type GuardContext, recordText } from './guards/guard.ts'
import { guards } from './guards/index.ts'
import { markCreated, protectForeign } from './ownership.ts'
import { type Packed, packUnits } from './pack.ts'
import type { Plan, PlannedBatch } from './plan.ts'
import { recordBefore, recordState } from './record-state.ts'
import { type Scope, scopeRules } from './scope.ts'
import { unitsOf } from './units.ts'

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

const pack = (changes: readonly Change[], { zone, held, can }: { readonly zone: Zone; readonly held: readonly StoredRecord[]; readonly can: Capabilities }): Packed & { readonly squeezed: boolean } => {
  const limit = Math.max(1, can.batch(zone))
  const units = unitsOf(changes)
  const standing = new Map<string, number>()
  const touched = new Set(changes.flatMap((change) => recordBefore(change)?.id ?? []))
  const names = new Set(units.map(({ name }) => name))
  for (const { id, name } of held) if (names.has(name) && !touched.has(id)) standing.set(name, (standing.get(name) ?? 0) + 1)
  const options = { limit, apex: zone.name, staying: (name: string) => standing.get(name) ?? 0 }
  const packed = packUnits(units, options)
  const quota = can.limits?.(zone).records
  if (quota === undefined) return { ...packed, squeezed: false }
  // A quota that the plan only passes over midway is kept by sending deletions first.
  let count = held.length
  let most = 0
  for (const batch of packed.batches) {
    for (const { kind } of batch) count += kind === 'create' ? 1 : kind === 'delete' ? -1 : 0
    most = Math.max(most, count)
  }
  return most > quota && count <= quota ? { ...packUnits(units, { ...options, deletesFirst: true }), squeezed: true } : { ...packed, squeezed: false }
}

const packWarnings = ({ torn, gaps, squeezed }: ReturnType<typeof pack>, limit: number): Finding[] => [
  ...torn.map((name): Finding => ({ rule: 'torn', name, message: `${name} has more changes than the ${limit} of a batch: they go in several, what comes before what goes` })),
  ...gaps.map(({ name, change }): Finding => ({ rule: 'gap', name, message: `${name} has no answer between two calls: this store takes the new record only after ${recordText(recordBefore(change) as StoredRecord)} has gone` })),
  ...(squeezed ? [{ rule: 'quota-order', message: 'the zone has no room for what comes before what goes: deletions are sent first' }] : []),
]

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
 * @throws TypeError when `allow` names no guard.
 * @example const plan = makePlan({ store, zone: { id: zone_id, name: 'example.com.' }, held: [], desired: records }, { unlisted: 'keep' })
 */
export const makePlan = ({ store: { name: store, can }, zone, held, desired }: PlanInput, options: PlanOptions = {}): Plan => {
  const { allow = [], deleteShare = 0.3, place = () => undefined } = options
  const unknown = allow.find((id) => !guards.some((guard) => guard.permitted && guard.id === id))
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is no guard that can be allowed; there are ${guards.filter(({ permitted }) => permitted).map(({ id }) => id).join(', ')}`)
  const scope = scopeOf(options)
  const rules = scopeRules(scope, zone.name)
  const wanted = lookThrough(desired, { scope, rules, keeps: can.attributes, place })
  const covered = protectForeign(held.filter((record) => rules.covers(record)), scope.owner)
  const managed = covered.filter((record) => rules.owned(record))
  const changes = diff(covered, wanted.records, { unlisted: scope.unlisted ?? 'delete', ttl: scope.ttl ?? 'compare' }).map((change) => markCreated(change, scope.owner))
  const packed = pack(changes, { zone, held, can })
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
    warnings: [...judged.warnings, ...wanted.warnings, ...takenWarnings(wanted.records, covered), ...packWarnings(packed, Math.max(1, can.batch(zone)))],
    refusals: judged.refusals,
  }
}

