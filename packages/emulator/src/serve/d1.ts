import type { AnyEndpoint } from '@zonewright/core'
import { d1 } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { contains } from '../rules/fields.ts'
import type { Statement, StatementResult } from '../rules/sql.ts'
import { toUuid } from '../rules/uuid.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Database, databaseOf, databasesIn, d1Invalid, metaOf, runIn } from './d1-databases.ts'
import { d1TransferHandlers } from './d1-transfers.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'

const listed = (uuid: string, { name, created_at, jurisdiction }: Database): Record<string, unknown> => ({ uuid, name, created_at, version: 'production', jurisdiction })

const shown = (uuid: string, database: Database): Record<string, unknown> => {
  const { file_size, num_tables, read_replication } = database
  return { ...listed(uuid, database), num_tables, file_size, read_replication }
}

const list = (context: Context): Outcome => {
  const { name } = context.input
  const rows = databasesIn(context).all(accountOf(context).id).filter(({ value }) => name === undefined || contains(value.name, String(name)))
  return paged(rows.map(({ id, value }) => listed(id, value)), context.input, { perPage: 1000, most: 10_000 })
}

const create = (context: Context): Outcome => {
  const account = accountOf(context).id
  const { name, jurisdiction = null, primary_location_hint: hint = 'weur', read_replication: replication = { mode: 'disabled' } } = declaredInput(d1.databases.create, context.input, d1Invalid)
  if (typeof name !== 'string' || !/^[\w-]+$/.test(name)) throw d1Invalid('name', 'must have 1 to 64 letters, digits, - and _')
  if (databasesIn(context).all(account).some(({ value }) => value.name === name)) throw refuse('d1_name_taken')
  const uuid = toUuid(context.ids.next())
  const database: Database = { name, created_at: microsecondDate(context.clock.now()), jurisdiction: jurisdiction as string | null, read_replication: replication, region: String(hint).toUpperCase(), file_size: 0, num_tables: 0 }
  databasesIn(context).put(account, uuid, database)
  return { result: shown(uuid, database) }
}

const change = (endpoint: AnyEndpoint) => (context: Context): Outcome => {
  const { account, uuid, database } = databaseOf(context)
  const { read_replication: replication = database.read_replication } = declaredInput(endpoint, context.input, d1Invalid)
  const after = { ...database, read_replication: replication }
  databasesIn(context).put(account, uuid, after)
  return { result: shown(uuid, after) }
}

const remove = (context: Context): Outcome => {
  const { account, uuid } = databaseOf(context)
  context.state.sqlDatabases.remove(uuid)
  databasesIn(context).remove(account, uuid)
  return { result: null }
}

const statementOf = (given: unknown): Statement => {
  const { sql, params = [] } = given as { readonly sql: string; readonly params?: readonly unknown[] }
  return { sql, params }
}

const run = (endpoint: AnyEndpoint, resultsOf: (result: StatementResult) => unknown) => (context: Context): Outcome => {
  const found = databaseOf(context)
  const { sql, params, batch } = declaredInput(endpoint, context.input, d1Invalid)
  const statements = Array.isArray(batch) ? batch.map(statementOf) : [statementOf({ sql, params })]
  const { results, size } = runIn(context, found, statements)
  return { result: results.map((statement) => ({ results: resultsOf(statement), success: true, meta: metaOf(statement, found.database, size) })) }
}

/** Handlers of D1: real databases of SQLite. */
export const d1Handlers: readonly Handler[] = [
  serve(d1.databases.list, list),
  serve(d1.databases.create, create),
  serve(d1.databases.get, (context) => {
    const { uuid, database } = databaseOf(context)
    return { result: shown(uuid, database) }
  }),
  serve(d1.databases.update, change(d1.databases.update)),
  serve(d1.databases.edit, change(d1.databases.edit)),
  serve(d1.databases.remove, remove),
  serve(d1.query, run(d1.query, ({ columns, rows }) => rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))))),
  serve(d1.raw, run(d1.raw, ({ columns, rows }) => ({ columns, rows }))),
  ...d1TransferHandlers,
]
