import { InputError } from './errors.ts'
import { Secret } from './secret.ts'

/** How the service is told who is asking. Where the secret goes in a request is the protocol's business. */
export interface Credentials {
  /** What the secret is. */
  readonly kind: 'token' | 'global-key' | 'origin-ca-key' | 'host-key'
  /** The secret; it prints as `[redacted]`. */
  readonly secret: Secret
  /** E-mail address of the account, where the kind needs one. */
  readonly email?: string
  /** Other credentials for some HTTP methods, in upper case. */
  readonly methods?: Readonly<Record<string, Credentials>>
}

const checked = (what: string, value: unknown, next: string): Secret => {
  // The value itself must never be part of the message: it may be a real secret with a stray blank.
  if (typeof value !== 'string' || value === '') throw new InputError({ route: what, issues: [{ path: [], message: `the ${what} is empty; ${next}` }] })
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code <= 0x20 || code > 0x7e) throw new InputError({ route: what, issues: [{ path: [], message: `the ${what} has a blank or a character outside ASCII at position ${index + 1}; ${next}` }] })
  }
  return new Secret(value)
}

/**
 * An API token (`Authorization: Bearer`).
 * @throws InputError when it is empty or has blanks.
 * @example createClient({ credentials: token('zw-demo-token-0123456789abcdef0123456789') })
 */
export const token = (value: string): Credentials => Object.freeze({ kind: 'token', secret: checked('API token', value, 'copy it again from the dashboard, without quotes or line breaks') })

/**
 * The account's e-mail address and its global API key (`X-Auth-Email`, `X-Auth-Key`).
 * @throws InputError when one of them is empty or has blanks.
 * @example createClient({ credentials: globalKey('user@example.com', '144c9defac04969c7bfad8efaa8ea194b6f3a') })
 */
export const globalKey = (email: string, key: string): Credentials => {
  const address = checked('e-mail address', email, 'give the address you sign in with').reveal()
  return Object.freeze({ kind: 'global-key', email: address, secret: checked('global API key', key, 'copy it again from the dashboard') })
}

/**
 * An Origin CA key (`X-Auth-User-Service-Key`); the service stopped taking it on 2026-09-30.
 * @throws InputError when it is empty or has blanks.
 * @example createClient({ credentials: originCaKey('v1.0-0123456789abcdef') })
 */
export const originCaKey = (key: string): Credentials => Object.freeze({ kind: 'origin-ca-key', secret: checked('Origin CA key', key, 'copy it again from the dashboard') })

/**
 * A hosting provider's key (`host_key` of `host-gw.html`), 32 characters.
 * @throws InputError when it is empty or has blanks.
 * @example createClient({ credentials: hostKey('8afbe6dea02407989af4dd4c97bb6e25') })
 */
export const hostKey = (key: string): Credentials => Object.freeze({ kind: 'host-key', secret: checked('host key', key, 'copy it again, without quotes or line breaks') })

/**
 * Different credentials for some HTTP methods, so that reading programs can hold a reading token.
 * @example perMethod(token('reader'), { POST: token('writer'), DELETE: token('writer') })
 */
export const perMethod = (fallback: Credentials, methods: Readonly<Record<string, Credentials>>): Credentials =>
  Object.freeze({ ...fallback, methods: Object.freeze(Object.fromEntries(Object.entries(methods).map(([method, credentials]) => [method.toUpperCase(), credentials]))) })

/**
 * The credentials that apply to a method, in upper case.
 * @example forMethod(perMethod(token('reader'), { POST: token('writer') }), 'POST').secret.reveal() // 'writer'
 */
export const forMethod = (credentials: Credentials, method: string): Credentials => credentials.methods?.[method] ?? credentials

/**
 * Every secret that these credentials may put into a request.
 * @example secretsOf(perMethod(token('reader'), { POST: token('writer') })) // ['reader', 'writer']
 */
export const secretsOf = (credentials: Credentials): readonly string[] => [credentials.secret.reveal(), ...Object.values(credentials.methods ?? {}).flatMap(secretsOf)]
