import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { startEmulator } from '../emulator.ts'
import { databaseFile, openDatabase } from './database.ts'
import { NodeVersionError } from './node-version-error.ts'
import { migrate, migrations } from './schema.ts'

const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-database-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

describe('a database', () => {
  it('flushes every commit to disk and keeps its log beside it', () => {
    const database = openDatabase(newDirectory())
    onTestFinished(() => database.close())
    expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    expect(database.get('PRAGMA locking_mode')).toEqual({ locking_mode: 'exclusive' })
  })

  it('takes all of a transaction back when one step fails, also those inside', () => {
    const database = openDatabase()
    onTestFinished(() => database.close())
    const add = (id: string) => database.run("INSERT INTO accounts (id, name, details) VALUES (?, 'n', '{}')", id)
    expect(() =>
      database.transaction(() => {
        add('a')
        database.transaction(() => add('b'))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(database.all('SELECT id FROM accounts')).toEqual([])
    database.transaction(() => add('c'))
    expect(database.all('SELECT id FROM accounts')).toEqual([{ id: 'c' }])
  })

  it('is brought from version to version by the steps it lacks', () => {
    const database = new DatabaseSync(':memory:')
    onTestFinished(() => database.close())
    migrate(database, 'here', ['CREATE TABLE one (a TEXT)'])
    migrate(database, 'here', ['THIS IS NEVER RUN AGAIN', 'ALTER TABLE one ADD COLUMN b TEXT'])
    expect(database.prepare('SELECT name FROM pragma_table_info(?)').all('one')).toEqual([{ name: 'a' }, { name: 'b' }])
  })

  it('refuses a file that a newer program wrote', () => {
    const directory = newDirectory()
    openDatabase(directory).close()
    const file = new DatabaseSync(join(directory, databaseFile))
    file.exec(`PRAGMA user_version=${migrations.length + 1}`)
    file.close()
    expect(() => openDatabase(directory)).toThrow(`${directory}: the data is of version ${migrations.length + 1}, this program knows up to ${migrations.length}; use a newer one`)
  })

  it('refuses a file that is no database', () => {
    const directory = newDirectory()
    openDatabase(directory).close()
    rmSync(join(directory, databaseFile))
    const file = new DatabaseSync(join(directory, databaseFile))
    file.exec('CREATE TABLE accounts (strange TEXT)')
    file.close()
    expect(() => openDatabase(directory)).toThrow(`${directory}: the data directory cannot be used`)
  })

  it('says in one sentence which Node it needs when this one has no database', async () => {
    const directory = newDirectory()
    const load = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
    onTestFinished(() => load.mockRestore())
    await expect(startEmulator({ data: directory })).rejects.toThrow(new NodeVersionError())
    expect(new NodeVersionError().message).toBe(`@zonewright/emulator needs Node 22.13 or newer; this is ${process.version}`)
    expect(readdirSync(directory)).toEqual([])
  })
})
