/**
 * Roles in an organization, in the form before accounts. See `accounts.roles` for today's.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { OrganizationRole } from './organization-role.ts'

const OrganizationRoleList = z.strictObject({
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
})
export interface OrganizationRoleList extends z.input<typeof OrganizationRoleList> {}

/**
 * List the roles of an organization. The service stopped answering this; use `accounts.roles.list`.
 * @example for (const role of await cf.historic.organizationRoles.list({ organization_id: id })) console.log(role.id, role.name)
 */
export const list = endpoint<OrganizationRoleList, OrganizationRole[]>('GET /organizations/{organization_id}/roles', { input: OrganizationRoleList, result: z.array(OrganizationRole), permission: '#organization:read', sunset: '2020-02-04' })

const OrganizationRoleGet = z.strictObject({
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
  /** Identifier of the role. */
  role_id: hexIdentifier,
})
export interface OrganizationRoleGet extends z.input<typeof OrganizationRoleGet> {}

/**
 * Read one role. The service stopped answering this; use `accounts.roles.get`.
 * @example const { permissions } = await cf.historic.organizationRoles.get({ organization_id: id, role_id: id })
 */
export const get = endpoint<OrganizationRoleGet, OrganizationRole>('GET /organizations/{organization_id}/roles/{role_id}', { input: OrganizationRoleGet, result: OrganizationRole, permission: '#organization:read', sunset: '2020-02-04' })

export type { OrganizationRole } from './organization-role.ts'
