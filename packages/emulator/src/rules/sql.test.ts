import { describe, expect, it } from 'vitest'

import { sqlite } from '../state/sqlite.ts'
import { runSql, type StatementResult } from './sql.ts'

/** Runs texts in a new database. */
const run = (...texts: readonly string[]): readonly StatementResult[] => {
  const database = new (sqlite().DatabaseSync)(':memory:')
  try {
    return runSql(database, texts.map((sql) => ({ sql, params: [] })))
  } finally {
    database.close()
  }
}

describe('SQL with several statements', () => {
  it.each([
    ['SELECT 1', 1],
    ['SELECT 1;', 1],
    [" ;; SELECT ';' ; -- no; more\n /* nor; here */ SELECT \";\" FROM (SELECT 1 AS \";\");", 2],
    ['CREATE TABLE t (a); CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN a > 1 THEN 1 ELSE 0 END; DELETE FROM t WHERE a = 2; END; INSERT INTO t VALUES (3); SELECT a FROM t', 4],
    ["SELECT 'ü😀;' AS [a;b]; SELECT 2 AS `c;d` /* to the end", 2],
  ])('is taken apart where SQLite takes it apart: %s', (sql, count) => {
    expect(run(sql)).toHaveLength(count)
  })

  it.each([
    'ATTACH DATABASE ":memory:" AS a',
    "/* x */ attach 'file' as a",
    "SELECT 1; -- x\n VACUUM INTO '/tmp/copy'",
    "PRAGMA temp_store_directory = '/tmp'",
    'PRAGMA main.journal_mode = WAL',
    'BEGIN; SELECT 1',
    'COMMIT',
    'SAVEPOINT a',
  ])('may not reach for files or transactions: %s', (sql) => {
    expect(() => run(sql)).toThrow('not authorized: SQLITE_AUTH')
  })

  it.each([
    ['', 'No SQL statements detected'],
    ['-- nothing', 'No SQL statements detected'],
    ['SELECT * FROM none', 'no such table: none: SQLITE_ERROR'],
    ['SELEC 1', 'near "SELEC": syntax error: SQLITE_ERROR'],
    ['CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (1)', 'UNIQUE constraint failed: t.a: SQLITE_CONSTRAINT'],
    ['CREATE TABLE p (a PRIMARY KEY); CREATE TABLE c (a REFERENCES p); PRAGMA defer_foreign_keys = ON; INSERT INTO c VALUES (1)', 'FOREIGN KEY constraint failed: SQLITE_CONSTRAINT'],
    ["SELECT load_extension('x')", 'SQLITE_'],
    ['SELECT 1\0; SELECT 2', 'unrecognized token'],
  ])('is refused in the words of SQLite: %s', (sql, message) => {
    expect(() => run(sql)).toThrow(message)
  })
})

describe('the result of a statement', () => {
  it('holds columns of the same name, bytes as numbers, and large numbers as JSON can', () => {
    expect(run("SELECT 1 AS a, 2 AS a, x'00ff' AS b, 9007199254740993 AS c, NULL AS d, 1.5 AS e")[0]).toMatchObject({ columns: ['a', 'a', 'b', 'c', 'd', 'e'], rows: [[1, 2, [0, 255], 9_007_199_254_740_992, null, 1.5]], changes: 0, changed: false })
  })

  it('counts what changed and knows the last row', () => {
    const [made, inserted, updated, read] = run('CREATE TABLE t (id INTEGER PRIMARY KEY, a)', 'INSERT INTO t (a) VALUES (1), (2), (3) RETURNING id', 'UPDATE t SET a = 0 WHERE id > 1', 'SELECT count(*) AS n FROM t WHERE a = 0')
    expect(made).toMatchObject({ changed: true, changes: 0 })
    expect(inserted).toMatchObject({ changed: true, changes: 3, lastRowId: 3, rows: [[1], [2], [3]] })
    expect(updated).toMatchObject({ changes: 2, columns: [] })
    expect(read).toMatchObject({ changed: false, rows: [[2]] })
  })
})
