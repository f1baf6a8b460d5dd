import { refuse } from '../errors.ts'
import type { KeyFacts, KeyWrite } from '../rules/kv.ts'
import type { Collection } from '../state/documents.ts'
import type { Context } from './handler.ts'

/** Scope of the bytes of a namespace. */
export const blobScope = (namespace: string): string => `kv/${namespace}`

/** Keys of namespaces, without their values. */
export const keysOf = ({ state }: Context): Collection<KeyFacts> => state.documents.collection('kv_keys')

/** Seconds since 1970. */
export const secondsNow = ({ clock }: Context): number => Math.floor(clock.now() / 1000)

const isOver = (context: Context, { expiration }: KeyFacts): boolean => expiration !== undefined && expiration <= secondsNow(context)

/** A key that is there and has not ended. */
export const liveKey = (context: Context, namespace: string, name: string): KeyFacts | undefined => {
  const facts = keysOf(context).get(namespace, name)
  return facts === undefined || isOver(context, facts) ? undefined : facts
}

/** All keys that have not ended, in the order of their bytes. */
export const liveKeys = (context: Context, namespace: string): readonly (KeyFacts & { readonly name: string })[] =>
  keysOf(context)
    .all(namespace)
    .filter(({ value }) => !isOver(context, value))
    .map(({ id, value }) => ({ name: id, ...value }))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))

/** The bytes of a key. @throws Refusal `kv_key_not_found`. */
export const valueOf = (context: Context, namespace: string, name: string): Uint8Array => {
  const content = liveKey(context, namespace, name) === undefined ? undefined : context.state.blobs.get(blobScope(namespace), name)
  if (content === undefined) throw refuse('kv_key_not_found')
  return content
}

/** Keeps a value. */
export const putValue = (context: Context, namespace: string, { key, content, facts }: KeyWrite): void => {
  keysOf(context).put(namespace, key, facts)
  context.state.blobs.put(blobScope(namespace), key, content)
}

/** Forgets a key with its value. */
export const removeKey = (context: Context, namespace: string, name: string): void => {
  keysOf(context).remove(namespace, name)
  context.state.blobs.remove(blobScope(namespace), name)
}
