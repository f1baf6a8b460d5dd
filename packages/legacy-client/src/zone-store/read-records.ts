import { type Client, DecodeError } from '@zonewright/core'
import { type LegacyRecord, list } from '@zonewright/legacy-client/records'

/** How often a zone that changes while it is read is read from the start. */
const tries = 4

/** One page from an offset on. */
const pageFrom = async (client: Client, zone: string, offset: number, signal: AbortSignal | undefined): Promise<{ readonly items: readonly LegacyRecord[]; readonly more: boolean }> => {
  const pages = client.list(list, { z: zone, ...(offset === 0 ? {} : { o: offset }) }, { prefetch: 0, ...(signal === undefined ? {} : { signal }) })
  for await (const page of pages.pages()) return { items: page.items, more: page.info['has_more'] === true }
  return { items: [], more: false }
}

/** All records, or undefined when they moved meanwhile. */
const readOnce = async (client: Client, zone: string, signal: AbortSignal | undefined): Promise<LegacyRecord[] | undefined> => {
  const records: LegacyRecord[] = []
  for (let more = true; more; ) {
    // The last record is asked for again: where it still stands, nothing before it came or went.
    const last = records.at(-1)
    const page = await pageFrom(client, zone, Math.max(0, records.length - 1), signal)
    if (last !== undefined && page.items[0]?.rec_id !== last.rec_id) return undefined
    const fresh = last === undefined ? page.items : page.items.slice(1)
    records.push(...fresh)
    more = page.more && fresh.length > 0
  }
  return new Set(records.map(({ rec_id: id }) => id)).size === records.length ? records : undefined
}

/**
 * All records of a zone as they stand together. Pages go by offset, so that a change meanwhile would hide a record or show it
 * twice; then everything is read again.
 * @throws DecodeError when the zone changes each time.
 */
export const readRecords = async (client: Client, zone: string, signal?: AbortSignal): Promise<LegacyRecord[]> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const records = await readOnce(client, zone, signal)
    if (records !== undefined) return records
  }
  throw new DecodeError({ route: list.route, status: 200, message: `the records of ${zone} changed while they were read, ${tries} times; try again when nobody else changes the zone` })
}
