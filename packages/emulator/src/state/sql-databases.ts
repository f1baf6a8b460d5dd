import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import type { BlobStore } from './blobs.ts'
import { sqlite } from './sqlite.ts'

const scope = 'sql-databases'

/** Whole SQLite databases of users, such as those of D1. */
export interface SqlDatabases {
  /**
   * Works in a database; an unknown one is empty. What changed is kept in the transaction around: when that is undone, so is this.
   * @returns What `work` gives, and the size of the database in bytes.
   */
  use<T>(id: string, work: (database: DatabaseSync) => T): { readonly result: T; readonly size: number }
  remove(id: string): void
}

/**
 * Makes the store of databases. Each is kept as its bytes among those of all uploads, and unpacked into a private folder while it
 * is worked in: so it is as durable, and as much part of a transaction, as everything else.
 */
export const sqlDatabases = (blobs: BlobStore): SqlDatabases => ({
  use(id, work) {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-sql-'))
    try {
      const file = join(folder, 'database.sqlite')
      const before = blobs.get(scope, id) ?? new Uint8Array()
      writeFileSync(file, before, { mode: 0o600 })
      const database = new (sqlite().DatabaseSync)(file)
      let result: ReturnType<typeof work>
      try {
        // The file lives shorter than the transaction around it: there is nothing to save from a power cut.
        database.exec('PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON')
        result = work(database)
      } finally {
        database.close()
      }
      const after = readFileSync(file)
      if (!after.equals(before)) blobs.put(scope, id, after)
      return { result, size: after.length }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  remove: (id) => blobs.remove(scope, id),
})
