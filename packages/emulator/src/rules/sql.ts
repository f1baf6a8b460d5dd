import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

import { refuse } from '../errors.ts'

/** A statement and the values for its `?`. */
export interface Statement {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** What one statement came to. */
export interface StatementResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly changes: number
  readonly changed: boolean
  readonly lastRowId: number
  /** Milliseconds. */
  readonly duration: number
}

/** White space, comments and semicolons: what may stand before a statement. */
const lead = /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/

/** The service takes these words for its own, or they reach files: other databases, and copies of this one. */
const forbidden = new Set(['attach', 'detach', 'vacuum', 'begin', 'commit', 'end', 'rollback', 'savepoint', 'release'])

/** The pragmas that the service allows. */
const pragmas = new Set([
  'application_id', 'case_sensitive_like', 'defer_foreign_keys', 'foreign_key_check', 'foreign_key_list', 'foreign_keys', 'function_list', 'ignore_check_constraints', 'index_info',
  'index_list', 'index_xinfo', 'legacy_alter_table', 'optimize', 'quick_check', 'recursive_triggers', 'reverse_unordered_selects', 'table_info', 'table_list', 'table_xinfo', 'user_version',
])

const names: Readonly<Record<number, string>> = { 1: 'SQLITE_ERROR', 7: 'SQLITE_NOMEM', 8: 'SQLITE_READONLY', 13: 'SQLITE_FULL', 18: 'SQLITE_TOOBIG', 19: 'SQLITE_CONSTRAINT', 20: 'SQLITE_MISMATCH', 23: 'SQLITE_AUTH', 25: 'SQLITE_RANGE' }

const sqlFault = (message: string, code = 1) => refuse('d1_sql', { detail: `${message}: ${names[code & 0xff] ?? 'SQLITE_ERROR'}` })

const unauthorized = 23

const isSqliteError = (error: unknown): error is Error & { readonly errcode: number } => error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'

/** @throws Refusal `d1_sql` with what SQLite says. */
const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (isSqliteError(error)) throw sqlFault(error.message, error.errcode)
    throw error
  }
}

const checkAllowed = (sql: string): void => {
  const word = /^[a-z]+/i.exec(sql)?.[0].toLowerCase() ?? ''
  const pragma = word === 'pragma' ? (/^pragma\s+(?:\w+\s*\.\s*)?["'`[]?(\w+)/i.exec(sql)?.[1]?.toLowerCase() ?? '') : undefined
  if (forbidden.has(word) || (pragma !== undefined && !pragmas.has(pragma))) throw sqlFault('not authorized', unauthorized)
}

const valueFor = (value: unknown): SQLInputValue => (typeof value === 'boolean' ? Number(value) : (value as SQLInputValue))

/** JSON has no bytes and no numbers beyond 2^53. */
const shown = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : typeof value === 'bigint' ? Number(value) : value)

const rowsOf = (statement: StatementSync, params: readonly SQLInputValue[]): Pick<StatementResult, 'columns' | 'rows'> => {
  statement.setReadBigInts(true)
  // Older versions of Node give rows as objects alone: there a column whose name comes twice is seen once.
  const lists = 'setReturnArrays' in statement && 'columns' in statement
  if (lists) statement.setReturnArrays(true)
  const rows = statement.all(...params) as unknown as readonly (Readonly<Record<string, unknown>> | readonly unknown[])[]
  const columns = lists ? statement.columns().map(({ name }) => String(name)) : Object.keys(rows[0] ?? {})
  return { columns, rows: rows.map((row) => (Array.isArray(row) ? row : Object.values(row)).map(shown)) }
}

interface Counts {
  readonly changes: number
  readonly row: number
  readonly schema: number
}

const countsOf = (database: DatabaseSync): Counts => database.prepare('SELECT total_changes() AS changes, last_insert_rowid() AS row, schema_version AS schema FROM pragma_schema_version').get() as unknown as Counts

/** The number of values that a statement takes is not told; one more than it takes is refused before anything runs. */
const takesMore = (statement: StatementSync, params: readonly SQLInputValue[]): boolean => {
  try {
    statement.iterate(...params, null)
    return true
  } catch (error) {
    return !(isSqliteError(error) && error.errcode === 25)
  }
}

const runOne = (database: DatabaseSync, statement: StatementSync, given: readonly unknown[]): StatementResult => {
  const params = given.map(valueFor)
  if (takesMore(statement, params)) throw sqlFault('Wrong number of parameter bindings for SQL query.')
  const before = countsOf(database)
  const start = performance.now()
  const { columns, rows } = guarded(() => rowsOf(statement, params))
  const duration = performance.now() - start
  const after = countsOf(database)
  const changes = after.changes - before.changes
  return { columns, rows, changes, changed: changes > 0 || after.schema !== before.schema, lastRowId: after.row, duration }
}

/** SQLite itself says where a statement ends: what follows is the rest. */
const runText = (database: DatabaseSync, { sql, params }: Statement, alone: boolean): readonly StatementResult[] => {
  if (sql.includes('\0')) throw sqlFault('unrecognized token: "\\0"')
  const results: StatementResult[] = []
  let rest = sql.replace(lead, '')
  while (rest !== '') {
    checkAllowed(rest)
    const text = rest
    const statement = guarded(() => database.prepare(text))
    const next = rest.slice(statement.sourceSQL.length).replace(lead, '')
    if (next !== '' && (alone || params.length > 0)) throw sqlFault('A prepared SQL statement must contain only one statement')
    results.push(runOne(database, statement, params))
    rest = next
  }
  if (results.length === 0) throw sqlFault('No SQL statements detected.')
  return results
}

/** Codes of SQLite's own interface: the action of attaching a file, and the answers to it. */
const [attach, allow, deny] = [24, 0, 1] as const

/** A second lock beside the words above, where this version of Node has it. */
const forbidFiles = (database: DatabaseSync & { setAuthorizer?(decide: (action: number) => number): void }): void => database.setAuthorizer?.((action) => (action === attach ? deny : allow))

/**
 * Runs statements in one transaction: all of them or none.
 * @param statements Each a text of one or several statements; with values, or beside others, of one.
 * @throws Refusal `d1_sql`. The transaction is open then, and the database to be thrown away.
 */
export const runSql = (database: DatabaseSync, statements: readonly Statement[]): readonly StatementResult[] => {
  forbidFiles(database)
  database.exec('BEGIN')
  const results = statements.flatMap((statement) => runText(database, statement, statements.length > 1))
  // Foreign keys that were put off are looked at now.
  guarded(() => database.exec('COMMIT'))
  return results
}
