import { kv } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { nameCursor, nameOfCursor } from '../rules/cursor-paging.ts'
import { keyName, keyWrite } from '../rules/kv.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { liveKey, liveKeys, putValue, removeKey, secondsNow, valueOf } from './kv-keys.ts'

type NamespaceOf = (context: Context) => string

const limitOf = (given: unknown): number => {
  if (given === undefined) return 1000
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 10 || given > 1000) throw refuse('query_invalid', { detail: 'limit must be a whole number between 10 and 1000' })
  return given
}

const listKeys = (context: Context, namespace: string): Outcome => {
  const { prefix = '', limit, cursor } = context.input
  const most = limitOf(limit)
  const shown = nameOfCursor(cursor)
  const after = shown === undefined ? undefined : Buffer.from(shown)
  const left = liveKeys(context, namespace).filter(({ name }) => name.startsWith(String(prefix)) && (after === undefined || Buffer.compare(Buffer.from(name), after) > 0))
  const page = left.slice(0, most)
  const last = left.length > most ? page.at(-1) : undefined
  return { result: page, info: { count: page.length, cursor: last === undefined ? '' : nameCursor(last.name) } }
}

const listOf = (value: unknown, most: number): readonly unknown[] => {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) throw refuse('request_invalid')
  return value
}

const bulkGet = (context: Context, namespace: string): Outcome => {
  const { keys, type, withMetadata } = context.input
  const read = (name: string): unknown => {
    const facts = liveKey(context, namespace, name)
    if (facts === undefined) return null
    const text = Buffer.from(valueOf(context, namespace, name)).toString('utf8')
    let value: unknown = text
    try {
      if (type === 'json') value = JSON.parse(text)
    } catch {
      throw refuse('request_invalid')
    }
    return withMetadata === true ? { value, metadata: facts.metadata ?? null, ...(facts.expiration === undefined ? {} : { expiration: facts.expiration }) } : value
  }
  return { result: { values: Object.fromEntries(listOf(keys, 100).map((key) => [keyName(key), read(keyName(key))])) } }
}

const bulkPut = (context: Context, namespace: string): Outcome => {
  const writes = listOf(context.input['pairs'], 10_000).map((given) => {
    const pair = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {}
    const value = pair['base64'] === true ? Buffer.from(String(pair['value']), 'base64') : pair['value']
    return keyWrite(pair['key'], { ...pair, value }, secondsNow(context))
  })
  for (const write of writes) putValue(context, namespace, write)
  return { result: { successful_key_count: writes.length, unsuccessful_keys: [] } }
}

const bulkDelete = (context: Context, namespace: string): Outcome => {
  const names = listOf(context.input['keys'], 10_000).map(keyName)
  for (const name of names) removeKey(context, namespace, name)
  return { result: { successful_key_count: names.length, unsuccessful_keys: [] } }
}

/** Handlers of keys and values; each looks its namespace up first. */
export const kvValueHandlers = (namespaceOf: NamespaceOf): readonly Handler[] => {
  const key = ({ input }: Context): string => keyName(input['key_name'])
  return [
    serve(kv.keys.list, (context) => listKeys(context, namespaceOf(context))),
    serve(kv.values.get, (context) => ({ result: valueOf(context, namespaceOf(context), key(context)) })),
    serve(kv.values.put, (context) => {
      putValue(context, namespaceOf(context), keyWrite(context.input['key_name'], context.input, secondsNow(context)))
      return { result: null }
    }),
    serve(kv.values.remove, (context) => {
      removeKey(context, namespaceOf(context), key(context))
      return { result: null }
    }),
    serve(kv.values.metadata, (context) => {
      const facts = liveKey(context, namespaceOf(context), key(context))
      if (facts === undefined) throw refuse('kv_key_not_found')
      return { result: facts.metadata ?? null }
    }),
    serve(kv.bulk.get, (context) => bulkGet(context, namespaceOf(context))),
    serve(kv.bulk.put, (context) => bulkPut(context, namespaceOf(context))),
    serve(kv.bulk.remove, (context) => bulkDelete(context, namespaceOf(context))),
    serve(kv.bulk.removeByDelete, (context) => bulkDelete(context, namespaceOf(context))),
  ]
}
