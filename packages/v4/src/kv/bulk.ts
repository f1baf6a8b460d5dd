/**
 * Many values of Workers KV in one call.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { expiry, inNamespace } from './common.ts'

const keyName = z.string().check(z.minLength(1), z.maxLength(512))

/** How a bulk change went. */
const BulkResult = z.object({
  /** Keys that were written or deleted. */
  successful_key_count: z.optional(z.number()),
  /** Keys that were not; send them again. */
  unsuccessful_keys: z.optional(z.array(z.string())),
})
export interface BulkResult extends z.output<typeof BulkResult> {}

const BulkGet = z.strictObject({
  ...inNamespace,
  /** Names of the keys, at most 100. */
  keys: z.array(keyName).check(z.minLength(1), z.maxLength(100)),
  /** Whether values are texts or parsed as JSON. Default `text`. */
  type: z.optional(z.enum(['text', 'json'])),
  /** Give each value as an object with its metadata and expiration. Default false. */
  withMetadata: z.optional(z.boolean()),
})
export interface BulkGet extends z.input<typeof BulkGet> {}

const BulkValues = z.object({
  /** Values by the name of their key, null where there is none; with `withMetadata`, objects of `value`, `metadata` and `expiration`. */
  values: z.record(z.string(), z.unknown()),
})
export interface BulkValues extends z.output<typeof BulkValues> {}

/**
 * Read up to 100 values at once.
 * @example const { values } = await cf.kv.bulk.get({ account_id, namespace_id, keys: ['a', 'b'] })
 */
export const get = endpoint<BulkGet, BulkValues>('POST /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/bulk/get', { input: BulkGet, result: BulkValues, permission: '#workers_kv_storage:read', safety: 'read', since: '2025-04' })

const BulkPut = z.strictObject({
  ...inNamespace,
  /** What to write, at most 10,000 pairs and 104,857,600 bytes. */
  pairs: z
    .array(
      z.strictObject({
        /** Name of the key, at most 512 bytes. */
        key: keyName,
        /** The value as text, or in base64. */
        value: z.string(),
        /** The value is in base64. Default false. */
        base64: z.optional(z.boolean()),
        ...expiry,
        /** JSON to stand beside the value, at most 1,024 bytes. */
        metadata: z.optional(z.unknown()),
      }),
    )
    .check(z.minLength(1), z.maxLength(10_000)),
})
export interface BulkPut extends z.input<typeof BulkPut> {}

/**
 * Write up to 10,000 values at once.
 * @example await cf.kv.bulk.put({ account_id, namespace_id, pairs: [{ key: 'a', value: '1' }, { key: 'b', value: 'AA==', base64: true }] })
 */
export const put = endpoint<BulkPut, BulkResult>('PUT /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/bulk', { input: BulkPut, result: BulkResult, body: { json: 'pairs' }, permission: '#workers_kv_storage:edit' })

const BulkDelete = z.strictObject({
  ...inNamespace,
  /** Names of the keys, at most 10,000. */
  keys: z.array(keyName).check(z.minLength(1), z.maxLength(10_000)),
})
export interface BulkDelete extends z.input<typeof BulkDelete> {}

/**
 * Delete up to 10,000 keys at once.
 * @example await cf.kv.bulk.remove({ account_id, namespace_id, keys: ['a', 'b'] })
 */
export const remove = endpoint<BulkDelete, BulkResult>('POST /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/bulk/delete', { input: BulkDelete, result: BulkResult, body: { json: 'keys' }, permission: '#workers_kv_storage:edit', safety: 'idempotent' })

/**
 * Delete up to 10,000 keys at once, as it was until {@link remove} took its place: with a body that some programs on the way drop.
 * @example await cf.kv.bulk.removeByDelete({ account_id, namespace_id, keys: ['a', 'b'] })
 */
export const removeByDelete = endpoint<BulkDelete, BulkResult>('DELETE /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/bulk', { input: BulkDelete, result: BulkResult, body: { json: 'keys' }, permission: '#workers_kv_storage:edit' })
