import { kv } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { namespaceTitle } from '../rules/kv.ts'
import type { Collection } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { blobScope, keysOf } from './kv-keys.ts'
import { kvValueHandlers } from './kv-values.ts'

interface Namespace {
  readonly title: string
}

const stored = ({ state }: Context): Collection<Namespace> => state.documents.collection('kv_namespaces')

const shown = (id: string, { title }: Namespace): Record<string, unknown> => ({ id, title, supports_url_encoding: true })

const one = (context: Context): { readonly id: string; readonly account: string; readonly value: Namespace } => {
  const account = accountOf(context).id
  const id = String(context.input['namespace_id'])
  const value = stored(context).get(account, id)
  if (value === undefined) throw refuse('kv_namespace_not_found')
  return { id, account, value }
}

const titled = (context: Context, account: string, own?: string): Namespace => {
  const title = namespaceTitle(context.input['title'])
  if (stored(context).all(account).some(({ id, value }) => id !== own && value.title === title)) throw refuse('kv_title_taken')
  return { title }
}

const list = (context: Context): Outcome => {
  const { input } = context
  const request = pageRequest(input, { perPage: 20, most: 1000 })
  const key = input['order'] === 'title' ? 'title' : 'id'
  const all = stored(context).all(accountOf(context).id).map(({ id, value }) => shown(id, value))
  const rows = input['order'] === undefined ? all : all.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
  const page = pageOf(input['direction'] === 'desc' ? rows.toReversed() : rows, request)
  return { result: page, info: resultInfo(request, page.length, rows.length) }
}

const create = (context: Context): Outcome => {
  const account = accountOf(context).id
  const namespace = titled(context, account)
  const id = context.ids.next()
  stored(context).put(account, id, namespace)
  return { result: shown(id, namespace) }
}

const update = (context: Context): Outcome => {
  const { id, account } = one(context)
  const namespace = titled(context, account, id)
  stored(context).put(account, id, namespace)
  return { result: shown(id, namespace) }
}

const remove = (context: Context): Outcome => {
  const { id, account } = one(context)
  for (const key of keysOf(context).all(id)) keysOf(context).remove(id, key.id)
  context.state.blobs.clear(blobScope(id))
  stored(context).remove(account, id)
  return { result: null }
}

/** Handlers of Workers KV. */
export const kvHandlers: readonly Handler[] = [
  serve(kv.namespaces.list, list),
  serve(kv.namespaces.create, create),
  serve(kv.namespaces.get, (context) => {
    const { id, value } = one(context)
    return { result: shown(id, value) }
  }),
  serve(kv.namespaces.update, update),
  serve(kv.namespaces.remove, remove),
  ...kvValueHandlers((context) => one(context).id),
]
