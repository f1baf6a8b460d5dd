import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as Sqlite from 'node:sqlite'

import type { Shelf } from './shelf.ts'

/** Name of the file in the data directory. */
export const shelfFile = 'bridge.sqlite'

/** What can go wrong with a data directory, in words for the person who named it. */
export class ShelfError extends Error {
  override readonly name = 'ShelfError'
}

const database = (directory: string): Sqlite.DatabaseSync => {
  // Loaded when it is needed: an import would make an older Node fail before anyone can say why.
  const load = process.getBuiltinModule as ((name: 'node:sqlite') => typeof Sqlite | undefined) | undefined
  const sqlite = load?.('node:sqlite')
  if (sqlite === undefined) throw new ShelfError(`the bridge keeps its data in Node's own database, which needs Node 22.13 or later; this is ${process.version}`)
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    return new sqlite.DatabaseSync(join(directory, shelfFile))
  } catch (cause) {
    throw new ShelfError(`${directory}: the data directory cannot be opened; give one that you can write to`, { cause })
  }
}

/**
 * A shelf in a directory. The file is locked while it is open; each write is on disk when the call returns, by the
 * write-ahead log with `synchronous=FULL`.
 * @throws ShelfError when the directory can't be written, another process has it, or this Node has no database.
 * @example const shelf = fileShelf('/var/lib/zonewright-bridge')
 */
export const fileShelf = (directory: string): Shelf => {
  const file = database(directory)
  try {
    file.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
    file.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS shelf (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, key)) STRICT; COMMIT')
  } catch (cause) {
    file.close()
    const busy = cause instanceof Error && /locked|busy/i.test(cause.message)
    throw new ShelfError(`${directory}: ${busy ? 'another process uses this data directory' : 'the data directory holds no data of a bridge'}`, { cause })
  }
  const one = file.prepare('SELECT value FROM shelf WHERE kind = ? AND key = ?')
  const write = file.prepare('INSERT INTO shelf (kind, key, value) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value')
  const drop = file.prepare('DELETE FROM shelf WHERE kind = ? AND key = ?')
  const list = file.prepare('SELECT key, value FROM shelf WHERE kind = ? ORDER BY position')
  let depth = 0
  return {
    get: (kind, key) => {
      const row = one.get(kind, key)
      return row === undefined ? undefined : (JSON.parse(String(row['value'])) as unknown)
    },
    put: (kind, key, value) => void write.run(kind, key, JSON.stringify(value)),
    remove: (kind, key) => Number(drop.run(kind, key).changes) > 0,
    all: (kind) => list.all(kind).map((row) => ({ key: String(row['key']), value: JSON.parse(String(row['value'])) as unknown })),
    together(work) {
      if (depth > 0) return work()
      file.exec('BEGIN IMMEDIATE')
      depth++
      try {
        const result = work()
        file.exec('COMMIT')
        return result
      } catch (error) {
        file.exec('ROLLBACK')
        throw error
      } finally {
        depth--
      }
    },
    close: () => file.close(),
  }
}
