/**
 * Members of an organization, in the form before accounts. See `accounts.members` for today's.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { OrganizationMember } from './organization-member.ts'
import { roleList } from './organization-role.ts'

const inOrganization = {
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
}

const oneMember = {
  ...inOrganization,
  /** Identifier of the membership. */
  member_id: hexIdentifier,
}

const OrganizationMemberList = z.strictObject(inOrganization)
export interface OrganizationMemberList extends z.input<typeof OrganizationMemberList> {}

/**
 * List the members of an organization. The service stopped answering this; use `accounts.members.list`.
 * @example for (const { email, roles } of await cf.historic.organizationMembers.list({ organization_id: id })) console.log(email, roles)
 */
export const list = endpoint<OrganizationMemberList, OrganizationMember[]>('GET /organizations/{organization_id}/members', { input: OrganizationMemberList, result: z.array(OrganizationMember), permission: '#organization:read', sunset: '2020-02-04' })

const OrganizationMemberGet = z.strictObject(oneMember)
export interface OrganizationMemberGet extends z.input<typeof OrganizationMemberGet> {}

/**
 * Read one member. The service stopped answering this; use `accounts.members.get`.
 * @example const { roles } = await cf.historic.organizationMembers.get({ organization_id: id, member_id: id })
 */
export const get = endpoint<OrganizationMemberGet, OrganizationMember>('GET /organizations/{organization_id}/members/{member_id}', { input: OrganizationMemberGet, result: OrganizationMember, permission: '#organization:read', sunset: '2020-02-04' })

const OrganizationMemberEdit = z.strictObject({
  ...oneMember,
  /** Roles the member shall have, and no others. */
  roles: roleList,
})
export interface OrganizationMemberEdit extends z.input<typeof OrganizationMemberEdit> {}

/**
 * Give a member other roles. The service stopped answering this; use `accounts.members.update`.
 * @example await cf.historic.organizationMembers.edit({ organization_id: id, member_id: id, roles: [{ id }] })
 */
export const edit = endpoint<OrganizationMemberEdit, OrganizationMember>('PATCH /organizations/{organization_id}/members/{member_id}', { input: OrganizationMemberEdit, result: OrganizationMember, permission: '#organization:edit', safety: 'idempotent', sunset: '2020-02-04' })

const OrganizationMemberDelete = z.strictObject(oneMember)
export interface OrganizationMemberDelete extends z.input<typeof OrganizationMemberDelete> {}

/**
 * Remove a member. The service stopped answering this; use `accounts.members.remove`.
 * @example await cf.historic.organizationMembers.remove({ organization_id: id, member_id: id })
 */
export const remove = endpoint<OrganizationMemberDelete, Id>('DELETE /organizations/{organization_id}/members/{member_id}', {
  input: OrganizationMemberDelete,
  result: Id,
  permission: '#organization:edit',
  sunset: '2020-02-04',
  repeated: { codes: [1010], result: (input) => ({ id: input['member_id'] }) },
})
