import type { Database } from './database.ts'
import { fromJson } from './json.ts'

/** A zone setting that was changed from its first value. */
export interface StoredSetting {
  readonly value: unknown
  /** RFC 3339; null when only the seed set it. */
  readonly modifiedOn: string | null
}

/** The changed zone settings in a database. */
export interface SettingStore {
  get(zoneId: string, id: string): StoredSetting | undefined
  put(zoneId: string, id: string, setting: StoredSetting): void
}

/** Makes the store of zone settings. */
export const settingStore = (database: Database): SettingStore => ({
  get(zoneId, id) {
    const row = database.get('SELECT value, modified_on FROM settings WHERE zone_id = ? AND id = ?', zoneId, id)
    return row === undefined ? undefined : { value: fromJson(row['value']), modifiedOn: row['modified_on'] === null ? null : String(row['modified_on']) }
  },
  put: (zoneId, id, setting) =>
    void database.run('INSERT INTO settings (zone_id, id, value, modified_on) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, modified_on = excluded.modified_on', zoneId, id, JSON.stringify(setting.value), setting.modifiedOn),
})
