import { describe, expect, it, onTestFinished } from 'vitest'

import { openState } from './state.ts'

const state = () => {
  const opened = openState()
  onTestFinished(() => opened.close())
  return opened
}

describe('a database of a user', () => {
  it('is empty at first and keeps what was written', () => {
    const { sqlDatabases } = state()
    expect(sqlDatabases.use('a', (database) => database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()).result).toEqual({ count: 0 })
    const { size } = sqlDatabases.use('a', (database) => database.exec("CREATE TABLE t (x); INSERT INTO t VALUES ('ü')"))
    expect(size).toBeGreaterThan(4000)
    expect(sqlDatabases.use('a', (database) => database.prepare('SELECT x FROM t').all()).result).toEqual([{ x: 'ü' }])
    expect(sqlDatabases.use('b', (database) => database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()).result).toEqual({ count: 0 })
  })

  it('is what it was when the transaction around is undone, or when the work fails', () => {
    const { sqlDatabases, transaction } = state()
    const count = () => sqlDatabases.use('a', (database) => database.prepare('SELECT count(*) AS count FROM t').get()).result
    sqlDatabases.use('a', (database) => database.exec('CREATE TABLE t (x)'))
    const insert = () => sqlDatabases.use('a', (database) => database.exec('INSERT INTO t VALUES (1)'))
    expect(() =>
      transaction(() => {
        insert()
        expect(count()).toEqual({ count: 1 })
        throw new Error('undone')
      }),
    ).toThrow('undone')
    expect(count()).toEqual({ count: 0 })
    expect(() =>
      sqlDatabases.use('a', (database) => {
        database.exec('INSERT INTO t VALUES (1)')
        throw new Error('failed')
      }),
    ).toThrow('failed')
    expect(count()).toEqual({ count: 0 })
  })

  it('is gone when it is removed', () => {
    const { sqlDatabases } = state()
    sqlDatabases.use('a', (database) => database.exec('CREATE TABLE t (x)'))
    sqlDatabases.remove('a')
    expect(() => sqlDatabases.use('a', (database) => database.exec('SELECT * FROM t'))).toThrow('no such table')
  })
})
