/**
 * Namespaces of Workers KV.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { inAccount, inNamespace } from './common.ts'

/** What keys and values stand in. */
const Namespace = z.object({
  /** Identifier, 32 hexadecimal digits. Read-only. */
  id: z.string(),
  /** Name for people, at most 512 characters; no two in an account are the same. */
  title: z.string(),
  /** Whether key names in paths may be percent-encoded; true for every namespace made since 2019. Read-only. */
  supports_url_encoding: z.optional(z.boolean()),
})
export interface Namespace extends z.output<typeof Namespace> {}

/** Name for people. */
const title = z.string().check(z.minLength(1), z.maxLength(512))

const NamespaceList = z.strictObject({
  ...inAccount,
  /** What to sort by. */
  order: z.optional(z.enum(['id', 'title'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Namespaces a page, from 1 to 1,000; the service's own default is 20. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(1000))),
})
export interface NamespaceList extends z.input<typeof NamespaceList> {}

/**
 * List the namespaces of an account.
 * @example for await (const namespace of cf.kv.namespaces.list({ account_id })) console.log(namespace.title)
 */
export const list = listing<NamespaceList, Namespace>('GET /accounts/{account_id}/storage/kv/namespaces', { input: NamespaceList, item: Namespace, page: pageNumber({ perPage: 1000 }), permission: '#workers_kv_storage:read' })

const NamespaceCreate = z.strictObject({
  ...inAccount,
  /** Name for people, at most 512 characters. */
  title,
})
export interface NamespaceCreate extends z.input<typeof NamespaceCreate> {}

/**
 * Create a namespace.
 * @example const namespace = await cf.kv.namespaces.create({ account_id, title: 'sessions' })
 */
export const create = endpoint<NamespaceCreate, Namespace>('POST /accounts/{account_id}/storage/kv/namespaces', { input: NamespaceCreate, result: Namespace, permission: '#workers_kv_storage:edit' })

const NamespaceGet = z.strictObject(inNamespace)
export interface NamespaceGet extends z.input<typeof NamespaceGet> {}

/**
 * Read one namespace.
 * @example const { title } = await cf.kv.namespaces.get({ account_id, namespace_id })
 */
export const get = endpoint<NamespaceGet, Namespace>('GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}', { input: NamespaceGet, result: Namespace, permission: '#workers_kv_storage:read' })

const NamespaceUpdate = z.strictObject({
  ...inNamespace,
  /** New name for people, at most 512 characters. */
  title,
})
export interface NamespaceUpdate extends z.input<typeof NamespaceUpdate> {}

/**
 * Rename a namespace.
 * @example await cf.kv.namespaces.update({ account_id, namespace_id, title: 'old sessions' })
 */
export const update = endpoint<NamespaceUpdate, Namespace>('PUT /accounts/{account_id}/storage/kv/namespaces/{namespace_id}', { input: NamespaceUpdate, result: Namespace, permission: '#workers_kv_storage:edit' })

const NamespaceDelete = z.strictObject(inNamespace)
export interface NamespaceDelete extends z.input<typeof NamespaceDelete> {}

/**
 * Delete a namespace with all its keys.
 * @example await cf.kv.namespaces.remove({ account_id, namespace_id })
 */
export const remove = endpoint<NamespaceDelete, null>('DELETE /accounts/{account_id}/storage/kv/namespaces/{namespace_id}', {
  input: NamespaceDelete,
  result: z.literal(null),
  permission: '#workers_kv_storage:edit',
  repeated: { codes: [10013], result: () => null },
})
