/**
 * Organizations of the user: accounts by their first name. Answered still; `memberships` is the form of today.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, match, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const oneOrganization = {
  /** Identifier of the organization: the one of the account. */
  organization_id: hexIdentifier,
}

const UserOrganization = z.object({
  /** Identifier of the organization. Read-only. */
  id: z.string(),
  /** Name, at most 100 characters. */
  name: z.string(),
  /** `member` or `invited`. */
  status: z.string(),
  /** Permissions of the user, such as `#zone:read`. Read-only. */
  permissions: z.array(z.string()),
  /** Names of the user's roles. Read-only. */
  roles: z.array(z.string()),
})
export interface UserOrganization extends z.output<typeof UserOrganization> {}

const UserOrganizationList = z.strictObject({
  /** Whether the user is a member or was invited. */
  status: z.optional(z.enum(['member', 'invited'])),
  /** Name, at most 100 characters. */
  name: z.optional(z.string().check(z.maxLength(100))),
  /** What to sort by. */
  order: z.optional(z.enum(['id', 'name', 'status'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  ...paging,
})
export interface UserOrganizationList extends z.input<typeof UserOrganizationList> {}

/**
 * List the organizations that the user belongs to or was invited to. Prefer `memberships.list`.
 * @example for await (const organization of cf.historic.userOrganizations.list({ status: 'member' })) console.log(organization.name)
 */
export const list = listing<UserOrganizationList, UserOrganization>('GET /user/organizations', { input: UserOrganizationList, item: UserOrganization, page: pageNumber({ perPage: 50 }), permission: '#memberships:read' })

const UserOrganizationGet = z.strictObject(oneOrganization)
export interface UserOrganizationGet extends z.input<typeof UserOrganizationGet> {}

/**
 * Read one of the user's organizations. Prefer `memberships.get`.
 * @example const { permissions } = await cf.historic.userOrganizations.get({ organization_id: id })
 */
export const get = endpoint<UserOrganizationGet, UserOrganization>('GET /user/organizations/{organization_id}', { input: UserOrganizationGet, result: UserOrganization, permission: '#memberships:read' })

const UserOrganizationLeave = z.strictObject(oneOrganization)
export interface UserOrganizationLeave extends z.input<typeof UserOrganizationLeave> {}

/**
 * Leave an organization. Prefer `memberships.remove`.
 * @example await cf.historic.userOrganizations.remove({ organization_id: id })
 */
export const remove = endpoint<UserOrganizationLeave, Id>('DELETE /user/organizations/{organization_id}', {
  input: UserOrganizationLeave,
  result: Id,
  permission: '#memberships:edit',
  // The service sends the identifier without an envelope around it.
  answer: 'bare',
  repeated: { codes: [1010], result: (input) => ({ id: input['organization_id'] }) },
})
