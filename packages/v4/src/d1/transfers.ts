/**
 * Whole databases as SQL: files of any size go in and out by addresses that are asked for first. Both calls are repeated until
 * their `status` is `complete`; the database answers no queries meanwhile.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneDatabase } from './common.ts'
import { Meta } from './statements.ts'

const progress = {
  /** Whether nothing has gone wrong so far. */
  success: z.boolean(),
  /** `import` or `export`. */
  type: z.string(),
  /** `active`, `complete` or `error`. */
  status: z.optional(z.string()),
  /** What went wrong. */
  error: z.optional(z.string()),
  /** What was done since the call before. */
  messages: z.array(z.string()),
  /** State of the database; to be given to the next call. */
  at_bookmark: z.optional(z.string()),
}

const SqlImport = z.strictObject({
  ...oneDatabase,
  /** `init` asks for an address to upload to, `ingest` runs what was uploaded, `poll` asks how far that is. */
  action: z.enum(['init', 'ingest', 'poll']),
  /** MD5 of the file in hexadecimal digits; for `init` and `ingest`. */
  etag: z.optional(z.string()),
  /** Name of the file, as `init` gave it; for `ingest`. */
  filename: z.optional(z.string()),
  /** State of the database, as the call before gave it; for `poll`. */
  current_bookmark: z.optional(z.string()),
})
export interface SqlImport extends z.input<typeof SqlImport> {}

/** How far an import is. */
const ImportProgress = z.object({
  ...progress,
  /** Address to PUT the file to, without credentials; after `init`, when the file is not there yet. */
  upload_url: z.optional(z.string()),
  /** Name of the file, for `ingest`. */
  filename: z.optional(z.string()),
  /** What came of it, when it is complete. */
  result: z.optional(
    z.object({
      /** Statements that were run. */
      num_queries: z.number(),
      /** State of the database afterwards. */
      final_bookmark: z.string(),
      /** What running them came to. */
      meta: Meta,
    }),
  ),
})
export interface ImportProgress extends z.output<typeof ImportProgress> {}

/**
 * Run a file of SQL: all of its statements or none.
 * @example const { upload_url, filename } = await cf.d1.importSql({ account_id, database_id: id, action: 'init', etag: '0cc175b9c0f1b6a831c399e269772661' })
 */
export const importSql = endpoint<SqlImport, ImportProgress>('POST /accounts/{account_id}/d1/database/{database_id}/import', { input: SqlImport, result: ImportProgress, permission: '#d1:edit', since: '2024-05', secrets: ['upload_url'] })

const SqlExport = z.strictObject({
  ...oneDatabase,
  /** How the caller waits. */
  output_format: z.enum(['polling']),
  /** State of the database, as the call before gave it. */
  current_bookmark: z.optional(z.string()),
  /** What is written. */
  dump_options: z.optional(
    z.strictObject({
      /** Leave out what makes tables. Default false. */
      no_schema: z.optional(z.boolean()),
      /** Leave out rows. Default false. */
      no_data: z.optional(z.boolean()),
      /** Tables; all when there is none. */
      tables: z.optional(z.array(z.string())),
    }),
  ),
})
export interface SqlExport extends z.input<typeof SqlExport> {}

/** How far an export is. */
const ExportProgress = z.object({
  ...progress,
  /** Where the file is, when it is complete. */
  result: z.optional(
    z.object({
      /** Name of the file. */
      filename: z.string(),
      /** Address to GET it from, without credentials; valid for one hour. */
      signed_url: z.string(),
    }),
  ),
})
export interface ExportProgress extends z.output<typeof ExportProgress> {}

/**
 * Get the database as SQL.
 * @example const { result } = await cf.d1.exportSql({ account_id, database_id: id, output_format: 'polling' })
 */
export const exportSql = endpoint<SqlExport, ExportProgress>('POST /accounts/{account_id}/d1/database/{database_id}/export', { input: SqlExport, result: ExportProgress, permission: '#d1:edit', since: '2024-05', safety: 'idempotent', secrets: ['signed_url'] })
