import type { ResourceRecord, StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import { listZone } from './listing.ts'
import { type PlanOptions, makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'

/** A plan, and the listing that it was made from. */
export interface Planned {
  readonly plan: Plan
  readonly held: readonly StoredRecord[]
}

/**
 * Lists a zone and plans how it comes to hold the desired records: one call, and nothing is changed.
 * @throws whatever the store throws while it lists, and TypeError as {@link makePlan}.
 * @example
 * const { plan, held } = await planZone(store, { id: zone_id, name: 'example.com.' }, records)
 * for (const refusal of plan.refusals) console.error(refusal.message)
 * if (plan.refusals.length === 0) console.log(await applyPlan(store, plan, { held }))
 */
export const planZone = async (store: ZoneStore, zone: Zone, desired: Iterable<ResourceRecord>, options: PlanOptions & { readonly signal?: AbortSignal } = {}): Promise<Planned> => {
  const held = await listZone(store, zone, options.signal === undefined ? {} : { signal: options.signal })
  return { plan: makePlan({ store, zone, held, desired }, options), held }
}
