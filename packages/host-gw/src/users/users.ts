import * as z from '@zonewright/core/schema'
import { email, maybeText, uniqueId } from '../common.ts'
import { endpoint } from '../protocol.ts'

const identity = {
  /** Your own identifier of the customer: characters from `-_a-z0-9#@+.,`, at most 100. */
  unique_id: z.optional(uniqueId),
  /** 1 takes the `unique_id` from the customer who had it before, 0 is refused then (117). Default 0. */
  clobber_unique_id: z.optional(z.literal([0, 1])),
}

const UserCreate = z.strictObject({
  /** E-mail address of the account. */
  cloudflare_email: email,
  /** Password of the account, at least 6 characters. */
  cloudflare_pass: z.string().check(z.minLength(6)),
  /** Name of the user: letters, digits, `.`, `-` and `_`, at least 3; made up when not said. */
  cloudflare_username: z.optional(z.string().check(z.minLength(3), z.regex(/^[A-Za-z0-9._-]+$/))),
  ...identity,
})
export interface UserCreate extends z.input<typeof UserCreate> {}

const AuthorizedUser = z.object({
  /** E-mail address of the account. */
  cloudflare_email: z.string(),
  /** The customer's authorisation of this host, 32 characters; a secret. */
  user_key: z.string(),
  /** Your own identifier of the customer, or null. */
  unique_id: maybeText,
  /** Name of the user; later years leave it out. */
  cloudflare_username: maybeText,
  /** The customer's key of the client API; a secret. Early years leave it out. */
  user_api_key: maybeText,
})
export interface AuthorizedUser extends z.output<typeof AuthorizedUser> {}

/**
 * Create an account for a customer, or get the authorisation of one that exists: the service then does as `users.authorize`,
 * and refuses a wrong password (124). On creation the words beside the result say how the customer signs in.
 * @example const { user_key } = await cf.users.create({ cloudflare_email: 'user@example.com', cloudflare_pass: 'correct horse', unique_id: 'customer-2041' })
 */
export const create = endpoint<UserCreate, AuthorizedUser>('user_create', { input: UserCreate, result: AuthorizedUser, safety: 'idempotent', secrets: ['cloudflare_pass'] })

const UserAuthorize = z.strictObject({
  /** E-mail address of the account. */
  cloudflare_email: email,
  /** Password of the account. */
  cloudflare_pass: z.string().check(z.minLength(1)),
  ...identity,
})
export interface UserAuthorize extends z.input<typeof UserAuthorize> {}

/**
 * Get the authorisation of a customer whose account exists.
 * @example const { user_key } = await cf.users.authorize({ cloudflare_email: 'user@example.com', cloudflare_pass: 'correct horse' })
 */
export const authorize = endpoint<UserAuthorize, AuthorizedUser>('user_auth', { input: UserAuthorize, result: AuthorizedUser, safety: 'idempotent', secrets: ['cloudflare_pass'] })

const UserGet = z
  .strictObject({
    /** E-mail address of the account; it counts when both are given. */
    cloudflare_email: z.optional(email),
    /** Your own identifier of the customer. */
    unique_id: z.optional(uniqueId),
  })
  .check(z.refine(({ cloudflare_email: address, unique_id: id }) => address !== undefined || id !== undefined, 'expected cloudflare_email or unique_id'))
export interface UserGet extends z.input<typeof UserGet> {}

const HostedUser = z.object({
  /** Whether there is such an account. */
  user_exists: z.boolean(),
  /** E-mail address of the account, or null. */
  cloudflare_email: maybeText,
  /** Whether the customer has authorised this host. */
  user_authed: z.boolean(),
  /** The customer's authorisation of this host, or null; a secret. */
  user_key: maybeText,
  /** Your own identifier of the customer, or null. */
  unique_id: maybeText,
  /** Names of the zones that were set up through this host. */
  hosted_zones: z.optional(z.nullable(z.array(z.string()))),
  /** The customer's key of the client API, or null; a secret. */
  user_api_key: maybeText,
})
export interface HostedUser extends z.output<typeof HostedUser> {}

/**
 * Read what this host knows of a customer. One who does not exist is no error.
 * @example const { user_exists, hosted_zones } = await cf.users.get({ unique_id: 'customer-2041' })
 */
export const get = endpoint<UserGet, HostedUser>('user_lookup', { input: UserGet, result: HostedUser, safety: 'read' })
