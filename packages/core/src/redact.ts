const mask = '[redacted]'

/** Shapes of the service's own secrets: token prefixes of today, bearer values, Origin CA keys. */
const shapes = /\b(?:cfut_|cfat_|cfoat_|cfk_)[A-Za-z0-9_-]{8,}|\bv1\.0-[0-9a-f]{16,}|(?<=\bBearer\s)\S+/g

const secretHeader = /^(?:authorization|proxy-authorization|x-auth-key|x-auth-user-service-key|cookie|set-cookie)$/

/** Fields that hold secrets in bodies and forms of the services, whatever the endpoint declares. */
const secretField = /^(?:tkn|host_key|user_key|user_api_key|cloudflare_pass|password|pass|api_key|apikey|secret|client_secret|private_key|token|access_token|value_secret|card_number|card_cvv|k)$/i

/**
 * Text without secrets: the given values and everything that has the shape of the service's secrets.
 * @example redactText('key 144c9defac04969c7bfad8efaa8ea194b6f3a', ['144c9defac04969c7bfad8efaa8ea194b6f3a']) // 'key [redacted]'
 */
export const redactText = (text: string, secrets: readonly string[] = []): string => {
  let safe = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    safe = safe.replaceAll(secret, mask)
    // The same secret as it would stand in a form or an URL.
    const encoded = encodeURIComponent(secret)
    if (encoded !== secret) safe = safe.replaceAll(encoded, mask)
  }
  return safe.replace(shapes, mask)
}

/** Whether a field of this name holds a secret in any of the services. */
export const isSecretField = (name: string): boolean => secretField.test(name)

/**
 * Headers without secrets: the named ones, those that carry secrets by rule, and secrets inside values.
 * @example redactHeaders({ authorization: 'Bearer abc', accept: 'text/plain' }, []) // { authorization: '[redacted]', accept: 'text/plain' }
 */
export const redactHeaders = (headers: Readonly<Record<string, string>>, secretHeaders: readonly string[], secrets: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secretHeaders.includes(name) || secretHeader.test(name) ? mask : redactText(value, secrets)]))

const redactValue = (value: unknown, fields: readonly string[], secrets: readonly string[], depth: number): unknown => {
  if (typeof value === 'string') return redactText(value, secrets)
  if (Array.isArray(value)) return value.map((item) => redactValue(item, fields, secrets, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return `[${value.length} bytes]`
  // Deeper than any input of the service: a value that contains itself must not hang the log.
  if (depth > 16) return '[deeper]'
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, (secretField.test(key) || fields.includes(key)) && item !== null ? mask : redactValue(item, fields, secrets, depth + 1)]))
}

/**
 * Plain data without secrets: values of secret fields and of the given `fields`, and secrets inside text; bytes become their number.
 * @example redactData({ name: 'www', pin: '1234' }, ['pin']) // { name: 'www', pin: '[redacted]' }
 */
export const redactData = (value: unknown, fields: readonly string[] = [], secrets: readonly string[] = []): unknown => redactValue(value, fields, secrets, 0)

/**
 * A URL without secrets: no user part, and no values of secret query names.
 * @example redactUrl('https://api.example/x?tkn=abc') // 'https://api.example/x?tkn=redacted'
 */
export const redactUrl = (text: string, secrets: readonly string[] = []): string => {
  if (!text.includes('?') && !text.includes('@')) return redactText(text, secrets)
  if (!URL.canParse(text)) return redactText(text, secrets)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') {
    url.username = 'redacted'
    url.password = ''
  }
  const names = new Set(url.searchParams.keys())
  for (const name of names) if (secretField.test(name)) url.searchParams.set(name, 'redacted')
  return redactText(url.href, secrets)
}
