import { createHash } from 'node:crypto'

import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** One policy of a token: what it gives or takes, and for which objects. */
export interface TokenPolicy {
  readonly id: string
  readonly effect: 'allow' | 'deny'
  readonly permission_groups: readonly { readonly id: string }[]
  /** Objects such as `com.cloudflare.api.account.zone.*`, each with `*` or with objects inside it. */
  readonly resources: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

/** What an API token may do. */
export interface TokenDetails {
  readonly name: string
  readonly status: 'active' | 'disabled' | 'expired'
  /** Permissions such as `#dns_records:edit`; `*` is all of them. With policies: whatever any of them gives for any object. */
  readonly permissions: readonly string[]
  /** Identifiers of the only zones it reaches; absent means every zone of the user's accounts. */
  readonly zones?: readonly string[]
  /** RFC 3339; refused before. */
  readonly not_before?: string
  /** RFC 3339; refused from then on. */
  readonly expires_on?: string
  /** Present when the token was made by a call: it gives nothing beyond them. */
  readonly policies?: readonly TokenPolicy[]
  readonly condition?: unknown
  /** The account that owns the token, when no person does. */
  readonly accountId?: string
  /** RFC 3339. */
  readonly issued_on?: string
  readonly modified_on?: string
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
  byId(id: string): Token | undefined
  bySecret(secret: string): Token | undefined
  /** Tokens of a person, oldest first. */
  ofUser(userId: string): readonly Token[]
  /** Tokens that an account owns, oldest first. */
  ofAccount(accountId: string): readonly Token[]
  update(id: string, details: TokenDetails): void
  /** Gives a token another secret; the old one is forgotten. */
  roll(id: string, secret: string): void
  remove(id: string): void
}

/** Makes the store of tokens. */
export const tokenStore = (database: Database): TokenStore => ({
  add: (token, secret) => void database.run('INSERT INTO tokens (id, user_id, secret_hash, details) VALUES (?, ?, ?, ?)', token.id, token.userId, hashOf(secret), JSON.stringify(token.details)),
  byId(id) {
    const row = database.get('SELECT * FROM tokens WHERE id = ?', id)
    return row === undefined ? undefined : tokenOf(row)
  },
  bySecret(secret) {
    const row = database.get('SELECT * FROM tokens WHERE secret_hash = ?', hashOf(secret))
    return row === undefined ? undefined : tokenOf(row)
  },
  ofUser: (userId) => database.all("SELECT * FROM tokens WHERE user_id = ? AND json_extract(details, '$.accountId') IS NULL ORDER BY rowid", userId).map(tokenOf),
  ofAccount: (accountId) => database.all("SELECT * FROM tokens WHERE json_extract(details, '$.accountId') = ? ORDER BY rowid", accountId).map(tokenOf),
  update: (id, details) => void database.run('UPDATE tokens SET details = ? WHERE id = ?', JSON.stringify(details), id),
  roll: (id, secret) => void database.run('UPDATE tokens SET secret_hash = ? WHERE id = ?', hashOf(secret), id),
  remove: (id) => void database.run('DELETE FROM tokens WHERE id = ?', id),
})
