import { type Credentials, globalKey, token } from '@zonewright/core'
import { isIP } from 'node:net'
import { parse } from 'yaml'

/** What a bridge's config file says, or why it can't be used. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** A program's e-mail address and key, and what they stand for. */
export interface ConfiguredClient {
  readonly email: string
  readonly key: string
  readonly credentials: Credentials
  /** Zones of this account alone. */
  readonly account?: string
}

/** A hosting provider's key, and what it stands for. */
export interface ConfiguredHost {
  readonly name: string
  readonly key: string
  readonly credentials: Credentials
  /** Addresses that may use the key; any when there are none. */
  readonly addresses: readonly string[]
}

/** Everything a config file says. */
export interface BridgeConfig {
  readonly clients: readonly ConfiguredClient[]
  readonly hosts: readonly ConfiguredHost[]
}

type Fields = Readonly<Record<string, unknown>>

/** What a config file is read with. */
export interface ConfigSources {
  /** Name of the file, for messages. */
  readonly file: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Name of the variable that holds the token of entries without one of their own. */
  readonly tokenEnv?: string
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const reader = ({ file, env, tokenEnv }: ConfigSources) => {
  const fail = (place: string, what: string): ConfigError => new ConfigError(`${file}: ${place} ${what}`)
  const only = (fields: Fields, place: string, names: readonly string[]): void => {
    for (const name of Object.keys(fields)) if (!names.includes(name)) throw fail(`${place}.${name}`, `is not known; expected ${names.join(', ')}`)
  }
  const text = (fields: Fields, name: string, place: string): string | undefined => {
    const value = fields[name]
    if (value === undefined) return undefined
    if (typeof value !== 'string' || value.trim() === '') throw fail(`${place}.${name}`, 'must be a text that is not empty; put digits in quotes')
    return value.trim()
  }
  const variable = (name: string, place: string): string => {
    const value = env[name]
    if (value === undefined || value === '') throw fail(place, `names the environment variable ${name}, which is not set`)
    return value
  }
  /** A secret that stands in the file or, better, in the environment. */
  const secret = (fields: Fields, name: string, place: string): string | undefined => {
    const there = text(fields, name, place)
    const fromEnv = text(fields, `${name}_env`, place)
    if (there !== undefined && fromEnv !== undefined) throw fail(place, `has ${name} and ${name}_env; keep one`)
    return there ?? (fromEnv === undefined ? undefined : variable(fromEnv, `${place}.${name}_env`))
  }
  const needed = (value: string | undefined, name: string, place: string): string => {
    if (value === undefined) throw fail(place, `has no ${name}`)
    return value
  }
  const credentials = (fields: Fields, place: string): Credentials => {
    const own = secret(fields, 'token', place)
    const email = text(fields, 'v4_email', place)
    const key = secret(fields, 'v4_key', place)
    if (own !== undefined) return token(own)
    if (email !== undefined && key !== undefined) return globalKey(email, key)
    if (tokenEnv !== undefined) return token(variable(tokenEnv, '--token-env'))
    throw fail(place, 'has no token: give token_env, v4_email with v4_key_env, or start the bridge with --token-env')
  }
  const list = (fields: Fields, name: string): readonly Fields[] => {
    const value = fields[name] ?? []
    if (!Array.isArray(value) || !value.every(isFields)) throw fail(name, 'must be a list of entries')
    return value
  }
  return { credentials, fail, list, needed, only, secret, text }
}

/**
 * Reads a config file: YAML with `clients` and `hosts`. Secrets may stand in it, or in environment variables that it names.
 * @throws ConfigError that says where and what to do; the value of a secret is never part of it.
 * @example
 * const config = readConfig('clients:\n  - email: user@example.com\n    key_env: OLD_KEY\n    token_env: CLOUDFLARE_API_TOKEN\n', { file: 'bridge.yaml', env: process.env })
 */
export const readConfig = (content: string, sources: ConfigSources): BridgeConfig => {
  const { credentials, fail, list, needed, only, secret, text } = reader(sources)
  let file: unknown
  try {
    file = parse(content)
  } catch (error) {
    // The parser's words quote the line, and the line may hold a secret.
    const line = /at line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new ConfigError(`${sources.file}: not YAML${line === undefined ? '' : `, see line ${line}`}`)
  }
  if (!isFields(file)) throw new ConfigError(`${sources.file}: expected clients and hosts`)
  only(file, 'the file', ['clients', 'hosts'])
  const clients = list(file, 'clients').map((entry, index): ConfiguredClient => {
    const place = `clients[${index}]`
    only(entry, place, ['email', 'key', 'key_env', 'token', 'token_env', 'v4_email', 'v4_key', 'v4_key_env', 'account'])
    const account = text(entry, 'account', place)
    return { email: needed(text(entry, 'email', place), 'email', place), key: needed(secret(entry, 'key', place), 'key', place), credentials: credentials(entry, place), ...(account === undefined ? {} : { account }) }
  })
  const hosts = list(file, 'hosts').map((entry, index): ConfiguredHost => {
    const place = `hosts[${index}]`
    only(entry, place, ['name', 'key', 'key_env', 'token', 'token_env', 'v4_email', 'v4_key', 'v4_key_env', 'addresses'])
    const { addresses = [] } = entry
    if (!Array.isArray(addresses) || !addresses.every((one) => typeof one === 'string' && isIP(one) > 0)) throw fail(`${place}.addresses`, 'must be a list of IP addresses')
    return { name: needed(text(entry, 'name', place), 'name', place), key: needed(secret(entry, 'key', place), 'key', place), credentials: credentials(entry, place), addresses }
  })
  const twice = clients.find((one, index) => clients.findIndex((other) => other.email.toLowerCase() === one.email.toLowerCase() && other.key === one.key) !== index)
  if (twice !== undefined) throw fail('clients', `has ${twice.email} twice with one key`)
  for (const [index, host] of hosts.entries()) {
    const earlier = hosts.slice(0, index)
    if (earlier.some(({ name }) => name === host.name)) throw fail('hosts', `has the name ${host.name} twice; users belong to a name`)
    const same = earlier.find(({ key }) => key === host.key)
    if (same !== undefined) throw fail('hosts', `has one key for ${same.name} and ${host.name}`)
  }
  return { clients, hosts }
}
