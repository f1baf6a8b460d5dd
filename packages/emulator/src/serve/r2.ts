import type { AnyEndpoint } from '@zonewright/core'
import { r2 } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { nameCursor, nameOfCursor } from '../rules/cursor-paging.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { isEmpty, r2ObjectHandlers } from './r2-objects.ts'

interface Bucket {
  readonly creation_date: string
  readonly location: string
  readonly storage_class: string
  readonly cors?: readonly unknown[]
}

const bucketsIn = ({ state }: Context): Collection<Bucket> => state.documents.collection('r2_buckets')

const invalid = (field: string, detail: string) => refuse('r2_invalid', { field, detail })

const inputOf = (endpoint: AnyEndpoint, { input }: Context): Record<string, unknown> => declaredInput(endpoint, input, invalid)

/** Each jurisdiction has its own names. */
const scopeOf = (context: Context): string => {
  const { jurisdiction = 'default' } = context.input
  if (jurisdiction !== 'default' && jurisdiction !== 'eu' && jurisdiction !== 'fedramp') throw invalid('jurisdiction', 'must be one of default, eu, fedramp')
  return `${accountOf(context).id}/${jurisdiction}`
}

const shown = (scope: string, name: string, { creation_date, location, storage_class }: Bucket): Record<string, unknown> => ({ name, creation_date, location, storage_class, jurisdiction: scope.split('/')[1] })

const one = (context: Context): { readonly scope: string; readonly name: string; readonly bucket: Bucket } => {
  const scope = scopeOf(context)
  const name = String(context.input['bucket_name'])
  const bucket = bucketsIn(context).get(scope, name)
  if (bucket === undefined) throw refuse('r2_bucket_not_found')
  return { scope, name, bucket }
}

const list = (context: Context): Outcome => {
  const scope = scopeOf(context)
  const { name_contains: part = '', start_after: start = '', direction, per_page: size = 20, cursor = '' } = declaredInput(r2.buckets.list, context.input, (field, detail) => refuse('query_invalid', { detail: `${field} ${detail}` }))
  const sign = direction === 'desc' ? -1 : 1
  const after = nameOfCursor(cursor) ?? String(start)
  const compare = (a: string, b: string): number => (a < b ? -sign : a > b ? sign : 0)
  const left = bucketsIn(context)
    .all(scope)
    .filter(({ id }) => id.includes(String(part)) && (after === '' || compare(id, after) > 0))
    .toSorted((a, b) => compare(a.id, b.id))
  const page = left.slice(0, Number(size))
  const last = left.length > page.length ? page.at(-1) : undefined
  return { result: { buckets: page.map(({ id, value }) => shown(scope, id, value)) }, info: { per_page: Number(size), ...(last === undefined ? {} : { cursor: nameCursor(last.id) }) } }
}

const create = (context: Context): Outcome => {
  const scope = scopeOf(context)
  const { name } = context.input
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/.test(name)) throw refuse('r2_bucket_name')
  const { locationHint = 'weur', storageClass = 'Standard' } = inputOf(r2.buckets.create, context)
  if (bucketsIn(context).get(scope, name) !== undefined) throw refuse('r2_bucket_exists')
  const bucket = { creation_date: microsecondDate(context.clock.now()), location: String(locationHint).toUpperCase(), storage_class: String(storageClass) }
  bucketsIn(context).put(scope, name, bucket)
  return { result: shown(scope, name, bucket) }
}

const edit = (context: Context): Outcome => {
  const { scope, name, bucket } = one(context)
  const { storage_class: storageClass } = inputOf(r2.buckets.edit, context)
  if (storageClass === undefined) throw invalid('cf-r2-storage-class', 'is a required header')
  const after = { ...bucket, storage_class: String(storageClass) }
  bucketsIn(context).put(scope, name, after)
  return { result: shown(scope, name, after) }
}

/** Handlers of R2: buckets, their rules, and objects one at a time. The S3 API is not served. */
export const r2Handlers: readonly Handler[] = [
  serve(r2.buckets.list, list),
  serve(r2.buckets.create, create),
  serve(r2.buckets.get, (context) => {
    const { scope, name, bucket } = one(context)
    return { result: shown(scope, name, bucket) }
  }),
  serve(r2.buckets.edit, edit),
  serve(r2.buckets.remove, (context) => {
    const found = one(context)
    if (!isEmpty(context, found)) throw refuse('r2_bucket_not_empty')
    const { scope, name } = found
    bucketsIn(context).remove(scope, name)
    return { result: {} }
  }),
  serve(r2.cors.get, (context) => {
    const { cors } = one(context).bucket
    if (cors === undefined) throw refuse('r2_cors_not_found')
    return { result: { rules: cors } }
  }),
  serve(r2.cors.update, (context) => {
    const { scope, name, bucket } = one(context)
    const { rules } = inputOf(r2.cors.update, context)
    if (!Array.isArray(rules)) throw invalid('rules', 'must be a list')
    bucketsIn(context).put(scope, name, { ...bucket, cors: rules })
    return { result: {} }
  }),
  serve(r2.cors.remove, (context) => {
    const { scope, name, bucket } = one(context)
    const { cors: _, ...rest } = bucket
    bucketsIn(context).put(scope, name, rest)
    return { result: {} }
  }),
  ...r2ObjectHandlers(one),
]
