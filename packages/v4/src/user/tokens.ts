/**
 * API tokens of the user.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { NewToken, PermissionGroup, Token, TokenState, newTokenFields, tokenChanges } from './token.ts'

const oneToken = {
  /** Identifier of the token; not its value. */
  token_id: hexIdentifier,
}

const TokenList = z.strictObject({
  /** Sorting direction, by date of issue. */
  direction: z.optional(direction),
  ...paging,
})
export interface TokenList extends z.input<typeof TokenList> {}

/**
 * List the user's API tokens, without their values.
 * @example for await (const token of cf.user.tokens.list({})) console.log(token.name, token.status)
 */
export const list = listing<TokenList, Token>('GET /user/tokens', { input: TokenList, item: Token, page: pageNumber({ perPage: 50 }), permission: '#api_tokens:read' })

const TokenCreate = z.strictObject(newTokenFields)
export interface TokenCreate extends z.input<typeof TokenCreate> {}

/**
 * Create an API token. The answer holds its value, once and never again.
 * @example const { value } = await cf.user.tokens.create({ name: 'reader', policies: [{ effect: 'allow', permission_groups: [{ id }], resources: { 'com.cloudflare.api.account.zone.*': '*' } }] })
 */
export const create = endpoint<TokenCreate, NewToken>('POST /user/tokens', { input: TokenCreate, result: NewToken, permission: '#api_tokens:edit', secrets: ['value'] })

const TokenGet = z.strictObject(oneToken)
export interface TokenGet extends z.input<typeof TokenGet> {}

/**
 * Read one API token, without its value.
 * @example const { policies } = await cf.user.tokens.get({ token_id })
 */
export const get = endpoint<TokenGet, Token>('GET /user/tokens/{token_id}', { input: TokenGet, result: Token, permission: '#api_tokens:read' })

const TokenUpdate = z.strictObject({ ...oneToken, ...tokenChanges })
export interface TokenUpdate extends z.input<typeof TokenUpdate> {}

/**
 * Replace name, policies, dates and state of an API token; its value stays.
 * @example await cf.user.tokens.update({ token_id, name: 'reader', status: 'disabled', policies: [{ effect: 'allow', permission_groups: [{ id }], resources: { 'com.cloudflare.api.account.zone.*': '*' } }] })
 */
export const update = endpoint<TokenUpdate, Token>('PUT /user/tokens/{token_id}', { input: TokenUpdate, result: Token, permission: '#api_tokens:edit' })

const TokenDelete = z.strictObject(oneToken)
export interface TokenDelete extends z.input<typeof TokenDelete> {}

/**
 * Destroy an API token.
 * @example await cf.user.tokens.remove({ token_id })
 */
export const remove = endpoint<TokenDelete, Id>('DELETE /user/tokens/{token_id}', {
  input: TokenDelete,
  result: Id,
  permission: '#api_tokens:edit',
  repeated: { codes: [1002], result: (input) => ({ id: input['token_id'] }) },
})

const TokenRoll = z.strictObject(oneToken)
export interface TokenRoll extends z.input<typeof TokenRoll> {}

/**
 * Give a token another value; the old one holds no longer. The new one is shown only here. Not repeated by itself: each call makes another value.
 * @example const value = await cf.user.tokens.roll({ token_id })
 */
export const roll = endpoint<TokenRoll, string>('PUT /user/tokens/{token_id}/value', { input: TokenRoll, result: z.string(), permission: '#api_tokens:edit', safety: 'unsafe' })

const PermissionGroupList = z.strictObject({})
export interface PermissionGroupList extends z.input<typeof PermissionGroupList> {}

/**
 * List the permission groups that policies can name.
 * @example const dnsWrite = (await cf.user.tokens.permissionGroups({})).find(({ name }) => name === 'DNS Write')
 */
export const permissionGroups = endpoint<PermissionGroupList, PermissionGroup[]>('GET /user/tokens/permission_groups', { input: PermissionGroupList, result: z.array(PermissionGroup), permission: '#api_tokens:read' })

const Verify = z.strictObject({})
export interface Verify extends z.input<typeof Verify> {}

/**
 * Ask whether the token in use is good.
 * @example const { status } = await cf.user.tokens.verify({})
 */
export const verify = endpoint<Verify, TokenState>('GET /user/tokens/verify', { input: Verify, result: TokenState })

export type { NewToken, PermissionGroup, Policy, Token, TokenState } from './token.ts'
