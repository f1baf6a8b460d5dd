/**
 * Keys of a namespace of Workers KV.
 * @module
 */
import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { listing } from '../protocol.ts'
import { inNamespace } from './common.ts'

/** A key without its value. */
const Key = z.object({
  /** Name of the key, at most 512 bytes. */
  name: z.string(),
  /** Seconds since 1970 at which the value ends; absent when it never does. */
  expiration: z.optional(z.number()),
  /** JSON that stands beside the value; at most 1,024 bytes. */
  metadata: z.optional(z.unknown()),
})
export interface Key extends z.output<typeof Key> {}

const KeyList = z.strictObject({
  ...inNamespace,
  /** Start of the names. */
  prefix: z.optional(z.string()),
  /** Keys a page, from 10 to 1,000. Default 1,000. */
  limit: z.optional(z.int().check(z.gte(10), z.lte(1000))),
  /** Where to go on, from the page before. */
  cursor: z.optional(z.string()),
})
export interface KeyList extends z.input<typeof KeyList> {}

/**
 * List the keys of a namespace in the order of their bytes.
 * @example for await (const key of cf.kv.keys.list({ account_id, namespace_id, prefix: 'user/' })) console.log(key.name)
 */
export const list = listing<KeyList, Key>('GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/keys', { input: KeyList, item: Key, page: cursor({ limit: 1000 }), permission: '#workers_kv_storage:read' })
