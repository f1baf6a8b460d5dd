/**
 * Invitations to an organization, in the form before accounts. Today they are members whose status is `pending`: see `accounts.members`.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { Invite } from './invite.ts'
import { roleList } from './organization-role.ts'

const inOrganization = {
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
}

const oneInvite = {
  ...inOrganization,
  /** Identifier of the invitation. */
  invite_id: hexIdentifier,
}

const InviteList = z.strictObject(inOrganization)
export interface InviteList extends z.input<typeof InviteList> {}

/**
 * List the invitations to an organization. The service stopped answering this; use `accounts.members.list`.
 * @example for (const invite of await cf.historic.organizationInvites.list({ organization_id: id })) console.log(invite.invited_member_email, invite.status)
 */
export const list = endpoint<InviteList, Invite[]>('GET /organizations/{organization_id}/invites', { input: InviteList, result: z.array(Invite), permission: '#organization:read', sunset: '2020-02-04' })

const InviteCreate = z.strictObject({
  ...inOrganization,
  /** E-mail address of who is invited, at most 90 characters. */
  invited_member_email: z.string().check(z.maxLength(90)),
  /** Roles that the member will have. */
  roles: roleList,
  /** Add a known user without asking. Default false. */
  auto_accept: z.optional(z.boolean()),
})
export interface InviteCreate extends z.input<typeof InviteCreate> {}

/**
 * Invite somebody to an organization. The service stopped answering this; use `accounts.members.create`.
 * @example await cf.historic.organizationInvites.create({ organization_id: id, invited_member_email: 'user@example.net', roles: [{ id }] })
 */
export const create = endpoint<InviteCreate, Invite>('POST /organizations/{organization_id}/invites', { input: InviteCreate, result: Invite, permission: '#organization:edit', sunset: '2020-02-04' })

const InviteGet = z.strictObject(oneInvite)
export interface InviteGet extends z.input<typeof InviteGet> {}

/**
 * Read one invitation. The service stopped answering this; use `accounts.members.get`.
 * @example const { expires_on } = await cf.historic.organizationInvites.get({ organization_id: id, invite_id: id })
 */
export const get = endpoint<InviteGet, Invite>('GET /organizations/{organization_id}/invites/{invite_id}', { input: InviteGet, result: Invite, permission: '#organization:read', sunset: '2020-02-04' })

const InviteEdit = z.strictObject({
  ...oneInvite,
  /** Roles that the member will have, and no others. */
  roles: roleList,
})
export interface InviteEdit extends z.input<typeof InviteEdit> {}

/**
 * Change the roles of an invitation; the path says `invite`, not `invites`. The service stopped answering this; use `accounts.members.update`.
 * @example await cf.historic.organizationInvites.edit({ organization_id: id, invite_id: id, roles: [{ id }] })
 */
export const edit = endpoint<InviteEdit, Invite>('PATCH /organizations/{organization_id}/invite/{invite_id}', { input: InviteEdit, result: Invite, permission: '#organization:edit', safety: 'idempotent', sunset: '2020-02-04' })

const InviteDelete = z.strictObject(oneInvite)
export interface InviteDelete extends z.input<typeof InviteDelete> {}

/**
 * Take an invitation back. The service stopped answering this; use `accounts.members.remove`.
 * @example await cf.historic.organizationInvites.remove({ organization_id: id, invite_id: id })
 */
export const remove = endpoint<InviteDelete, Id>('DELETE /organizations/{organization_id}/invites/{invite_id}', {
  input: InviteDelete,
  result: Id,
  permission: '#organization:edit',
  sunset: '2020-02-04',
  repeated: { codes: [1010], result: (input) => ({ id: input['invite_id'] }) },
})

export type { Invite } from './invite.ts'
