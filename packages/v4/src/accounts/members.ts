/**
 * Members of an account: people who may use it, and those who were invited.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Role } from './role.ts'

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneMember = {
  ...inAccount,
  /** Identifier of the membership. */
  member_id: hexIdentifier,
}

const Member = z.object({
  /** Identifier of the membership. Read-only. */
  id: z.string(),
  /** The person. Read-only. */
  user: z.object({
    /** Identifier of the user; null until somebody with the address signs up. */
    id: z.optional(z.nullable(z.string())),
    /** E-mail address. */
    email: z.string(),
    /** First name, or null. */
    first_name: z.optional(z.nullable(z.string())),
    /** Last name, or null. */
    last_name: z.optional(z.nullable(z.string())),
    /** Signing in needs a second factor. */
    two_factor_authentication_enabled: z.optional(z.boolean()),
  }),
  /** E-mail address of the member. Read-only. */
  email: z.optional(z.string()),
  /** `accepted`, `pending` or `rejected`. */
  status: z.string(),
  /** What the member may do. */
  roles: z.array(Role),
})
export interface Member extends z.output<typeof Member> {}

const MemberList = z.strictObject({
  ...inAccount,
  /** State of the membership. */
  status: z.optional(z.enum(['accepted', 'pending', 'rejected'])),
  /** What to sort by. */
  order: z.optional(z.enum(['user.first_name', 'user.last_name', 'user.email', 'status'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
})
export interface MemberList extends z.input<typeof MemberList> {}

/**
 * List the members of an account and who was invited.
 * @example for await (const member of cf.accounts.members.list({ account_id, status: 'accepted' })) console.log(member.user.email)
 */
export const list = listing<MemberList, Member>('GET /accounts/{account_id}/members', { input: MemberList, item: Member, page: pageNumber({ perPage: 50 }), permission: '#member:read' })

const MemberCreate = z.strictObject({
  ...inAccount,
  /** E-mail address of who is invited, at most 90 characters. */
  email: z.string().check(z.maxLength(90)),
  /** Identifiers of roles. */
  roles: z.array(identifier).check(z.minLength(1)),
  /** `accepted` adds a known user without asking. Default `pending`. */
  status: z.optional(z.enum(['accepted', 'pending'])),
})
export interface MemberCreate extends z.input<typeof MemberCreate> {}

/**
 * Invite somebody to an account.
 * @example const member = await cf.accounts.members.create({ account_id, email: 'user@example.net', roles: [id] })
 */
export const create = endpoint<MemberCreate, Member>('POST /accounts/{account_id}/members', { input: MemberCreate, result: Member, permission: '#member:edit' })

const MemberGet = z.strictObject(oneMember)
export interface MemberGet extends z.input<typeof MemberGet> {}

/**
 * Read one member.
 * @example const { roles } = await cf.accounts.members.get({ account_id, member_id: id })
 */
export const get = endpoint<MemberGet, Member>('GET /accounts/{account_id}/members/{member_id}', { input: MemberGet, result: Member, permission: '#member:read' })

const MemberUpdate = z.strictObject({
  ...oneMember,
  /** Roles the member shall have, and no others. */
  roles: z
    .array(
      z.strictObject({
        /** Identifier of the role. */
        id: identifier,
      }),
    )
    .check(z.minLength(1)),
})
export interface MemberUpdate extends z.input<typeof MemberUpdate> {}

/**
 * Give a member other roles.
 * @example await cf.accounts.members.update({ account_id, member_id: id, roles: [{ id }] })
 */
export const update = endpoint<MemberUpdate, Member>('PUT /accounts/{account_id}/members/{member_id}', { input: MemberUpdate, result: Member, permission: '#member:edit' })

const MemberDelete = z.strictObject(oneMember)
export interface MemberDelete extends z.input<typeof MemberDelete> {}

/**
 * Remove a member, or take an invitation back. The last super administrator can't be removed.
 * @example await cf.accounts.members.remove({ account_id, member_id: id })
 */
export const remove = endpoint<MemberDelete, Id>('DELETE /accounts/{account_id}/members/{member_id}', {
  input: MemberDelete,
  result: Id,
  permission: '#member:edit',
  repeated: { codes: [1010], result: (input) => ({ id: input['member_id'] }) },
})
