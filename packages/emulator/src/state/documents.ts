import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** A JSON object that a product keeps: an access rule, a page rule, a certificate. */
export interface Document<T> {
  readonly id: string
  readonly value: T
}

/** The objects of one kind, each in a scope: the zone, account or user it belongs to. */
export interface Collection<T> {
  /** Objects of a scope, in the order in which they were added. */
  all(scope: string): readonly Document<T>[]
  get(scope: string, id: string): T | undefined
  /** Adds an object, or replaces it where it stands in the order. */
  put(scope: string, id: string, value: T): void
  /** False when it was not there. */
  remove(scope: string, id: string): boolean
}

/** What products keep that needs no table of its own: small objects, found by identifier and listed whole. */
export interface DocumentStore {
  /** @param name Name of the kind, such as `access_rules`; part of the data on disk. */
  collection<T>(name: string): Collection<T>
  /** Forgets all objects of a scope, as when a zone is deleted. */
  clear(scope: string): void
}

/** Makes the store of documents. */
export const documentStore = (database: Database): DocumentStore => ({
  collection: <T>(name: string): Collection<T> => {
    const documentOf = (row: Row): Document<T> => ({ id: String(row['id']), value: fromJson<T>(row['value']) })
    return {
      all: (scope) => database.all('SELECT id, value FROM documents WHERE collection = ? AND scope = ? ORDER BY position', name, scope).map(documentOf),
      get: (scope, id) => {
        const row = database.get('SELECT id, value FROM documents WHERE collection = ? AND scope = ? AND id = ?', name, scope, id)
        return row === undefined ? undefined : documentOf(row).value
      },
      put: (scope, id, value) => void database.run('INSERT INTO documents (collection, scope, id, value) VALUES (?, ?, ?, ?) ON CONFLICT (collection, scope, id) DO UPDATE SET value = excluded.value', name, scope, id, JSON.stringify(value)),
      remove: (scope, id) => database.run('DELETE FROM documents WHERE collection = ? AND scope = ? AND id = ?', name, scope, id) > 0,
    }
  },
  clear: (scope) => void database.run('DELETE FROM documents WHERE scope = ?', scope),
})
