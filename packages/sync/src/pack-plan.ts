import type { Capabilities, Change, StoredRecord, Zone } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import { recordText } from './guards/guard.ts'
import { type Packed, packUnits } from './pack.ts'
import { recordBefore } from './record-state.ts'
import { unitsOf } from './units.ts'

/** What changes are packed for. */
interface PackInput {
  readonly zone: Zone
  /** Everything in the zone. */
  readonly held: readonly StoredRecord[]
  readonly can: Capabilities
}

/** Batches of a plan, and what a reader should know about them. */
export interface PackedPlan {
  readonly batches: Packed['batches']
  readonly warnings: readonly Finding[]
}

const pack = (changes: readonly Change[], { zone, held, can }: PackInput): Packed & { readonly squeezed: boolean } => {
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

const warningsOf = ({ torn, gaps, squeezed }: ReturnType<typeof pack>, limit: number): Finding[] => [
  ...torn.map((name): Finding => ({ rule: 'torn', name, message: `${name} has more changes than the ${limit} of a batch: they go in several, what comes before what goes` })),
  ...gaps.map(({ name, change }): Finding => ({ rule: 'gap', name, message: `${name} has no answer between two calls: this store takes the new record only after ${recordText(recordBefore(change) as StoredRecord)} has gone` })),
  ...(squeezed ? [{ rule: 'quota-order', message: 'the zone has no room for what comes before what goes: deletions are sent first' }] : []),
]

/** Packs changes into the batches of a zone, within its quota of records where that can be. */
export const packPlan = (changes: readonly Change[], input: PackInput): PackedPlan => {
  const packed = pack(changes, input)
  return { batches: packed.batches, warnings: warningsOf(packed, Math.max(1, input.can.batch(input.zone))) }
}
