import { type Client, type Credentials, type LogSink, type Plugin, createClient, globalKey, token } from '@zonewright/core'
import { givenAddress } from './apis/address.ts'
import { credentialsForApi } from './apis/credentials.ts'
import type { GlobalOptions } from './command.ts'
import { UsageError } from './failures.ts'
import type { Io } from './io.ts'

/** Credentials and the variables they came from. */
export interface FoundCredentials {
  readonly credentials: Credentials
  /** Names of environment variables, for messages. */
  readonly source: string
}

type Env = Io['env']

const set = (env: Env, names: readonly string[]): string | undefined => names.find((name) => (env[name] ?? '') !== '')

const emailNames = ['CLOUDFLARE_EMAIL', 'CF_API_EMAIL', 'CF_EMAIL'] as const

/**
 * Who is asking, from the environment: the newer name wins, a token wins over a key of the same age, and a key without an e-mail
 * address is a token.
 * @throws UsageError when `--token-env` names a variable that is not set; InputError when a value has blanks.
 * @example credentialsFrom({ CLOUDFLARE_API_TOKEN: 'zw-demo-token' })
 */
export const credentialsFrom = (env: Env, tokenEnv?: string): FoundCredentials | undefined => {
  if (tokenEnv !== undefined) {
    const value = env[tokenEnv] ?? ''
    if (value === '') throw new UsageError(`--token-env ${tokenEnv}: this environment variable is not set; export it, or leave the option out to use CLOUDFLARE_API_TOKEN`)
    return { credentials: token(value), source: tokenEnv }
  }
  const name = set(env, ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_API_KEY', 'CF_API_TOKEN', 'CF_API_KEY'])
  if (name === undefined) return undefined
  const value = env[name] as string
  const email = name.endsWith('_KEY') ? set(env, emailNames) : undefined
  if (email === undefined) return { credentials: token(value), source: name }
  return { credentials: globalKey(env[email] as string, value), source: `${name} and ${email}` }
}

/** Host names that never lead off this machine, as core has them. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * The server from `--base-url`, else from the environment. An address without a path gets `/client/v4`, where the service and the
 * emulator have their API.
 * @throws UsageError when it is no address, has another scheme than https (or http on this machine), a password, a query or a fragment.
 * @example baseUrlFrom('http://127.0.0.1:8787', {}) // 'http://127.0.0.1:8787/client/v4'
 */
export const baseUrlFrom = (flag: string | undefined, env: Env): string | undefined => {
  const name = flag === undefined ? set(env, ['CLOUDFLARE_API_URL', 'CF_API_URL']) : undefined
  const text = flag ?? (name === undefined ? undefined : env[name])
  if (text === undefined) return undefined
  if (!URL.canParse(text)) throw new UsageError(`${name ?? '--base-url'} "${text}" is not a URL; write it like http://127.0.0.1:8787 or https://api.cloudflare.com/client/v4`)
  const url = new URL(text)
  // The whole address is not shown: it may hold a password.
  if (url.username !== '' || url.password !== '') throw new UsageError(`${name ?? '--base-url'}: an address holds no user and password; write ${url.protocol}//${url.host}, and export CLOUDFLARE_API_TOKEN`)
  if (url.search !== '' || url.hash !== '') throw new UsageError(`${name ?? '--base-url'}: an address holds no query and no fragment; write ${url.origin}${url.pathname}`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new UsageError(`${name ?? '--base-url'} "${text}": the scheme is ${url.protocol.slice(0, -1)}; write an address with https, or with http on this machine`)
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) throw new UsageError(`${name ?? '--base-url'} "${text}": over http the credentials would leave this machine in clear text; write https://${url.host}`)
  return url.pathname === '/' ? `${text.replace(/\/+$/, '')}/client/v4` : text.replace(/\/+$/, '')
}

/**
 * A client by environment and flags. Nothing is connected before its first call.
 * @example const client = connect({ io, global, log })
 */
export const connect = (details: { readonly io: Io; readonly global: GlobalOptions; readonly log?: LogSink; readonly plugins?: readonly Plugin[] }): Client => {
  const { io, global, log, plugins = [] } = details
  const credentials = credentialsForApi(global, io.env)
  const baseUrl = givenAddress(global, io.env)
  return createClient({
    ...(credentials === undefined ? {} : { credentials }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(io.transport === undefined ? {} : { transport: io.transport }),
    ...(log === undefined ? {} : { log }),
    plugins,
    headers: { 'user-agent': 'zonewright' },
  })
}
