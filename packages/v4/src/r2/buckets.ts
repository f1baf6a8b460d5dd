/**
 * Buckets of R2, which hold objects.
 * @module
 */
import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, inAccount } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { headers, jurisdiction, Nothing, oneBucket } from './common.ts'

/** A bucket. */
const Bucket = z.object({
  /** Name; no two in an account and jurisdiction are the same. */
  name: z.string(),
  /** When it was created, RFC 3339. Read-only. */
  creation_date: z.optional(z.string()),
  /** Where it is, such as `WEUR`. Read-only. */
  location: z.optional(z.string()),
  /** Kind of storage of new objects, `Standard` or `InfrequentAccess`. */
  storage_class: z.optional(z.string()),
  /** Where the data must stay. Read-only. */
  jurisdiction: z.optional(z.string()),
})
export interface Bucket extends z.output<typeof Bucket> {}

/** Name of a new bucket. */
const name = z.string().check(z.minLength(3), z.maxLength(64))
const storageClass = z.enum(['Standard', 'InfrequentAccess'])

const BucketList = z.strictObject({
  ...inAccount,
  /** Part of the names. */
  name_contains: z.optional(z.string()),
  /** Name behind which to start. */
  start_after: z.optional(z.string()),
  /** What to sort by. */
  order: z.optional(z.enum(['name'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Buckets a page, from 1 to 1,000; the service's own default is 20. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  /** Where to go on, from the page before. */
  cursor: z.optional(z.string()),
  ...jurisdiction,
})
export interface BucketList extends z.input<typeof BucketList> {}

const bucketsIn = (result: unknown): readonly unknown[] => (result as { readonly buckets?: readonly unknown[] }).buckets ?? []

/**
 * List the buckets of an account, by name.
 * @example for await (const bucket of cf.r2.buckets.list({ account_id })) console.log(bucket.name, bucket.location)
 */
export const list = listing<BucketList, Bucket>('GET /accounts/{account_id}/r2/buckets', { input: BucketList, item: Bucket, page: { ...cursor({ limit: 1000, sizeParameter: 'per_page' }), items: bucketsIn }, headers, permission: '#workers_r2:read', since: '2022-05' })

const BucketCreate = z.strictObject({
  ...inAccount,
  /** Name: lower-case letters, digits and `-`, 3 to 64 characters. */
  name,
  /** Region to be near to; the one nearest to the caller when not said. */
  locationHint: z.optional(z.enum(['apac', 'eeur', 'enam', 'weur', 'wnam', 'oc'])),
  /** Kind of storage of new objects. Default `Standard`. */
  storageClass: z.optional(storageClass),
  ...jurisdiction,
})
export interface BucketCreate extends z.input<typeof BucketCreate> {}

/**
 * Create a bucket.
 * @example const bucket = await cf.r2.buckets.create({ account_id, name: 'backups', locationHint: 'weur', storageClass: 'InfrequentAccess' })
 */
export const create = endpoint<BucketCreate, Bucket>('POST /accounts/{account_id}/r2/buckets', { input: BucketCreate, result: Bucket, headers, permission: '#workers_r2:edit', since: '2022-05' })

const BucketGet = z.strictObject(oneBucket)
export interface BucketGet extends z.input<typeof BucketGet> {}

/**
 * Read one bucket.
 * @example const { storage_class } = await cf.r2.buckets.get({ account_id, bucket_name: 'backups' })
 */
export const get = endpoint<BucketGet, Bucket>('GET /accounts/{account_id}/r2/buckets/{bucket_name}', { input: BucketGet, result: Bucket, headers, permission: '#workers_r2:read', since: '2022-05' })

const BucketEdit = z.strictObject({
  ...oneBucket,
  /** Kind of storage of new objects; those that are there stay as they are. */
  storage_class: storageClass,
})
export interface BucketEdit extends z.input<typeof BucketEdit> {}

/**
 * Change the kind of storage that new objects get.
 * @example await cf.r2.buckets.edit({ account_id, bucket_name: 'backups', storage_class: 'InfrequentAccess' })
 */
export const edit = endpoint<BucketEdit, Bucket>('PATCH /accounts/{account_id}/r2/buckets/{bucket_name}', { input: BucketEdit, result: Bucket, headers: { ...headers, storage_class: 'cf-r2-storage-class' }, permission: '#workers_r2:edit', safety: 'idempotent', since: '2024-10' })

const BucketDelete = z.strictObject(oneBucket)
export interface BucketDelete extends z.input<typeof BucketDelete> {}

/**
 * Delete a bucket; it must be empty.
 * @example await cf.r2.buckets.remove({ account_id, bucket_name: 'backups' })
 */
export const remove = endpoint<BucketDelete, Nothing>('DELETE /accounts/{account_id}/r2/buckets/{bucket_name}', { input: BucketDelete, result: Nothing, headers, permission: '#workers_r2:edit', since: '2022-05', repeated: { codes: [10_006], result: () => ({}) } })
