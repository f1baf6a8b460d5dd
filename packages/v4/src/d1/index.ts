/**
 * D1: databases, and SQL in them.
 * @module
 */
export * as databases from './databases.ts'
export { type QueryResult, type RawResult, type Sql, query, raw } from './statements.ts'
