/**
 * The user who is asking.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'

const Nothing = z.strictObject({})
export interface UserGet extends z.input<typeof Nothing> {}

const User = z.object({
  /** Identifier of the user. Read-only. */
  id: z.string(),
  /** E-mail address. Read-only. */
  email: z.string(),
  /** First name, or null. */
  first_name: z.optional(z.nullable(z.string())),
  /** Last name, or null. */
  last_name: z.optional(z.nullable(z.string())),
  /** Telephone number, or null. */
  telephone: z.optional(z.nullable(z.string())),
  /** Country, or null. */
  country: z.optional(z.nullable(z.string())),
  /** Postal code, or null. */
  zipcode: z.optional(z.nullable(z.string())),
  /** Signing in needs a second factor. Read-only. */
  two_factor_authentication_enabled: z.optional(z.boolean()),
  /** An organization forbids switching the second factor off. Read-only. */
  two_factor_authentication_locked: z.optional(z.boolean()),
  /** The user was suspended. Read-only. */
  suspended: z.optional(z.boolean()),
  /** When the user was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When the user was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface User extends z.output<typeof User> {}

/**
 * Read the profile of the user who is asking.
 * @example const { email } = await cf.user.get({})
 */
export const get = endpoint<UserGet, User>('GET /user', { input: Nothing, result: User, permission: '#user:read' })

const name = (limit: number) => z.optional(z.nullable(z.string().check(z.maxLength(limit))))

const UserEdit = z.strictObject({
  /** First name, at most 60 characters. */
  first_name: name(60),
  /** Last name, at most 60 characters. */
  last_name: name(60),
  /** Telephone number, at most 20 characters. */
  telephone: name(20),
  /** Country, at most 30 characters. */
  country: name(30),
  /** Postal code, at most 20 characters. */
  zipcode: name(20),
})
export interface UserEdit extends z.input<typeof UserEdit> {}

/**
 * Change parts of the profile.
 * @example await cf.user.edit({ country: 'NL' })
 */
export const edit = endpoint<UserEdit, User>('PATCH /user', { input: UserEdit, result: User, permission: '#user:edit', safety: 'idempotent' })

export * as auditLogs from './audit-logs.ts'
export * as subscriptions from './subscriptions.ts'
export * as tokens from './tokens.ts'
