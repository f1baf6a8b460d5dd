/**
 * Organizations: what accounts were called until 2020. The same objects as `accounts`, in their old form.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { Invite } from './invite.ts'
import { OrganizationMember } from './organization-member.ts'
import { OrganizationRole } from './organization-role.ts'

const Organization = z.object({
  /** Identifier of the organization: the one of the account. Read-only. */
  id: z.string(),
  /** Name, at most 100 characters. */
  name: z.string(),
  /** Who belongs to it. Read-only. */
  members: z.array(OrganizationMember),
  /** Who was invited. Read-only. */
  invites: z.array(Invite),
  /** Roles that members can have. Read-only. */
  roles: z.array(OrganizationRole),
})
export interface Organization extends z.output<typeof Organization> {}

const OrganizationGet = z.strictObject({
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
})
export interface OrganizationGet extends z.input<typeof OrganizationGet> {}

/**
 * Read an organization with its members, invitations and roles. The service stopped answering this; use `accounts.get`.
 * @example const { members } = await cf.historic.organizations.get({ organization_id: id })
 */
export const get = endpoint<OrganizationGet, Organization>('GET /organizations/{organization_id}', { input: OrganizationGet, result: Organization, permission: '#organization:read', sunset: '2020-02-04' })

const OrganizationEdit = z.strictObject({
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
  /** Name, at most 100 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(100)),
})
export interface OrganizationEdit extends z.input<typeof OrganizationEdit> {}

/**
 * Rename an organization. The service stopped answering this; use `accounts.update`.
 * @example await cf.historic.organizations.edit({ organization_id: id, name: 'Example' })
 */
export const edit = endpoint<OrganizationEdit, Organization>('PATCH /organizations/{organization_id}', { input: OrganizationEdit, result: Organization, permission: '#organization:edit', safety: 'idempotent', sunset: '2020-02-04' })
