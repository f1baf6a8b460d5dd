import type { Change } from '@zonewright/zone'
import { orderChanges } from './order.ts'
import type { Unit } from './units.ts'

/** What the packing has to know of the zone. */
export interface PackOptions {
  /** Most changes in a batch. */
  readonly limit: number
  /** Absolute name of the zone. */
  readonly apex: string
  /** How many records a name has beside those that its unit touches. */
  readonly staying: (name: string) => number
  /** The zone has no room for what comes before what goes: names that only lose records go first. */
  readonly deletesFirst?: boolean
}

/** Batches, and what about them a reader of the plan should know. */
export interface Packed {
  readonly batches: readonly (readonly Change[])[]
  /** Names with more changes than a batch takes, when there are batches at all. */
  readonly torn: readonly string[]
  /** Names without an answer between two calls, and the change that leaves them so. */
  readonly gaps: readonly { readonly name: string; readonly change: Change }[]
}

const chunks = (changes: readonly Change[], size: number): Change[][] => {
  const parts: Change[][] = []
  for (let start = 0; start < changes.length; start += size) parts.push(changes.slice(start, start + size))
  return parts
}

/** Whether the change that leaves a gap and the one that closes it are in different calls. */
const isCut = (ordered: readonly Change[], gap: Change, limit: number): boolean => {
  const at = ordered.indexOf(gap)
  return Math.floor(at / limit) !== Math.floor((at + 1) / limit)
}

/**
 * Fills batches with units, each unit into the first batch with room for it that is not before the ones it has to follow; so the
 * number of batches is nearly always the number of changes divided by the limit. A unit is never cut, unless it is larger than a
 * batch (always so, where a batch is one change): then it goes in an order that keeps its name answering.
 */
export const packUnits = (units: readonly Unit[], { limit, apex, staying, deletesFirst = false }: PackOptions): Packed => {
  const batches: Change[][] = []
  const torn: string[] = []
  const gaps: { name: string; change: Change }[] = []
  const ordered = deletesFirst ? [...units.filter(({ kind }) => kind === 'loses'), ...units.filter(({ kind }) => kind !== 'loses')] : units
  let floor = 0
  let open = 0
  let stage = ''
  for (const unit of ordered) {
    // A stage may share the last batch of the stage before it, and go no further back.
    const own = unit.kind === 'changes' && unit.depth === 0 && !deletesFirst ? 'gains 0' : `${unit.kind} ${unit.depth}`
    if (own !== stage) floor = Math.max(0, batches.length - 1)
    stage = own
    open = Math.max(open, floor)
    const { changes, gap } = orderChanges(unit.changes, { atApex: unit.name === apex, stays: staying(unit.name) })
    if (changes.length > limit) {
      if (limit > 1) torn.push(unit.name)
      if (gap !== undefined && isCut(changes, gap, limit)) gaps.push({ name: unit.name, change: gap })
      batches.push(...chunks(changes, limit))
      continue
    }
    while ((batches[open]?.length ?? 0) >= limit) open++
    let at = open
    while ((batches[at]?.length ?? 0) + changes.length > limit) at++
    const batch = batches[at]
    if (batch === undefined) batches.push([...changes])
    else batch.push(...changes)
  }
  return { batches, torn, gaps }
}
