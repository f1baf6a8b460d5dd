import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

import { DataDirectoryError } from './data-directory-error.ts'
import { migrate } from './schema.ts'
import { sqlite } from './sqlite.ts'

/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>

/** SQL with its statements kept: each text is compiled once. */
export interface Database {
  /** Runs a write; gives the number of rows that changed. */
  run(sql: string, ...values: SQLInputValue[]): number
  get(sql: string, ...values: SQLInputValue[]): Row | undefined
  all(sql: string, ...values: SQLInputValue[]): readonly Row[]
  /**
   * All of `work` or none of it. When the call returns, the outcome is on disk: the log was flushed with fsync.
   * Work inside work joins the outer transaction.
   */
  transaction<T>(work: () => T): T
  /** What `PRAGMA integrity_check` says; `ok` when all is well. */
  integrity(): string
  close(): void
}

/** Name of the database file in a data directory. */
export const databaseFile = 'emulator.sqlite'

/** Makes a directory and those above it. Node's own recursive form never ends where the kernel refuses with ENOENT, as in /proc. */
const makeDirectory = (directory: string): void => {
  if (existsSync(directory)) return
  makeDirectory(dirname(directory))
  mkdirSync(directory, { mode: 0o700 })
}

const open = (directory: string | undefined): DatabaseSync => {
  const { DatabaseSync } = sqlite()
  if (directory === undefined) return new DatabaseSync(':memory:')
  try {
    makeDirectory(directory)
    return new DatabaseSync(join(directory, databaseFile))
  } catch (cause) {
    throw new DataDirectoryError(directory, 'the data directory cannot be opened', { cause })
  }
}

/**
 * Opens or makes the database of a data directory; without one it lives in memory and keeps nothing.
 *
 * The write-ahead log with `synchronous=FULL` is flushed at each commit, so what was acknowledged survives a killed
 * process and a power cut. `locking_mode=EXCLUSIVE` keeps the file locked by the operating system while this process lives.
 * @throws DataDirectoryError when the directory can't be written, another process uses it, or a newer version wrote it.
 * @throws NodeVersionError when this Node has no database.
 * @example openDatabase('/var/lib/emulator').integrity() // 'ok'
 */
export const openDatabase = (directory?: string): Database => {
  const database = open(directory)
  const where = directory ?? ':memory:'
  try {
    database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE')
    if (directory !== undefined) database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON')
    database.exec('PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000')
    // The first write takes the lock, which then stays: from here on no other process gets in.
    database.exec('BEGIN IMMEDIATE')
    migrate(database, where)
    database.exec('COMMIT')
  } catch (cause) {
    database.close()
    if (cause instanceof DataDirectoryError) throw cause
    const busy = cause instanceof Error && /locked|busy/i.test(cause.message)
    throw new DataDirectoryError(where, busy ? 'the data directory is in use by another process' : 'the data directory cannot be used', { cause })
  }
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql)
    if (statement === undefined) {
      // Filters come in many forms; a full shelf is emptied rather than grown for ever.
      if (statements.size >= 500) statements.clear()
      statement = database.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  let depth = 0
  return {
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
    get: (sql, ...values) => prepared(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => prepared(sql).all(...values) as Row[],
    transaction(work) {
      if (depth > 0) return work()
      prepared('BEGIN IMMEDIATE').run()
      depth++
      try {
        const result = work()
        prepared('COMMIT').run()
        return result
      } catch (error) {
        try {
          prepared('ROLLBACK').run()
        } catch {
          // A failed COMMIT has rolled back by itself; the first error is the one that counts.
        }
        throw error
      } finally {
        depth--
      }
    },
    integrity: () => String((prepared('PRAGMA integrity_check').get() as Row | undefined)?.['integrity_check']),
    close: () => {
      statements.clear()
      database.close()
    },
  }
}
