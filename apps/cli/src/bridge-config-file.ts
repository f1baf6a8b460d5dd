import { type BridgeConfig, ConfigError, readConfig } from '@zonewright/bridge'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failures.ts'
import { fileFailure } from './input-file.ts'
import type { Io } from './io.ts'

/** Where the file is when nobody says. */
const fileName = 'bridge.yaml'

/** A config with new keys, for the token that the command line names. */
const firstConfig = (): string => `# Which old keys stand for which tokens of API v4.
# An entry without token_env (or token, or v4_email with v4_key_env) has the token that --token-env names.

# Programs of the client API (api_json.html): e-mail address and key, as they send them.
clients:
  - email: bridge@example.com
    key: "${randomBytes(19).toString('hex').slice(0, 37)}"
    # account: 32 hex digits; lets them have the zones of this account alone

# Hosting plugins (host-gw.html): their host key.
hosts:
  - name: this provider
    key: "${randomBytes(16).toString('hex')}"
    # addresses: [127.0.0.1]  # the only ones that may use the key
`

/** What a bridge starts with. */
export interface FoundConfig {
  readonly path: string
  readonly config: BridgeConfig
  /** The file was made now. */
  readonly made: boolean
}

/** Where a bridge's config is looked for, and what it may need. */
export interface ConfigPlace {
  readonly io: Io
  readonly data: string
  /** The file that was named. */
  readonly file?: string
  readonly tokenEnv?: string
}

/** The config of a bridge; without a file that was named, the first start makes one that only its owner can read. @throws Failure */
export const findConfig = ({ io, data, file, tokenEnv }: ConfigPlace): FoundConfig => {
  const path = file ?? join(data, fileName)
  let made = false
  let content: string
  try {
    if (file === undefined && !existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writeFileSync(path, firstConfig(), { mode: 0o600, flag: 'wx' })
      made = true
    }
    content = readFileSync(path, 'utf8')
  } catch (cause) {
    throw fileFailure('read', path, cause)
  }
  try {
    return { path, made, config: readConfig(content, { file: path, env: io.env, ...(tokenEnv === undefined ? {} : { tokenEnv }) }) }
  } catch (cause) {
    if (cause instanceof ConfigError) throw new Failure(cause.message, { cause })
    throw cause
  }
}
