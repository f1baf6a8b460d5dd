import { refuse } from '../errors.ts'
import { runSql, type Statement, type StatementResult } from '../rules/sql.ts'
import type { Collection } from '../state/documents.ts'
import { accountOf } from './account-scope.ts'
import type { Context } from './handler.ts'

/** A database as it is kept; its content stands elsewhere. */
export interface Database {
  readonly name: string
  readonly created_at: string
  readonly jurisdiction: string | null
  readonly read_replication: unknown
  readonly region: string
  /** Bytes, and tables, after the last change. */
  readonly file_size: number
  readonly num_tables: number
}

/** Databases by account. */
export const databasesIn = ({ state }: Context): Collection<Database> => state.documents.collection('d1_databases')

/** The refusal of a field. */
export const d1Invalid = (field: string, detail: string) => refuse('d1_invalid', { field, detail })

/** A database of an account. */
export interface FoundDatabase {
  readonly account: string
  readonly uuid: string
  readonly database: Database
}

/** The database that a path names, by its identifier or its name. @throws Refusal `d1_not_found`. */
export const databaseOf = (context: Context): FoundDatabase => {
  const account = accountOf(context).id
  const wanted = String(context.input['database_id'])
  const found = databasesIn(context).all(account).find(({ id, value }) => id === wanted || value.name === wanted)
  if (found === undefined) throw refuse('d1_not_found', { id: wanted })
  return { account, uuid: found.id, database: found.value }
}

/** Rows of tables and indexes that were looked at are not known: those that were found, and changed, are the least there can be. */
export const metaOf = ({ changes, changed, lastRowId, rows, duration }: StatementResult, { region }: Database, size: number): Record<string, unknown> => ({
  served_by_region: region,
  served_by_primary: true,
  timings: { sql_duration_ms: duration },
  duration,
  changes,
  last_row_id: lastRowId,
  changed_db: changed,
  size_after: size,
  rows_read: Math.max(rows.length, changes),
  rows_written: changes,
})


/** Runs statements, all or none, and keeps what is known of the database up to date. @throws Refusal `d1_sql`. */
export const runIn = (context: Context, { account, uuid, database }: FoundDatabase, statements: readonly Statement[]): { readonly results: readonly StatementResult[]; readonly size: number } => {
  const { result, size } = context.state.sqlDatabases.use(uuid, (sqlDatabase) => {
    const results = runSql(sqlDatabase, statements)
    const { count } = sqlDatabase.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE type = 'table'").get() as { count: number }
    return { results, count }
  })
  if (result.results.some(({ changed }) => changed)) databasesIn(context).put(account, uuid, { ...database, file_size: size, num_tables: result.count })
  return { results: result.results, size }
}
