/**
 * Accounts: what holds zones and has members.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const AccountSettings = z.object({
  /** Members must use a second factor. */
  enforce_twofactor: z.optional(z.boolean()),
  /** Who to write to about abuse, or null. */
  abuse_contact_email: z.optional(z.nullable(z.string())),
})

const Account = z.object({
  /** Identifier of the account. Read-only. */
  id: z.string(),
  /** Name of the account. */
  name: z.string(),
  /** `standard` or `enterprise`. Read-only. */
  type: z.optional(z.string()),
  /** Its settings. */
  settings: z.optional(AccountSettings),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
})
export interface Account extends z.output<typeof Account> {}

const AccountList = z.strictObject({
  /** Name of the account. */
  name: z.optional(z.string()),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
})
export interface AccountList extends z.input<typeof AccountList> {}

/**
 * List the accounts that the asker can use.
 * @example for await (const account of cf.accounts.list({})) console.log(account.name)
 */
export const list = listing<AccountList, Account>('GET /accounts', { input: AccountList, item: Account, page: pageNumber({ perPage: 50 }), permission: '#account:read' })

const AccountGet = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
})
export interface AccountGet extends z.input<typeof AccountGet> {}

/**
 * Read one account.
 * @example const account = await cf.accounts.get({ account_id })
 */
export const get = endpoint<AccountGet, Account>('GET /accounts/{account_id}', { input: AccountGet, result: Account, permission: '#account:read' })

const AccountUpdate = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Name of the account, at most 100 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Its settings. */
  settings: z.optional(AccountSettings),
})
export interface AccountUpdate extends z.input<typeof AccountUpdate> {}

/**
 * Rename an account or change its settings.
 * @example await cf.accounts.update({ account_id, name: 'Example' })
 */
export const update = endpoint<AccountUpdate, Account>('PUT /accounts/{account_id}', { input: AccountUpdate, result: Account, permission: '#account:edit' })

const AccountCreate = z.strictObject({
  /** Name of the account, at most 100 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Kind of account. Default `standard`. */
  type: z.optional(z.enum(['standard', 'enterprise'])),
  /** Tenant unit the account belongs to; of partners only. */
  unit: z.optional(
    z.strictObject({
      /** Identifier of the unit. */
      id: z.optional(identifier),
    }),
  ),
})
export interface AccountCreate extends z.input<typeof AccountCreate> {}

/**
 * Create an account; who creates it becomes its first super administrator. The service allows it to partners.
 * @example const account = await cf.accounts.create({ name: 'Example' })
 */
export const create = endpoint<AccountCreate, Account>('POST /accounts', { input: AccountCreate, result: Account, permission: '#account:edit' })

export * as auditLogs from './audit-logs.ts'
export * as members from './members.ts'
export * as roles from './roles.ts'
export * as subscriptions from './subscriptions.ts'
export * as tokens from './tokens.ts'
