import { ApiError } from '@zonewright/core'
import { d1 } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { demo, startTest } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")

const started = async () => {
  const client = await strictClient()
  const { uuid } = await client.call(d1.databases.create, { account_id, name: 'orders' })
  const here = { account_id, database_id: uuid }
  return { client, here, run: (sql: string, ...params: (string | number | boolean | null)[]) => client.call(d1.query, { ...here, sql, ...(params.length === 0 ? {} : { params }) }) }
}

describe('databases of D1', () => {
  it('are created, found by name, paged, changed and deleted with their tables', async () => {
    const { client, here, run } = await started()
    await run('CREATE TABLE t (a)')
    expect(await client.call(d1.databases.get, here)).toMatchObject({ uuid: here.database_id, name: 'orders', num_tables: 1, read_replication: { mode: 'disabled' } })
    expect(await client.call(d1.databases.update, { ...here, read_replication: { mode: 'auto' } })).toMatchObject({ read_replication: { mode: 'auto' } })
    expect(await client.call(d1.databases.edit, here)).toMatchObject({ read_replication: { mode: 'auto' } })
    for (let index = 0; index < 11; index++) await client.call(d1.databases.create, { account_id, name: `more-${index}`, jurisdiction: 'eu' })
    const all = await client.list(d1.databases.list, { account_id, per_page: 10 }).all({ limit: 20 })
    expect(all).toHaveLength(12)
    expect(await client.list(d1.databases.list, { account_id, name: 'RDER' }).all({ limit: 20 })).toMatchObject([{ name: 'orders', version: 'production', jurisdiction: null }])
    await client.call(d1.databases.remove, here)
    await expect(run('SELECT 1')).rejects.toMatchObject({ status: 404, faults: [{ code: 7404, message: `The database ${here.database_id} could not be found` }] })
  })

  it('know nothing of each other', async () => {
    const { client, here, run } = await started()
    await run('CREATE TABLE t (a)')
    const { uuid } = await client.call(d1.databases.create, { account_id, name: 'other' })
    await expect(client.call(d1.query, { ...here, database_id: uuid, sql: 'SELECT * FROM t' })).rejects.toMatchObject({ faults: [{ code: 7500, message: 'no such table: t: SQLITE_ERROR' }] })
  })
})

describe('SQL in a database of D1', () => {
  it('is run with values, and its rows come back as objects', async () => {
    const { run } = await started()
    await run('CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, vip, born REAL)')
    const [inserted] = await run('INSERT INTO customers (name, vip, born) VALUES (?, ?, ?), (?2, ?2, NULL)', 'Ünal', true, 1970.5)
    expect(inserted).toMatchObject({ success: true, results: [], meta: { changes: 2, last_row_id: 2, changed_db: true, rows_written: 2 } })
    expect(inserted?.meta.size_after).toBeGreaterThan(0)
    const [found] = await run('SELECT * FROM customers WHERE name = ?', 'Ünal')
    expect(found).toMatchObject({ results: [{ id: 1, name: 'Ünal', vip: 1, born: 1970.5 }], meta: { changes: 0, changed_db: false, rows_read: 1 } })
    await expect(run('SELECT ?, ?', 1)).rejects.toThrow('Wrong number of parameter bindings')
    await expect(run('SELECT ?', 1, 2)).rejects.toThrow('SQLITE_RANGE')
  })

  it('comes back as lists, where no column is lost', async () => {
    const { client, here } = await started()
    expect(await client.call(d1.raw, { ...here, sql: "SELECT 1 AS a, 2 AS a; SELECT x'01ff' AS b" })).toMatchObject([{ results: { columns: ['a', 'a'], rows: [[1, 2]] } }, { results: { columns: ['b'], rows: [[[1, 255]]] } }])
    expect(await client.call(d1.query, { ...here, sql: 'SELECT 1 AS a, 2 AS a' })).toMatchObject([{ results: [{ a: 2 }] }])
  })

  it('of several statements is carried out as a whole or not at all', async () => {
    const { client, here, run } = await started()
    const results = await run('CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1); SELECT a FROM t')
    expect(results.map(({ results: rows }) => rows)).toEqual([[], [], [{ a: 1 }]])
    await expect(run('INSERT INTO t VALUES (2); INSERT INTO t VALUES (1)')).rejects.toThrow('UNIQUE constraint failed: t.a: SQLITE_CONSTRAINT')
    await expect(client.call(d1.query, { ...here, batch: [{ sql: 'INSERT INTO t VALUES (?)', params: [3] }, { sql: 'INSERT INTO none VALUES (1)' }] })).rejects.toBeInstanceOf(ApiError)
    expect((await run('SELECT a FROM t'))[0]?.results).toEqual([{ a: 1 }])
    const batch = await client.call(d1.query, { ...here, batch: [{ sql: 'INSERT INTO t VALUES (?)', params: [2] }, { sql: 'SELECT sum(a) AS sum FROM t WHERE a > ?', params: [0] }] })
    expect(batch[1]?.results).toEqual([{ sum: 3 }])
  })

  it('is undone when the connection is lost before the answer', async () => {
    const emulator = await startTest()
    const path = `/accounts/${account_id}/d1/database`
    const { json } = await emulator.call('POST', path, { name: 'one' })
    const query = (sql: string, headers: Readonly<Record<string, string>> = {}) => emulator.call('POST', `${path}/${String(json.result['uuid'])}/query`, { sql }, { authorization: `Bearer ${demo.token}`, ...headers })
    await query('CREATE TABLE t (a)')
    await expect(query('INSERT INTO t VALUES (1)', { 'x-emulator-fault': '{"kind":"reset_before_commit"}' })).rejects.toThrow()
    expect((await query('SELECT a FROM t')).json.result[0]?.['results']).toEqual([])
  })

  it('refuses both or neither of a text and a batch before it is sent', async () => {
    const { client, here } = await started()
    await expect(client.call(d1.query, here)).rejects.toMatchObject({ code: 'INPUT' })
    await expect(client.call(d1.query, { ...here, sql: 'SELECT 1', batch: [] })).rejects.toMatchObject({ code: 'INPUT' })
  })
})
