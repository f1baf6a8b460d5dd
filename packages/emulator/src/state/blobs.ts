import type { Database } from './database.ts'

/** Bytes that were uploaded, each under a name in a scope, such as the keys of a namespace. */
export interface BlobStore {
  get(scope: string, id: string): Uint8Array | undefined
  put(scope: string, id: string, content: Uint8Array): void
  remove(scope: string, id: string): void
  /** Forgets all bytes of a scope. */
  clear(scope: string): void
}

/** Makes the store of bytes. */
export const blobStore = (database: Database): BlobStore => ({
  get: (scope, id) => database.get('SELECT content FROM blobs WHERE scope = ? AND id = ?', scope, id)?.['content'] as Uint8Array | undefined,
  put: (scope, id, content) => void database.run('INSERT INTO blobs (scope, id, content) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content', scope, id, content),
  remove: (scope, id) => void database.run('DELETE FROM blobs WHERE scope = ? AND id = ?', scope, id),
  clear: (scope) => void database.run('DELETE FROM blobs WHERE scope = ?', scope),
})
