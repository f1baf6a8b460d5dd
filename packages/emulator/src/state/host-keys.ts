import { seededId } from '../ids.ts'
import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** What a host shows beside its name. */
export interface HostDetails {
  /** Stays the same when the key is changed; hosts of a seed have none of their own. */
  readonly id?: string
  /** The host that made this one. */
  readonly parent?: string
  /** The host may no longer ask. */
  readonly stopped?: boolean
  /** What its parent said about it. */
  readonly facts?: Readonly<Record<string, string>>
}

/** A hosting provider's key for the host API. */
export interface HostKey {
  /** The key itself; a secret. */
  readonly apiKey: string
  readonly name: string
  readonly details?: HostDetails
}

/** The host keys in a database. */
export interface HostKeyStore {
  add(key: HostKey): void
  byKey(apiKey: string): (HostKey & { readonly id: string }) | undefined
  byId(id: string): (HostKey & { readonly id: string }) | undefined
  /** Puts another key, or other details, in the place of those of a key. */
  replace(apiKey: string, key: HostKey): void
}

const keyOf = (row: Row): HostKey & { readonly id: string } => {
  const details = fromJson<HostDetails>(row['details'])
  const name = String(row['name'])
  return { id: details.id ?? seededId('host', name), apiKey: String(row['api_key']), name, details }
}

/** Makes the store of host keys. */
export const hostKeyStore = (database: Database): HostKeyStore => ({
  add: (key) => void database.run('INSERT INTO host_keys (api_key, name, details) VALUES (?, ?, ?)', key.apiKey, key.name, JSON.stringify(key.details ?? {})),
  byKey(apiKey) {
    const row = database.get('SELECT * FROM host_keys WHERE api_key = ?', apiKey)
    return row === undefined ? undefined : keyOf(row)
  },
  byId: (id) => database.all('SELECT * FROM host_keys').map(keyOf).find((key) => key.id === id),
  replace: (apiKey, key) => void database.run('UPDATE host_keys SET api_key = ?, name = ?, details = ? WHERE api_key = ?', key.apiKey, key.name, JSON.stringify(key.details ?? {}), apiKey),
})
