import type { Database } from './database.ts'
import { fromJson } from './json.ts'

/** One accepted purge of a zone's cache. */
export interface Purge {
  readonly id: string
  readonly zoneId: string
  /** What was asked for. */
  readonly request: unknown
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The purges in a database. */
export interface PurgeStore {
  add(purge: Purge): void
  /** Purges of a zone, oldest first. */
  ofZone(zoneId: string): readonly Purge[]
}

/** Makes the store of purges. */
export const purgeStore = (database: Database): PurgeStore => ({
  add: (purge) => void database.run('INSERT INTO purges (id, zone_id, request, at) VALUES (?, ?, ?, ?)', purge.id, purge.zoneId, JSON.stringify(purge.request), purge.at),
  ofZone: (zoneId) => database.all('SELECT * FROM purges WHERE zone_id = ? ORDER BY position', zoneId).map((row) => ({ id: String(row['id']), zoneId, request: fromJson(row['request']), at: Number(row['at']) })),
})
