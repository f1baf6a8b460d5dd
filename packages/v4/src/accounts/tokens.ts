/**
 * API tokens that belong to an account, not to a person.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { NewToken, Token, TokenState, newTokenFields } from '../user/token.ts'

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
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

const AccountTokenVerify = z.strictObject(inAccount)
export interface AccountTokenVerify extends z.input<typeof AccountTokenVerify> {}

/**
 * Ask whether the account's token in use is good.
 * @example const { status } = await cf.accounts.tokens.verify({ account_id })
 */
export const verify = endpoint<AccountTokenVerify, TokenState>('GET /accounts/{account_id}/tokens/verify', { input: AccountTokenVerify, result: TokenState, since: '2024-10' })
