/**
 * CORS of a bucket: which sites may fetch its objects from a browser.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { headers, Nothing, oneBucket } from './common.ts'

const rule = z.strictObject({
  /** Name for people. */
  id: z.optional(z.string()),
  /** What is allowed. */
  allowed: z.strictObject({
    /** Sites, such as `https://example.com`; `*` is all of them. */
    origins: z.array(z.string()).check(z.minLength(1)),
    /** Methods. */
    methods: z.array(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])).check(z.minLength(1)),
    /** Headers that requests may have. */
    headers: z.optional(z.array(z.string())),
  }),
  /** Headers of answers that scripts may see. */
  exposeHeaders: z.optional(z.array(z.string())),
  /** Seconds for which a browser need not ask again, 0 to 86,400. */
  maxAgeSeconds: z.optional(z.int().check(z.gte(0), z.lte(86_400))),
})

/** Rules of a bucket. */
const BucketCors = z.object({
  /** The rules; the first one that fits counts. */
  rules: z.array(rule),
})
export interface BucketCors extends z.output<typeof BucketCors> {}

const CorsGet = z.strictObject(oneBucket)
export interface CorsGet extends z.input<typeof CorsGet> {}

/**
 * Read the rules of a bucket.
 * @example const { rules } = await cf.r2.cors.get({ account_id, bucket_name: 'backups' })
 */
export const get = endpoint<CorsGet, BucketCors>('GET /accounts/{account_id}/r2/buckets/{bucket_name}/cors', { input: CorsGet, result: BucketCors, headers, permission: '#workers_r2:read', since: '2024-10' })

const CorsUpdate = z.strictObject({
  ...oneBucket,
  /** The rules; those before are gone. */
  rules: z.array(rule),
})
export interface CorsUpdate extends z.input<typeof CorsUpdate> {}

/**
 * Replace the rules of a bucket.
 * @example await cf.r2.cors.update({ account_id, bucket_name: 'backups', rules: [{ allowed: { origins: ['https://example.com'], methods: ['GET'] }, maxAgeSeconds: 3600 }] })
 */
export const update = endpoint<CorsUpdate, Nothing>('PUT /accounts/{account_id}/r2/buckets/{bucket_name}/cors', { input: CorsUpdate, result: Nothing, headers, permission: '#workers_r2:edit', since: '2024-10' })

const CorsDelete = z.strictObject(oneBucket)
export interface CorsDelete extends z.input<typeof CorsDelete> {}

/**
 * Delete the rules of a bucket.
 * @example await cf.r2.cors.remove({ account_id, bucket_name: 'backups' })
 */
export const remove = endpoint<CorsDelete, Nothing>('DELETE /accounts/{account_id}/r2/buckets/{bucket_name}/cors', { input: CorsDelete, result: Nothing, headers, permission: '#workers_r2:edit', since: '2024-10' })
