import type { DatabaseSync } from 'node:sqlite'

/** What of a database is written. */
export interface DumpOptions {
  readonly no_schema?: boolean
  readonly no_data?: boolean
  /** Tables; all when there is none. */
  readonly tables?: readonly string[]
}

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** SQLite itself writes each value as the literal that gives it back. */
const insertsOf = (database: DatabaseSync, table: string): readonly string[] => {
  const columns = (database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as unknown as readonly { readonly name: string }[]).map(({ name }) => quoted(name))
  const values = database.prepare(`SELECT ${columns.map((column) => `quote(${column})`).join(" || ',' || ")} AS row FROM ${quoted(table)}`).all() as unknown as readonly { readonly row: string }[]
  return values.map(({ row }) => `INSERT INTO ${quoted(table)} (${columns.join(',')}) VALUES(${row});`)
}

/** A database as SQL that makes it again: tables with their rows, then indexes, views and triggers. */
export const sqlText = (database: DatabaseSync, { no_schema: noSchema = false, no_data: noData = false, tables = [] }: DumpOptions): string => {
  const schema = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid").all() as unknown as readonly SchemaRow[]
  const wanted = schema.filter(({ tbl_name: table }) => tables.length === 0 || tables.includes(table))
  const lines = ['PRAGMA defer_foreign_keys=TRUE;']
  for (const { name, sql } of wanted.filter(({ type }) => type === 'table')) {
    if (!noSchema) lines.push(`${sql};`)
    if (!noData) lines.push(...insertsOf(database, name))
  }
  if (!noSchema) for (const { sql } of wanted.filter(({ type }) => type !== 'table')) lines.push(`${sql};`)
  return `${lines.join('\n')}\n`
}
