import { historic } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { answered, isExpired, keepsAdministrator, newMember, roleIds } from '../rules/members.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { permissionsOfRoles, roleOf, roles } from '../rules/roles.ts'
import { filtered, sorted } from '../rules/sorting.ts'
import type { Account } from '../state/accounts.ts'
import type { Member } from '../state/members.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** An organization is an account under its first name: the same members, the same roles, other shapes. */
const organizationOf = (context: Context): Account => accountOf({ ...context, input: { ...context.input, account_id: context.input['organization_id'] } })

const shownRole = (id: string): Record<string, unknown> => ({ id, name: roleOf(id)?.name ?? '', description: roleOf(id)?.description ?? '', permissions: permissionsOfRoles([id]) })

const shownMember = (member: Member, { state }: Context): Record<string, unknown> => {
  const { first_name: first = null, last_name: last = null } = state.users.byEmail(member.email)?.details ?? {}
  return { id: member.id, name: first === null && last === null ? null : [first, last].filter((part) => part !== null).join(' '), email: member.email, status: member.status, roles: member.roles.map(shownRole) }
}

const shownInvite = (member: Member, { state, clock }: Context): Record<string, unknown> => ({
  id: member.id,
  invited_member_id: state.users.byEmail(member.email)?.id ?? null,
  invited_member_email: member.email,
  organization_id: member.accountId,
  organization_name: state.accounts.byId(member.accountId)?.name ?? '',
  roles: member.roles.map(shownRole),
  invited_by: member.invitedBy,
  invited_on: member.invitedOn,
  expires_on: member.expiresOn,
  status: isExpired(member, clock.now()) ? 'expired' : member.status,
})

const membersOf = (context: Context): readonly Member[] => context.state.members.ofAccount(organizationOf(context).id).filter(({ status }) => status === 'accepted')

/** Invitations that were sent; members of the first hour were not invited. */
const invitesOf = (context: Context): readonly Member[] => context.state.members.ofAccount(organizationOf(context).id).filter(({ invitedBy }) => invitedBy !== null)

const shown = (context: Context): Record<string, unknown> => {
  const { id, name } = organizationOf(context)
  return { id, name, members: membersOf(context).map((member) => shownMember(member, context)), invites: invitesOf(context).map((member) => shownInvite(member, context)), roles: roles.map((role) => shownRole(role.id)) }
}

const rename = (context: Context): Outcome => {
  const { name } = context.input
  const organization = organizationOf(context)
  if (typeof name !== 'string' || name === '' || Array.from(name).length > 100) throw refuse('account_field', { property: 'name' })
  context.state.accounts.update({ ...organization, name })
  return { result: shown(context) }
}

const found = (members: readonly Member[], id: unknown): Member => {
  const member = members.find((one) => one.id === id)
  if (member === undefined) throw refuse('member_not_found')
  return member
}

const withRoles = (context: Context, member: Member): Member => {
  const ids = roleIds(context.input['roles'])
  keepsAdministrator(context.state, member, ids)
  const after = { ...member, roles: ids }
  context.state.members.put(after)
  return after
}

const removed = (context: Context, member: Member): { readonly id: string } => {
  keepsAdministrator(context.state, member)
  context.state.members.remove(member)
  return { id: member.id }
}

const invite = (context: Context): Outcome => {
  const { state, actor, input, ids, clock } = context
  const { id: accountId } = organizationOf(context)
  const member = newMember(state, { id: ids.next(), accountId, email: input['invited_member_email'], roles: input['roles'], status: input['auto_accept'] === true ? 'accepted' : 'pending', invitedBy: actor.user.email, now: clock.now() })
  state.members.put(member)
  return { result: shownInvite(member, context) }
}

const ownState = ({ status }: Member): string => (status === 'accepted' ? 'member' : 'invited')

const ownOrganizations = (context: Context): readonly Member[] => context.state.members.ofEmail(context.actor.user.email).filter(({ status }) => status !== 'rejected')

const nameOf = ({ accountId }: Member, { state }: Context): string => state.accounts.byId(accountId)?.name ?? ''

const shownOwn = (member: Member, context: Context): Record<string, unknown> => ({
  id: member.accountId,
  name: nameOf(member, context),
  status: ownState(member),
  permissions: permissionsOfRoles(member.roles),
  roles: member.roles.map((id) => roleOf(id)?.name ?? ''),
})

const listOwn = (context: Context): Outcome => {
  const selected = filtered(ownOrganizations(context), context.input, { status: (member, status) => ownState(member) === status, name: (member, name) => nameOf(member, context).toLowerCase().includes(name.toLowerCase()) })
  const rows = sorted(selected, context.input, { id: ({ accountId }) => accountId, name: (member) => nameOf(member, context), status: ownState })
  const request = pageRequest(context.input, { perPage: 20, most: 50 })
  const page = pageOf(rows, request)
  return { result: page.map((member) => shownOwn(member, context)), info: resultInfo(request, page.length, rows.length) }
}

const own = (context: Context): Member => {
  const member = ownOrganizations(context).find(({ accountId }) => accountId === context.input['organization_id'])
  if (member === undefined) throw refuse('member_not_found')
  return member
}

const ownInvites = ({ state, actor }: Context): readonly Member[] => state.members.ofEmail(actor.user.email).filter(({ invitedBy }) => invitedBy !== null)

const { organizations, organizationMembers, organizationInvites, organizationRoles, userOrganizations, userInvites } = historic

/** Handlers of organizations, and of the user's own organizations and invitations. */
export const organizationHandlers: readonly Handler[] = [
  serve(organizations.get, (context) => ({ result: shown(context) })),
  serve(organizations.edit, rename),
  serve(organizationMembers.list, (context) => ({ result: membersOf(context).map((member) => shownMember(member, context)) })),
  serve(organizationMembers.get, (context) => ({ result: shownMember(found(membersOf(context), context.input['member_id']), context) })),
  serve(organizationMembers.edit, (context) => ({ result: shownMember(withRoles(context, found(membersOf(context), context.input['member_id'])), context) })),
  serve(organizationMembers.remove, (context) => ({ result: removed(context, found(membersOf(context), context.input['member_id'])) })),
  serve(organizationInvites.list, (context) => ({ result: invitesOf(context).map((member) => shownInvite(member, context)) })),
  serve(organizationInvites.create, invite),
  serve(organizationInvites.get, (context) => ({ result: shownInvite(found(invitesOf(context), context.input['invite_id']), context) })),
  serve(organizationInvites.edit, (context) => ({ result: shownInvite(withRoles(context, found(invitesOf(context), context.input['invite_id'])), context) })),
  serve(organizationInvites.remove, (context) => ({ result: removed(context, found(invitesOf(context), context.input['invite_id'])) })),
  serve(organizationRoles.list, (context) => {
    organizationOf(context)
    return { result: roles.map(({ id }) => shownRole(id)) }
  }),
  serve(organizationRoles.get, (context) => {
    organizationOf(context)
    const id = String(context.input['role_id'])
    if (roleOf(id) === undefined) throw refuse('role_not_found')
    return { result: shownRole(id) }
  }),
  serve(userOrganizations.list, listOwn),
  serve(userOrganizations.get, (context) => ({ result: shownOwn(own(context), context) })),
  serve(userOrganizations.remove, (context) => {
    const member = own(context)
    removed(context, member)
    return { result: { id: member.accountId } }
  }),
  serve(userInvites.list, (context) => ({ result: ownInvites(context).map((member) => shownInvite(member, context)) })),
  serve(userInvites.get, (context) => ({ result: shownInvite(found(ownInvites(context), context.input['invite_id']), context) })),
  serve(userInvites.edit, (context) => {
    const member = answered(found(ownInvites(context), context.input['invite_id']), context.input['status'], context.clock.now())
    context.state.members.put(member)
    return { result: shownInvite(member, context) }
  }),
]
