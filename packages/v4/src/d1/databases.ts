/**
 * Databases of D1: SQLite as a service.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { oneDatabase, readReplication } from './common.ts'

/** A database. */
const Database = z.object({
  /** Identifier, a UUID. Read-only. */
  uuid: z.string(),
  /** Name for people; no two in an account are the same. */
  name: z.string(),
  /** When it was created, RFC 3339. Read-only. */
  created_at: z.optional(z.string()),
  /** Kind of storage, such as `production`. Read-only. */
  version: z.optional(z.string()),
  /** Size in bytes; not in every list. Read-only. */
  file_size: z.optional(z.number()),
  /** Number of tables; not exact, and not in every list. Read-only. */
  num_tables: z.optional(z.number()),
  /** Where the data must stay, or null for anywhere. */
  jurisdiction: z.optional(z.nullable(z.string())),
  /** Whether reads may be answered by copies elsewhere. */
  read_replication: z.optional(
    z.nullable(
      z.object({
        /** `auto` or `disabled`. */
        mode: z.string(),
      }),
    ),
  ),
})
export interface Database extends z.output<typeof Database> {}

const DatabaseList = z.strictObject({
  ...inAccount,
  /** Name, or part of it. */
  name: z.optional(z.string()),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Databases a page, from 10 to 10,000; the service's own default is 1,000. */
  per_page: z.optional(z.int().check(z.gte(10), z.lte(10_000))),
})
export interface DatabaseList extends z.input<typeof DatabaseList> {}

/**
 * List the databases of an account.
 * @example for await (const database of cf.d1.databases.list({ account_id })) console.log(database.name, database.uuid)
 */
export const list = listing<DatabaseList, Database>('GET /accounts/{account_id}/d1/database', { input: DatabaseList, item: Database, page: pageNumber({ perPage: 1000 }), permission: '#d1:read', since: '2022-11' })

const DatabaseCreate = z.strictObject({
  ...inAccount,
  /** Name for people, at most 64 characters: letters, digits, `-`, `_`. */
  name: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Region to be near to; the one nearest to the caller when not said. */
  primary_location_hint: z.optional(z.enum(['wnam', 'enam', 'weur', 'eeur', 'apac', 'oc'])),
  /** Where the data must stay; wins over the region. */
  jurisdiction: z.optional(z.enum(['eu', 'fedramp', 'us'])),
  /** Whether reads may be answered by copies elsewhere. */
  read_replication: z.optional(readReplication),
})
export interface DatabaseCreate extends z.input<typeof DatabaseCreate> {}

/**
 * Create a database.
 * @example const { uuid } = await cf.d1.databases.create({ account_id, name: 'orders', primary_location_hint: 'weur' })
 */
export const create = endpoint<DatabaseCreate, Database>('POST /accounts/{account_id}/d1/database', { input: DatabaseCreate, result: Database, permission: '#d1:edit', since: '2022-11' })

const DatabaseGet = z.strictObject(oneDatabase)
export interface DatabaseGet extends z.input<typeof DatabaseGet> {}

/**
 * Read what is known of one database.
 * @example const { file_size, num_tables } = await cf.d1.databases.get({ account_id, database_id: id })
 */
export const get = endpoint<DatabaseGet, Database>('GET /accounts/{account_id}/d1/database/{database_id}', { input: DatabaseGet, result: Database, permission: '#d1:read', since: '2022-11' })

const DatabaseUpdate = z.strictObject({
  ...oneDatabase,
  /** Whether reads may be answered by copies elsewhere; it may take hours to have an effect. */
  read_replication: readReplication,
})
export interface DatabaseUpdate extends z.input<typeof DatabaseUpdate> {}

/**
 * Replace the settings of a database.
 * @example await cf.d1.databases.update({ account_id, database_id: id, read_replication: { mode: 'auto' } })
 */
export const update = endpoint<DatabaseUpdate, Database>('PUT /accounts/{account_id}/d1/database/{database_id}', { input: DatabaseUpdate, result: Database, permission: '#d1:edit', since: '2025-04' })

const DatabaseEdit = z.strictObject({
  ...oneDatabase,
  /** Whether reads may be answered by copies elsewhere; it may take hours to have an effect. */
  read_replication: z.optional(readReplication),
})
export interface DatabaseEdit extends z.input<typeof DatabaseEdit> {}

/**
 * Change settings of a database; what is not said stays.
 * @example await cf.d1.databases.edit({ account_id, database_id: id, read_replication: { mode: 'disabled' } })
 */
export const edit = endpoint<DatabaseEdit, Database>('PATCH /accounts/{account_id}/d1/database/{database_id}', { input: DatabaseEdit, result: Database, permission: '#d1:edit', safety: 'idempotent', since: '2025-06' })

const DatabaseDelete = z.strictObject(oneDatabase)
export interface DatabaseDelete extends z.input<typeof DatabaseDelete> {}

/**
 * Delete a database with all its tables.
 * @example await cf.d1.databases.remove({ account_id, database_id: id })
 */
export const remove = endpoint<DatabaseDelete, null>('DELETE /accounts/{account_id}/d1/database/{database_id}', { input: DatabaseDelete, result: z.literal(null), permission: '#d1:edit', since: '2022-11', repeated: { codes: [7404], result: () => null } })
