import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** What an account shows beside its name. */
export interface AccountDetails {
  readonly type: 'standard' | 'enterprise'
  readonly settings: { readonly enforce_twofactor: boolean; readonly abuse_contact_email?: string | null }
  /** RFC 3339. */
  readonly created_on: string
}

/** What zones belong to; users are its members. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly details: AccountDetails
}

const accountOf = (row: Row): Account => ({ id: String(row['id']), name: String(row['name']), details: fromJson(row['details']) })

/** The accounts in a database and who belongs to them. */
export interface AccountStore {
  add(account: Account): void
  /** Makes a user a member. */
  join(accountId: string, userId: string): void
  byId(id: string): Account | undefined
  update(account: Account): void
  isMember(accountId: string, userId: string): boolean
  /** Ends a membership. */
  leave(accountId: string, userId: string): void
  /** Identifiers of the users that belong to an account, in the order in which they joined. */
  usersOf(accountId: string): readonly string[]
  /** Every account, by name. */
  all(): readonly Account[]
  /** Accounts of a user, by name. */
  ofUser(userId: string): readonly Account[]
}

/** Makes the store of accounts. */
export const accountStore = (database: Database): AccountStore => ({
  add: (account) => void database.run('INSERT INTO accounts (id, name, details) VALUES (?, ?, ?)', account.id, account.name, JSON.stringify(account.details)),
  join: (accountId, userId) => void database.run('INSERT OR IGNORE INTO memberships (account_id, user_id) VALUES (?, ?)', accountId, userId),
  byId(id) {
    const row = database.get('SELECT * FROM accounts WHERE id = ?', id)
    return row === undefined ? undefined : accountOf(row)
  },
  update: (account) => void database.run('UPDATE accounts SET name = ?, details = ? WHERE id = ?', account.name, JSON.stringify(account.details), account.id),
  isMember: (accountId, userId) => database.get('SELECT 1 FROM memberships WHERE account_id = ? AND user_id = ?', accountId, userId) !== undefined,
  leave: (accountId, userId) => void database.run('DELETE FROM memberships WHERE account_id = ? AND user_id = ?', accountId, userId),
  usersOf: (accountId) => database.all('SELECT user_id FROM memberships WHERE account_id = ? ORDER BY rowid', accountId).map((row) => String(row['user_id'])),
  all: () => database.all('SELECT * FROM accounts ORDER BY name, id').map(accountOf),
  ofUser: (userId) => database.all('SELECT a.* FROM accounts a JOIN memberships m ON m.account_id = a.id WHERE m.user_id = ? ORDER BY a.name, a.id', userId).map(accountOf),
})
