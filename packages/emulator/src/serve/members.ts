import { accounts, memberships } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { answered, keepsAdministrator, newMember, roleIds } from '../rules/members.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { grants, roleOf, roles } from '../rules/roles.ts'
import { filtered, sorted } from '../rules/sorting.ts'
import type { Member } from '../state/members.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

const shownRole = (id: string): Record<string, unknown> => ({ id, name: roleOf(id)?.name ?? '', description: roleOf(id)?.description ?? '', permissions: grants([id]) })

const shown = (member: Member, { state }: Context): Record<string, unknown> => {
  const user = state.users.byEmail(member.email)
  return {
    id: member.id,
    user: { id: user?.id ?? null, first_name: user?.details.first_name ?? null, last_name: user?.details.last_name ?? null, email: member.email, two_factor_authentication_enabled: false },
    email: member.email,
    status: member.status,
    roles: member.roles.map(shownRole),
  }
}

const paged = <T>(rows: readonly T[], { input }: Context, show: (row: T) => unknown): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 50 })
  const page = pageOf(rows, request)
  return { result: page.map(show), info: resultInfo(request, page.length, rows.length) }
}

const list = (context: Context): Outcome => {
  const { state, input } = context
  const selected = filtered(state.members.ofAccount(accountOf(context).id), input, { status: (member, status) => member.status === status })
  const rows = sorted(selected, input, {
    'user.first_name': ({ email }) => state.users.byEmail(email)?.details.first_name,
    'user.last_name': ({ email }) => state.users.byEmail(email)?.details.last_name,
    'user.email': ({ email }) => email,
    status: ({ status }) => status,
  })
  return paged(rows, context, (member) => shown(member, context))
}

const create = (context: Context): Outcome => {
  const { state, actor, input, ids, clock } = context
  const { id: accountId } = accountOf(context)
  const member = newMember(state, { id: ids.next(), accountId, email: input['email'], roles: input['roles'], status: input['status'], invitedBy: actor.user.email, now: clock.now() })
  state.members.put(member)
  return { result: shown(member, context) }
}

const memberOf = (context: Context): Member => {
  const member = context.state.members.byId(accountOf(context).id, String(context.input['member_id']))
  if (member === undefined) throw refuse('member_not_found')
  return member
}

const update = (context: Context): Outcome => {
  const member = memberOf(context)
  const ids = roleIds(context.input['roles'])
  keepsAdministrator(context.state, member, ids)
  const after = { ...member, roles: ids }
  context.state.members.put(after)
  return { result: shown(after, context) }
}

const remove = (context: Context, member: Member): Outcome => {
  keepsAdministrator(context.state, member)
  context.state.members.remove(member)
  return { result: { id: member.id } }
}

const membership = (member: Member, { state }: Context): Record<string, unknown> => {
  const account = state.accounts.byId(member.accountId)
  return {
    id: member.id,
    status: member.status,
    account: { id: member.accountId, name: account?.name ?? '', type: account?.details.type, created_on: account?.details.created_on },
    permissions: grants(member.roles),
    roles: member.roles.map((id) => roleOf(id)?.name ?? ''),
  }
}

const ownMemberships = (context: Context): Outcome => {
  const { state, actor, input } = context
  const nameOf = ({ accountId }: Member): string => state.accounts.byId(accountId)?.name ?? ''
  const contains = (member: Member, name: string): boolean => nameOf(member).toLowerCase().includes(name.toLowerCase())
  const selected = filtered(state.members.ofEmail(actor.user.email), input, { status: (member, status) => member.status === status, name: contains, 'account.name': contains })
  return paged(sorted(selected, input, { id: ({ id }) => id, 'account.name': nameOf, status: ({ status }) => status }), context, (member) => membership(member, context))
}

const ownMembership = ({ state, actor, input }: Context): Member => {
  const member = state.members.ofEmail(actor.user.email).find(({ id }) => id === input['membership_id'])
  if (member === undefined) throw refuse('member_not_found')
  return member
}

const answer = (context: Context): Outcome => {
  const member = answered(ownMembership(context), context.input['status'], context.clock.now())
  context.state.members.put(member)
  return { result: membership(member, context) }
}

const role = (context: Context): Outcome => {
  accountOf(context)
  const id = String(context.input['role_id'])
  if (roleOf(id) === undefined) throw refuse('role_not_found')
  return { result: shownRole(id) }
}

/** Handlers of members, roles and memberships. */
export const memberHandlers: readonly Handler[] = [
  serve(accounts.members.list, list),
  serve(accounts.members.create, create),
  serve(accounts.members.get, (context) => ({ result: shown(memberOf(context), context) })),
  serve(accounts.members.update, update),
  serve(accounts.members.remove, (context) => remove(context, memberOf(context))),
  serve(accounts.roles.list, (context) => {
    accountOf(context)
    return paged(roles, context, ({ id }) => shownRole(id))
  }),
  serve(accounts.roles.get, role),
  serve(memberships.list, ownMemberships),
  serve(memberships.get, (context) => ({ result: membership(ownMembership(context), context) })),
  serve(memberships.update, answer),
  serve(memberships.remove, (context) => remove(context, ownMembership(context))),
]
