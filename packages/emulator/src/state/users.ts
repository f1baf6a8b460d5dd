import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** What a user may change of themselves. */
export interface UserDetails {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly telephone: string | null
  readonly country: string | null
  readonly zipcode: string | null
  /** RFC 3339. */
  readonly created_on: string
  readonly modified_on: string
}

/** A person who can sign in. */
export interface User {
  readonly id: string
  readonly email: string
  /** Global API key; a secret. */
  readonly apiKey: string
  readonly details: UserDetails
}

const userOf = (row: Row): User => ({ id: String(row['id']), email: String(row['email']), apiKey: String(row['api_key']), details: fromJson(row['details']) })

/** The users in a database. */
export interface UserStore {
  /** Adds a user; the address must be new. */
  add(user: User): void
  byId(id: string): User | undefined
  /** Letter case of the address does not matter. */
  byEmail(email: string): User | undefined
  update(id: string, details: UserDetails): void
}

/** Makes the store of users. */
export const userStore = (database: Database): UserStore => {
  const found = (row: Row | undefined): User | undefined => (row === undefined ? undefined : userOf(row))
  return {
    add: (user) => void database.run('INSERT INTO users (id, email, api_key, details) VALUES (?, ?, ?, ?)', user.id, user.email, user.apiKey, JSON.stringify(user.details)),
    byId: (id) => found(database.get('SELECT * FROM users WHERE id = ?', id)),
    byEmail: (email) => found(database.get('SELECT * FROM users WHERE email = ?', email)),
    update: (id, details) => void database.run('UPDATE users SET details = ? WHERE id = ?', JSON.stringify(details), id),
  }
}
