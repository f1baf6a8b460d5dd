import type { Database } from './database.ts'
import { fromJson } from './json.ts'

/** A record that a scan found and nobody has accepted or rejected yet. */
export interface ScannedRecord {
  readonly id: string
  /** The record in the form a client writes. */
  readonly found: Readonly<Record<string, unknown>>
}

/** What scans found, waiting for review. */
export interface ScanStore {
  add(zoneId: string, record: ScannedRecord): void
  ofZone(zoneId: string): readonly ScannedRecord[]
  remove(zoneId: string, id: string): void
  clear(zoneId: string): void
}

/** Makes the store of scan results. */
export const scanStore = (database: Database): ScanStore => ({
  add: (zoneId, record) => void database.run('INSERT INTO scanned_records (id, zone_id, found) VALUES (?, ?, ?)', record.id, zoneId, JSON.stringify(record.found)),
  ofZone: (zoneId) => database.all('SELECT id, found FROM scanned_records WHERE zone_id = ? ORDER BY rowid', zoneId).map((row) => ({ id: String(row['id']), found: fromJson(row['found']) })),
  remove: (zoneId, id) => void database.run('DELETE FROM scanned_records WHERE zone_id = ? AND id = ?', zoneId, id),
  clear: (zoneId) => void database.run('DELETE FROM scanned_records WHERE zone_id = ?', zoneId),
})
