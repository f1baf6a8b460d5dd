import type { Change } from '@zonewright/zone'
import { nameOf, recordAfter, recordBefore, recordState } from './record-state.ts'

/** All changes of one name in one batch: they go or stay together. */
export interface BatchUnit {
  readonly name: string
  readonly changes: readonly Change[]
  /** Their places in the batch, from 0. */
  readonly places: readonly number[]
}

/** Units of one batch that are sent as one call: all of them, or some. */
export interface Part {
  /** Number of the batch, from 0. */
  readonly batch: number
  readonly units: readonly BatchUnit[]
}

/** All changes of one name that a service refused when they were sent alone, or that it pointed at. */
export interface RefusedUnit {
  readonly changes: readonly Change[]
  /** Why, in the service's words. */
  readonly message: string
  /** The call that was refused, such as a ray id, where it is known. */
  readonly call?: string
}

/** The units of a batch, in the order in which they stand there. */
export const unitsIn = (batch: readonly Change[]): BatchUnit[] => {
  const byName = new Map<string, { readonly name: string; readonly changes: Change[]; readonly places: number[] }>()
  for (const [place, change] of batch.entries()) {
    const name = nameOf(change)
    const unit = byName.get(name) ?? { name, changes: [], places: [] }
    unit.changes.push(change)
    unit.places.push(place)
    byName.set(name, unit)
  }
  return [...byName.values()]
}

/** The changes of some units, one after the other. */
export const changesIn = (units: readonly BatchUnit[]): Change[] => units.flatMap(({ changes }) => changes)

/** The places of some units in their batch. */
export const placesOf = (units: readonly BatchUnit[]): number[] => units.flatMap(({ places }) => places)

/** The same text for the same changes of a name, also when they were planned anew. */
export const unitKey = (changes: readonly Change[]): string =>
  JSON.stringify(
    changes.map((change) => {
      const before = recordBefore(change)
      const after = recordAfter(change)
      return [change.kind, before?.id, before === undefined ? undefined : recordState(before), after === undefined ? undefined : recordState(after)]
    }),
  )
