/**
 * Memberships of the user: the accounts they belong to or were invited to.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const oneMembership = {
  /** Identifier of the membership. */
  membership_id: hexIdentifier,
}

const Grant = z.object({
  /** May read. */
  read: z.optional(z.boolean()),
  /** May change. */
  edit: z.optional(z.boolean()),
})

const Membership = z.object({
  /** Identifier of the membership. Read-only. */
  id: z.string(),
  /** `accepted`, `pending` or `rejected`. */
  status: z.string(),
  /** The account. Read-only. */
  account: z.object({
    /** Identifier of the account. */
    id: z.string(),
    /** Name of the account. */
    name: z.string(),
    /** `standard` or `enterprise`. */
    type: z.optional(z.string()),
    /** When it was created, RFC 3339. */
    created_on: z.optional(z.string()),
  }),
  /** What the user may do in the account, by area. Read-only. */
  permissions: z.optional(z.record(z.string(), Grant)),
  /** Names of the user's roles. Read-only. */
  roles: z.optional(z.array(z.string())),
})
export interface Membership extends z.output<typeof Membership> {}

const MembershipList = z.strictObject({
  /** State of the membership. */
  status: z.optional(z.enum(['accepted', 'pending', 'rejected'])),
  /** Name of the account, at most 100 characters. */
  name: z.optional(z.string().check(z.maxLength(100))),
  /** Name of the account, at most 100 characters; the same as `name`. */
  'account.name': z.optional(z.string().check(z.maxLength(100))),
  /** What to sort by. */
  order: z.optional(z.enum(['id', 'account.name', 'status'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
})
export interface MembershipList extends z.input<typeof MembershipList> {}

/**
 * List the user's memberships.
 * @example for await (const { account, status } of cf.memberships.list({ status: 'pending' })) console.log(account.name, status)
 */
export const list = listing<MembershipList, Membership>('GET /memberships', { input: MembershipList, item: Membership, page: pageNumber({ perPage: 50 }), permission: '#memberships:read' })

const MembershipGet = z.strictObject(oneMembership)
export interface MembershipGet extends z.input<typeof MembershipGet> {}

/**
 * Read one membership of the user.
 * @example const { roles } = await cf.memberships.get({ membership_id: id })
 */
export const get = endpoint<MembershipGet, Membership>('GET /memberships/{membership_id}', { input: MembershipGet, result: Membership, permission: '#memberships:read' })

const MembershipUpdate = z.strictObject({
  ...oneMembership,
  /** The answer to the invitation. */
  status: z.enum(['accepted', 'rejected']),
})
export interface MembershipUpdate extends z.input<typeof MembershipUpdate> {}

/**
 * Accept or reject an invitation to an account.
 * @example await cf.memberships.update({ membership_id: id, status: 'accepted' })
 */
export const update = endpoint<MembershipUpdate, Membership>('PUT /memberships/{membership_id}', { input: MembershipUpdate, result: Membership, permission: '#memberships:edit' })

const MembershipDelete = z.strictObject(oneMembership)
export interface MembershipDelete extends z.input<typeof MembershipDelete> {}

/**
 * Leave an account.
 * @example await cf.memberships.remove({ membership_id: id })
 */
export const remove = endpoint<MembershipDelete, Id>('DELETE /memberships/{membership_id}', {
  input: MembershipDelete,
  result: Id,
  permission: '#memberships:edit',
  repeated: { codes: [1010], result: (input) => ({ id: input['membership_id'] }) },
})
