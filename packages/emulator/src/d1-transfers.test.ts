import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'

import { sqlText } from './rules/sql-text.ts'
import { seededIds } from './seed.ts'
import { manualClock, startTest, type TestEmulator } from './testing/start.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/d1/database`

interface Progress {
  readonly success: boolean
  readonly status?: string
  readonly error?: string
  readonly filename?: string
  readonly upload_url?: string
  readonly result?: { readonly num_queries?: number; readonly signed_url?: string }
}

const progress = async (emulator: TestEmulator, action: 'import' | 'export', body: object): Promise<Progress> => (await emulator.call('POST', `${path}/orders/${action}`, body)).json.result as unknown as Progress

/** Uploads a file and runs it. */
const importText = async (emulator: TestEmulator, sql: string): Promise<Progress> => {
  const etag = createHash('md5').update(sql).digest('hex')
  const { upload_url: url = '', filename } = await progress(emulator, 'import', { action: 'init', etag })
  const uploaded = await fetch(url, { method: 'PUT', body: sql })
  expect([uploaded.status, uploaded.headers.get('etag')]).toEqual([200, `"${etag}"`])
  return progress(emulator, 'import', { action: 'ingest', filename, etag })
}

const exported = async (emulator: TestEmulator, dump: object = {}): Promise<string> => {
  const { result } = await progress(emulator, 'export', { output_format: 'polling', dump_options: dump })
  return (await fetch(result?.signed_url ?? '')).text()
}

const tables = "CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT);\nINSERT INTO pets (name) VALUES ('O''Malley');\nCREATE INDEX by_name ON pets (name);\n"

describe('a database', () => {
  it('takes a file of SQL and gives the same database back as SQL', async () => {
    const emulator = await startTest()
    await emulator.call('POST', path, { name: 'orders' })
    expect(await importText(emulator, tables)).toMatchObject({ success: true, status: 'complete', result: { num_queries: 3, meta: { changed_db: true } } })
    const text = await exported(emulator)
    expect(text).toBe('PRAGMA defer_foreign_keys=TRUE;\nCREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT);\nINSERT INTO "pets" ("id","name") VALUES(1,\'O\'\'Malley\');\nCREATE INDEX by_name ON pets (name);\n')
    expect(await exported(emulator, { no_data: true })).not.toContain('INSERT')
    expect(await exported(emulator, { no_schema: true })).not.toContain('CREATE')
    expect(await exported(emulator, { tables: ['none'] })).toBe('PRAGMA defer_foreign_keys=TRUE;\n')
  })

  it('stays as it was when a file has a fault, and says which', async () => {
    const emulator = await startTest()
    await emulator.call('POST', path, { name: 'orders' })
    expect(await importText(emulator, `${tables}INSERT INTO none VALUES (1);`)).toMatchObject({ success: false, status: 'error', error: 'no such table: none: SQLITE_ERROR' })
    expect(await exported(emulator)).toBe('PRAGMA defer_foreign_keys=TRUE;\n')
    expect(await progress(emulator, 'import', { action: 'poll', current_bookmark: 'any' })).toMatchObject({ success: false, error: 'Not currently importing anything.' })
  })

  it('gives addresses that end after an hour, and none that was not asked for', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    await emulator.call('POST', path, { name: 'orders' })
    const { result } = await progress(emulator, 'export', { output_format: 'polling' })
    const status = async (url: string): Promise<number> => (await fetch(url)).status
    expect(await status(result?.signed_url ?? '')).toBe(200)
    expect(await status(`${emulator.origin}/_emulator/files/${'0'.repeat(32)}`)).toBe(403)
    clock.advance(3_600_000)
    expect(await status(result?.signed_url ?? '')).toBe(403)
  })
})

/** The rows of a table. No expression of SQL tells -0.0 from 0.0, so no text of SQL can: the two are one value here too. */
const rowsOf = (database: DatabaseSync, table: string): unknown[] =>
  database.prepare(`SELECT * FROM ${table}`).all().map((row) => Object.values(row).map((cell) => (cell === 0 ? 0 : cell)))

it('SQL of a database makes it again, whatever is in it', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null), fc.uint8Array({ maxLength: 8 }))
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !name.includes('\0') && !name.toLowerCase().startsWith('sqlite_')), fc.array(fc.tuple(value, value), { maxLength: 5 }), (name, rows) => {
      const first = new DatabaseSync(':memory:')
      const second = new DatabaseSync(':memory:')
      const table = `"${name.replaceAll('"', '""')}"`
      first.exec(`CREATE TABLE ${table} (a, "b c")`)
      for (const row of rows) first.prepare(`INSERT INTO ${table} VALUES (?, ?)`).run(...row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell)))
      second.exec(sqlText(first, {}))
      expect(sqlText(second, {})).toBe(sqlText(first, {}))
      expect(rowsOf(second, table)).toEqual(rowsOf(first, table))
      first.close()
      second.close()
    }),
    { numRuns: 200 },
  )
})
