import { createHash } from 'node:crypto'

import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** What an API token may do. */
export interface TokenDetails {
  readonly name: string
  readonly status: 'active' | 'disabled' | 'expired'
  /** Permissions such as `#dns_records:edit`; `*` is all of them. */
  readonly permissions: readonly string[]
  /** Identifiers of the only zones it reaches; absent means every zone of the user's accounts. */
  readonly zones?: readonly string[]
  /** RFC 3339; refused before. */
  readonly not_before?: string
  /** RFC 3339; refused from then on. */
  readonly expires_on?: string
}

/** An API token; its secret is kept as a hash only. */
export interface Token {
  readonly id: string
  readonly userId: string
  readonly details: TokenDetails
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const tokenOf = (row: Row): Token => ({ id: String(row['id']), userId: String(row['user_id']), details: fromJson(row['details']) })

/** The API tokens in a database. */
export interface TokenStore {
  add(token: Token, secret: string): void
  bySecret(secret: string): Token | undefined
}

/** Makes the store of tokens. */
export const tokenStore = (database: Database): TokenStore => ({
  add: (token, secret) => void database.run('INSERT INTO tokens (id, user_id, secret_hash, details) VALUES (?, ?, ?, ?)', token.id, token.userId, hashOf(secret), JSON.stringify(token.details)),
  bySecret(secret) {
    const row = database.get('SELECT * FROM tokens WHERE secret_hash = ?', hashOf(secret))
    return row === undefined ? undefined : tokenOf(row)
  },
})
