/**
 * SQL that is run in a database of D1.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneDatabase } from './common.ts'

/** Values for the `?` of one statement, in their order. */
const parameters = z.array(z.nullable(z.union([z.string(), z.number(), z.boolean()])))

const sql = z.string().check(z.minLength(1), z.maxLength(100_000))

const Sql = z.strictObject({
  ...oneDatabase,
  /** One statement, or several with `;` between them; at most 100,000 characters. Either this or `batch`. */
  sql: z.optional(sql),
  /** Values for the `?` of the one statement, at most 100. */
  params: z.optional(parameters.check(z.maxLength(100))),
  /** Statements with values of their own; all of them are carried out or none. */
  batch: z.optional(
    z.array(
      z.strictObject({
        /** One statement. */
        sql,
        /** Values for its `?`, at most 100. */
        params: z.optional(parameters.check(z.maxLength(100))),
      }),
    ),
  ),
}).check(z.refine((input) => (input.sql === undefined) !== (input.batch === undefined), 'expected either sql or batch'))
export interface Sql extends z.input<typeof Sql> {}

/** What running one statement came to. */
export const Meta = z.object({
  /** Whether anything in the database changed. */
  changed_db: z.optional(z.boolean()),
  /** Rows that were inserted, updated or deleted. */
  changes: z.optional(z.number()),
  /** Milliseconds that it took inside the database. */
  duration: z.optional(z.number()),
  /** Row that was inserted last. */
  last_row_id: z.optional(z.number()),
  /** Rows that were read, those of indexes too. */
  rows_read: z.optional(z.number()),
  /** Rows that were written, those of indexes too. */
  rows_written: z.optional(z.number()),
  /** Size of the database afterwards, in bytes. */
  size_after: z.optional(z.number()),
  /** Region that answered, such as `WEUR`. */
  served_by_region: z.optional(z.string()),
  /** Whether the original answered rather than a copy. */
  served_by_primary: z.optional(z.boolean()),
  /** Durations in detail. */
  timings: z.optional(
    z.object({
      /** Milliseconds that it took inside the database. */
      sql_duration_ms: z.optional(z.number()),
    }),
  ),
})

/** Result of one statement, its rows as objects. */
const QueryResult = z.object({
  /** Whether it was carried out. */
  success: z.optional(z.boolean()),
  /** The rows; numbers, texts, null, and bytes as lists of numbers. Of columns with the same name the last one counts. */
  results: z.array(z.record(z.string(), z.unknown())),
  /** What running it came to. */
  meta: Meta,
})
export interface QueryResult extends z.output<typeof QueryResult> {}

/**
 * Run SQL and get the rows as objects, one result a statement. Either every statement is carried out or none.
 * @example const [result] = await cf.d1.query({ account_id, database_id: id, sql: 'SELECT * FROM orders WHERE total > ?', params: [100] })
 */
export const query = endpoint<Sql, QueryResult[]>('POST /accounts/{account_id}/d1/database/{database_id}/query', { input: Sql, result: z.array(QueryResult), permission: '#d1:edit', since: '2022-11' })

/** Result of one statement, its rows as lists. */
const RawResult = z.object({
  /** Whether it was carried out. */
  success: z.optional(z.boolean()),
  /** The rows. */
  results: z.object({
    /** Names of the columns, in their order; the same name may come twice. */
    columns: z.array(z.string()),
    /** Values of each row, in the order of the columns. */
    rows: z.array(z.array(z.unknown())),
  }),
  /** What running it came to. */
  meta: Meta,
})
export interface RawResult extends z.output<typeof RawResult> {}

/**
 * Run SQL and get the rows as lists: shorter, and no column is lost when two have the same name.
 * @example const [result] = await cf.d1.raw({ account_id, database_id: id, sql: 'SELECT a.id, b.id FROM a JOIN b USING (name)' })
 */
export const raw = endpoint<Sql, RawResult[]>('POST /accounts/{account_id}/d1/database/{database_id}/raw', { input: Sql, result: z.array(RawResult), permission: '#d1:edit', since: '2023-12' })
