/**
 * Roles that members of an account can have.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Role } from './role.ts'

const RoleList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  ...paging,
})
export interface RoleList extends z.input<typeof RoleList> {}

/**
 * List the roles of an account.
 * @example for await (const role of cf.accounts.roles.list({ account_id })) console.log(role.id, role.name)
 */
export const list = listing<RoleList, Role>('GET /accounts/{account_id}/roles', { input: RoleList, item: Role, page: pageNumber({ perPage: 50 }), permission: '#member:read' })

const RoleGet = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier of the role. */
  role_id: hexIdentifier,
})
export interface RoleGet extends z.input<typeof RoleGet> {}

/**
 * Read one role.
 * @example const { permissions } = await cf.accounts.roles.get({ account_id, role_id: id })
 */
export const get = endpoint<RoleGet, Role>('GET /accounts/{account_id}/roles/{role_id}', { input: RoleGet, result: Role, permission: '#member:read' })

export type { Role } from './role.ts'
