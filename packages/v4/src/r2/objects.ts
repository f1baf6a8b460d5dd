/**
 * Objects of a bucket, one at a time. Programs that move many of them speak the S3 API, which is none of this.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { download, endpoint } from '../protocol.ts'
import { headers, oneBucket } from './common.ts'

const oneObject = {
  ...oneBucket,
  /** Key of the object, at most 1,024 bytes; slashes in it are plain. */
  object_key: z.string().check(z.minLength(1), z.maxLength(1024)),
}

const plain = { slashes: ['object_key'], plainSlashes: true }

const ObjectGet = z.strictObject(oneObject)
export interface ObjectGet extends z.input<typeof ObjectGet> {}

/**
 * Read an object, as bytes or text.
 * @example const text = await (await cf.r2.objects.get({ account_id, bucket_name: 'backups', object_key: '2026/zone.txt' })).text()
 */
export const get = download<ObjectGet>('GET /accounts/{account_id}/r2/buckets/{bucket_name}/objects/{object_key}', { input: ObjectGet, answer: 'bytes', headers, ...plain, permission: '#workers_r2:read' })

/** An object that was written. */
const StoredObject = z.object({
  /** Its key. */
  key: z.string(),
  /** Hash of its content. */
  etag: z.string(),
  /** Bytes. */
  size: z.string(),
  /** Identifier of this content, new with each write. */
  version: z.string(),
  /** When it was written, RFC 3339. */
  uploaded: z.string(),
  /** Kind of storage, `Standard` or `InfrequentAccess`. */
  storage_class: z.string(),
})
export interface StoredObject extends z.output<typeof StoredObject> {}

const ObjectPut = z.strictObject({
  ...oneObject,
  /** The content, at most 300 MB. */
  content: z.upload(),
  /** Media type, as readers get it. */
  content_type: z.optional(z.string()),
  /** Kind of storage; that of the bucket when not said. */
  storage_class: z.optional(z.enum(['Standard', 'InfrequentAccess'])),
})
export interface ObjectPut extends z.input<typeof ObjectPut> {}

/**
 * Write an object, in the place of the one that was there.
 * @example await cf.r2.objects.put({ account_id, bucket_name: 'backups', object_key: '2026/zone.txt', content: 'example.com. 300 IN A 192.0.2.1' })
 */
export const put = endpoint<ObjectPut, StoredObject>('PUT /accounts/{account_id}/r2/buckets/{bucket_name}/objects/{object_key}', {
  input: ObjectPut,
  result: StoredObject,
  headers: { ...headers, content_type: 'content-type', storage_class: 'cf-r2-storage-class' },
  body: { raw: 'content', type: 'application/octet-stream' },
  ...plain,
  permission: '#workers_r2:edit',
})

const ObjectDelete = z.strictObject(oneObject)
export interface ObjectDelete extends z.input<typeof ObjectDelete> {}

/** An object that is gone. */
const DeletedObject = z.object({
  /** Its key. */
  key: z.string(),
})
export interface DeletedObject extends z.output<typeof DeletedObject> {}

/**
 * Delete an object; a key that is not there is no error.
 * @example await cf.r2.objects.remove({ account_id, bucket_name: 'backups', object_key: '2026/zone.txt' })
 */
export const remove = endpoint<ObjectDelete, DeletedObject>('DELETE /accounts/{account_id}/r2/buckets/{bucket_name}/objects/{object_key}', { input: ObjectDelete, result: DeletedObject, headers, ...plain, permission: '#workers_r2:edit' })
