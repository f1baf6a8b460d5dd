import { r2 } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { createHash } from 'node:crypto'
import { refuse } from '../errors.ts'
import type { Collection } from '../state/documents.ts'
import { uploadedBytes } from '../wire/upload.ts'
import { type Context, type Handler, serve } from './handler.ts'

interface StoredObject {
  readonly etag: string
  readonly size: number
  readonly version: string
  readonly uploaded: string
  readonly contentType: string
  readonly storageClass: string
}

/** The bucket of a call, as its handlers find it. */
export interface FoundBucket {
  readonly scope: string
  readonly name: string
  readonly bucket: { readonly storage_class: string }
}

const scopeOf = ({ scope, name }: FoundBucket): string => `r2/${scope}/${name}`

const objectsIn = ({ state }: Context): Collection<StoredObject> => state.documents.collection('r2_objects')

/** True when a bucket holds no object. */
export const isEmpty = (context: Context, bucket: FoundBucket): boolean => objectsIn(context).all(scopeOf(bucket)).length === 0

/** Handlers of objects; each looks its bucket up first. */
export const r2ObjectHandlers = (bucketOf: (context: Context) => FoundBucket): readonly Handler[] => {
  const keyOf = ({ input }: Context): string => {
    const key = String(input['object_key'])
    if (Buffer.byteLength(key) > 1024) throw refuse('r2_invalid', { field: 'object_key', detail: 'must have at most 1024 bytes' })
    return key
  }
  return [
    serve(r2.objects.get, (context) => {
      const scope = scopeOf(bucketOf(context))
      const key = keyOf(context)
      const content = context.state.blobs.get(scope, key)
      if (content === undefined) throw refuse('r2_object_not_found')
      return { result: content, contentType: objectsIn(context).get(scope, key)?.contentType ?? 'application/octet-stream' }
    }),
    serve(r2.objects.put, (context) => {
      const found = bucketOf(context)
      const scope = scopeOf(found)
      const key = keyOf(context)
      const { content: given, content_type: type = 'application/octet-stream', storage_class: storageClass = found.bucket.storage_class } = context.input
      if (storageClass !== 'Standard' && storageClass !== 'InfrequentAccess') throw refuse('r2_invalid', { field: 'cf-r2-storage-class', detail: 'must be one of Standard, InfrequentAccess' })
      const content = uploadedBytes(given) ?? new Uint8Array()
      const stored = { etag: createHash('md5').update(content).digest('hex'), size: content.length, version: context.ids.next(), uploaded: microsecondDate(context.clock.now()), contentType: String(type), storageClass }
      context.state.blobs.put(scope, key, content)
      objectsIn(context).put(scope, key, stored)
      const { etag, size, version, uploaded } = stored
      return { result: { key, etag, size: String(size), version, uploaded, storage_class: storageClass } }
    }),
    serve(r2.objects.remove, (context) => {
      const scope = scopeOf(bucketOf(context))
      const key = keyOf(context)
      context.state.blobs.remove(scope, key)
      objectsIn(context).remove(scope, key)
      return { result: { key } }
    }),
  ]
}
