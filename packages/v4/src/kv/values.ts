/**
 * Values of Workers KV: any bytes, each under a key.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { download, endpoint } from '../protocol.ts'
import { expiry, oneKey } from './common.ts'

const slashes = ['key_name']

const ValueGet = z.strictObject(oneKey)
export interface ValueGet extends z.input<typeof ValueGet> {}

/**
 * Read a value, as bytes or text.
 * @example const text = await (await cf.kv.values.get({ account_id, namespace_id, key_name: 'user/1' })).text()
 */
export const get = download<ValueGet>('GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/{key_name}', { input: ValueGet, answer: 'bytes', slashes, permission: '#workers_kv_storage:read' })

const ValuePut = z.strictObject({
  ...oneKey,
  ...expiry,
  /** The value, at most 26,214,400 bytes. */
  value: z.upload(),
  /** JSON object to stand beside the value, at most 1,024 bytes. */
  metadata: z.optional(z.record(z.string(), z.unknown())),
})
export interface ValuePut extends z.input<typeof ValuePut> {}

/**
 * Write a value, in the place of the one that was there. Readers elsewhere may see the old one for a minute.
 * @example await cf.kv.values.put({ account_id, namespace_id, key_name: 'user/1', value: 'Ada', expiration_ttl: 3600 })
 */
export const put = endpoint<ValuePut, null>('PUT /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/{key_name}', {
  input: ValuePut,
  result: z.literal(null),
  query: ['expiration', 'expiration_ttl'],
  body: { files: ['value'], alone: { file: 'value', type: 'application/octet-stream' } },
  slashes,
  permission: '#workers_kv_storage:edit',
})

const ValueDelete = z.strictObject(oneKey)
export interface ValueDelete extends z.input<typeof ValueDelete> {}

/**
 * Delete a key with its value; a key that is not there is no error.
 * @example await cf.kv.values.remove({ account_id, namespace_id, key_name: 'user/1' })
 */
export const remove = endpoint<ValueDelete, null>('DELETE /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/{key_name}', { input: ValueDelete, result: z.literal(null), slashes, permission: '#workers_kv_storage:edit', repeated: { codes: [10009], result: () => null } })

const MetadataGet = z.strictObject(oneKey)
export interface MetadataGet extends z.input<typeof MetadataGet> {}

/**
 * Read the JSON that stands beside a value; null when there is none.
 * @example const metadata = await cf.kv.values.metadata({ account_id, namespace_id, key_name: 'user/1' })
 */
export const metadata = endpoint<MetadataGet, unknown>('GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/metadata/{key_name}', { input: MetadataGet, result: z.unknown(), slashes, permission: '#workers_kv_storage:read' })
