import type { StoredRecord, Zone, ZoneStore } from '@zonewright/zone'

const tries = 3

/**
 * All records of a zone. Pages that shift under a reader show a record twice, and may have hidden another one: then the zone is
 * listed again, three times at most.
 * @throws Error when the zone changes faster than it can be listed, and whatever the store throws.
 * @example const held = await listZone(store, { id: zone_id, name: 'example.com.' })
 */
export const listZone = async (store: ZoneStore, zone: Zone, options: { readonly signal?: AbortSignal } = {}): Promise<readonly StoredRecord[]> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const records: StoredRecord[] = []
    const ids = new Set<string>()
    for await (const record of store.records(zone, options)) {
      records.push(record)
      ids.add(record.id)
    }
    if (ids.size === records.length) return records
  }
  throw new Error(`${zone.name} changes while it is being listed; try again when its other writers are done`)
}
