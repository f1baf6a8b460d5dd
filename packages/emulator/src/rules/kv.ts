import { refuse } from '../errors.ts'
import { uploadedBytes } from '../wire/upload.ts'

/** What stands beside the bytes of a value. */
export interface KeyFacts {
  /** Seconds since 1970. */
  readonly expiration?: number
  readonly metadata?: unknown
}

/** A value that may be written. */
export interface KeyWrite {
  readonly key: string
  readonly content: Uint8Array
  readonly facts: KeyFacts
}

const mostKeyBytes = 512
const mostValueBytes = 26_214_400
const mostMetadataBytes = 1024
const leastSeconds = 60

/**
 * A namespace's title.
 * @throws Refusal `kv_title`.
 */
export const namespaceTitle = (title: unknown): string => {
  if (typeof title !== 'string' || title === '' || Array.from(title).length > 512) throw refuse('kv_title')
  return title
}

/**
 * A key's name.
 * @throws Refusal `kv_key_name`.
 */
export const keyName = (name: unknown): string => {
  if (typeof name !== 'string' || name === '' || name === '.' || name === '..' || Buffer.byteLength(name) > mostKeyBytes) throw refuse('kv_key_name')
  return name
}

const secondsOf = (field: string, value: unknown): number => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number)) throw refuse('kv_expiration', { field, value: String(value) })
  return number
}

const expirationOf = ({ expiration, expiration_ttl: ttl }: Readonly<Record<string, unknown>>, now: number): number | undefined => {
  if (expiration !== undefined && expiration !== null) {
    const at = secondsOf('expiration', expiration)
    if (at < now + leastSeconds) throw refuse('kv_expiration', { field: 'expiration', value: at })
    return at
  }
  if (ttl === undefined || ttl === null) return undefined
  const seconds = secondsOf('expiration_ttl', ttl)
  if (seconds < leastSeconds) throw refuse('kv_expiration', { field: 'expiration_ttl', value: seconds })
  return now + seconds
}

const metadataOf = (given: unknown): unknown => {
  const metadata = typeof given === 'object' && given !== null && 'content' in given && 'name' in given ? given.content : given
  if (metadata === undefined || metadata === null) return undefined
  let value = metadata
  try {
    // A form carries JSON as text.
    if (typeof metadata === 'string') value = JSON.parse(metadata)
  } catch {
    throw refuse('kv_metadata')
  }
  if (Buffer.byteLength(JSON.stringify(value)) > mostMetadataBytes) throw refuse('kv_metadata')
  return value
}

/**
 * The write that a request asks for.
 * @param now Seconds since 1970.
 * @throws Refusal `kv_key_name`, `kv_value_size`, `kv_metadata`, `kv_expiration`, `request_invalid` without a value.
 */
export const keyWrite = (key: unknown, input: Readonly<Record<string, unknown>>, now: number): KeyWrite => {
  const name = keyName(key)
  const content = uploadedBytes(input['value'])
  if (content === undefined) throw refuse('request_invalid')
  if (content.length > mostValueBytes) throw refuse('kv_value_size')
  const expiration = expirationOf(input, now)
  const metadata = metadataOf(input['metadata'])
  return { key: name, content, facts: { ...(expiration === undefined ? {} : { expiration }), ...(metadata === undefined ? {} : { metadata }) } }
}
