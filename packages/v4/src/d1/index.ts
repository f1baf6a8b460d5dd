/**
 * D1: databases, and SQL in them.
 * @module
 */
export * as databases from './databases.ts'
export { type QueryResult, type RawResult, type Sql, query, raw } from './statements.ts'
export { type ExportProgress, type ImportProgress, type SqlExport, type SqlImport, exportSql, importSql } from './transfers.ts'
