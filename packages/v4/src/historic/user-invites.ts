/**
 * Invitations that the user got. Answered still; `memberships` is the form of today.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { Invite } from './invite.ts'

const oneInvite = {
  /** Identifier of the invitation. */
  invite_id: hexIdentifier,
}

const UserInviteList = z.strictObject({})
export interface UserInviteList extends z.input<typeof UserInviteList> {}

/**
 * List the invitations that the user got. Prefer `memberships.list`.
 * @example for (const { organization_name, status } of await cf.historic.userInvites.list({})) console.log(organization_name, status)
 */
export const list = endpoint<UserInviteList, Invite[]>('GET /user/invites', { input: UserInviteList, result: z.array(Invite), permission: '#memberships:read' })

const UserInviteGet = z.strictObject(oneInvite)
export interface UserInviteGet extends z.input<typeof UserInviteGet> {}

/**
 * Read one invitation.
 * @example const { invited_by } = await cf.historic.userInvites.get({ invite_id: id })
 */
export const get = endpoint<UserInviteGet, Invite>('GET /user/invites/{invite_id}', { input: UserInviteGet, result: Invite, permission: '#memberships:read' })

const UserInviteAnswer = z.strictObject({
  ...oneInvite,
  /** The answer. */
  status: z.enum(['accepted', 'rejected']),
})
export interface UserInviteAnswer extends z.input<typeof UserInviteAnswer> {}

/**
 * Accept or reject an invitation. Prefer `memberships.update`.
 * @example await cf.historic.userInvites.edit({ invite_id: id, status: 'accepted' })
 */
export const edit = endpoint<UserInviteAnswer, Invite>('PATCH /user/invites/{invite_id}', { input: UserInviteAnswer, result: Invite, permission: '#memberships:edit', safety: 'idempotent' })

export type { Invite } from './invite.ts'
