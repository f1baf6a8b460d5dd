/**
 * API tokens that belong to an account, not to a person.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { NewToken, PermissionGroup, Token, TokenState, newTokenFields, tokenChanges } from '../user/token.ts'

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneToken = {
  ...inAccount,
  /** Identifier of the token; not its value. */
  token_id: hexIdentifier,
}

const AccountTokenList = z.strictObject({
  ...inAccount,
  /** Sorting direction, by date of issue. */
  direction: z.optional(direction),
  ...paging,
})
export interface AccountTokenList extends z.input<typeof AccountTokenList> {}

/**
 * List the account's own API tokens, without their values.
 * @example for await (const token of cf.accounts.tokens.list({ account_id })) console.log(token.name, token.status)
 */
export const list = listing<AccountTokenList, Token>('GET /accounts/{account_id}/tokens', { input: AccountTokenList, item: Token, page: pageNumber({ perPage: 50 }), permission: '#account_api_tokens:read', since: '2024-10' })

const AccountTokenCreate = z.strictObject({ ...inAccount, ...newTokenFields })
export interface AccountTokenCreate extends z.input<typeof AccountTokenCreate> {}

/**
 * Create an API token that the account owns: it outlives the membership of who made it. The answer holds its value, once and never again.
 * @example const { value } = await cf.accounts.tokens.create({ account_id, name: 'ci', policies: [{ effect: 'allow', permission_groups: [{ id }], resources: { [`com.cloudflare.api.account.${account_id}`]: '*' } }] })
 */
export const create = endpoint<AccountTokenCreate, NewToken>('POST /accounts/{account_id}/tokens', { input: AccountTokenCreate, result: NewToken, permission: '#account_api_tokens:edit', secrets: ['value'], since: '2024-10' })

const AccountTokenGet = z.strictObject(oneToken)
export interface AccountTokenGet extends z.input<typeof AccountTokenGet> {}

/**
 * Read one of the account's API tokens, without its value.
 * @example const { policies } = await cf.accounts.tokens.get({ account_id, token_id })
 */
export const get = endpoint<AccountTokenGet, Token>('GET /accounts/{account_id}/tokens/{token_id}', { input: AccountTokenGet, result: Token, permission: '#account_api_tokens:read', since: '2024-10' })

const AccountTokenUpdate = z.strictObject({ ...oneToken, ...tokenChanges })
export interface AccountTokenUpdate extends z.input<typeof AccountTokenUpdate> {}

/**
 * Replace name, policies, dates and state of one of the account's API tokens; its value stays.
 * @example await cf.accounts.tokens.update({ account_id, token_id, name: 'ci', status: 'disabled', policies: [{ effect: 'allow', permission_groups: [{ id }], resources: { [`com.cloudflare.api.account.${account_id}`]: '*' } }] })
 */
export const update = endpoint<AccountTokenUpdate, Token>('PUT /accounts/{account_id}/tokens/{token_id}', { input: AccountTokenUpdate, result: Token, permission: '#account_api_tokens:edit', since: '2024-10' })

const AccountTokenDelete = z.strictObject(oneToken)
export interface AccountTokenDelete extends z.input<typeof AccountTokenDelete> {}

/**
 * Destroy one of the account's API tokens.
 * @example await cf.accounts.tokens.remove({ account_id, token_id })
 */
export const remove = endpoint<AccountTokenDelete, Id>('DELETE /accounts/{account_id}/tokens/{token_id}', {
  input: AccountTokenDelete,
  result: Id,
  permission: '#account_api_tokens:edit',
  since: '2024-10',
  repeated: { codes: [1002], result: (input) => ({ id: input['token_id'] }) },
})

const AccountTokenRoll = z.strictObject(oneToken)
export interface AccountTokenRoll extends z.input<typeof AccountTokenRoll> {}

/**
 * Give one of the account's API tokens another value; the old one holds no longer. The new one is shown only here. Not repeated by itself: each call makes another value.
 * @example const value = await cf.accounts.tokens.roll({ account_id, token_id })
 */
export const roll = endpoint<AccountTokenRoll, string>('PUT /accounts/{account_id}/tokens/{token_id}/value', { input: AccountTokenRoll, result: z.string(), permission: '#account_api_tokens:edit', safety: 'unsafe', since: '2024-10' })

const AccountPermissionGroupList = z.strictObject({
  ...inAccount,
  /** Exact name of the group. */
  name: z.optional(z.string()),
  /** Kind of objects that it can be given for, such as `com.cloudflare.api.account.zone`. */
  scope: z.optional(z.string()),
})
export interface AccountPermissionGroupList extends z.input<typeof AccountPermissionGroupList> {}

/**
 * List the permission groups that policies of the account's tokens can name.
 * @example const [dnsWrite] = await cf.accounts.tokens.permissionGroups({ account_id, name: 'DNS Write' })
 */
export const permissionGroups = endpoint<AccountPermissionGroupList, PermissionGroup[]>('GET /accounts/{account_id}/tokens/permission_groups', { input: AccountPermissionGroupList, result: z.array(PermissionGroup), permission: '#account_api_tokens:read', since: '2024-10' })

const AccountTokenVerify = z.strictObject(inAccount)
export interface AccountTokenVerify extends z.input<typeof AccountTokenVerify> {}

/**
 * Ask whether the account's token in use is good.
 * @example const { status } = await cf.accounts.tokens.verify({ account_id })
 */
export const verify = endpoint<AccountTokenVerify, TokenState>('GET /accounts/{account_id}/tokens/verify', { input: AccountTokenVerify, result: TokenState, since: '2024-10' })
