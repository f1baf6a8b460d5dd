import type { Database } from './database.ts'

/** A hosting provider's key for the host API. */
export interface HostKey {
  /** The key itself; a secret. */
  readonly apiKey: string
  readonly name: string
}

/** The host keys in a database. */
export interface HostKeyStore {
  add(key: HostKey): void
  byKey(apiKey: string): HostKey | undefined
}

/** Makes the store of host keys. */
export const hostKeyStore = (database: Database): HostKeyStore => ({
  add: (key) => void database.run('INSERT INTO host_keys (api_key, name, details) VALUES (?, ?, ?)', key.apiKey, key.name, '{}'),
  byKey(apiKey) {
    const row = database.get('SELECT * FROM host_keys WHERE api_key = ?', apiKey)
    return row === undefined ? undefined : { apiKey, name: String(row['name']) }
  },
})
