import { secondDate } from './dates.ts'
import { refuse } from '../errors.ts'
import type { State } from '../state/state.ts'
import type { Member } from '../state/members.ts'
import { roleOf, superAdministrator } from './roles.ts'

/** An invitation waits for a week. */
const inviteMs = 7 * 24 * 3600 * 1000

const emailForm = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/**
 * Identifiers of roles, given as texts or as objects.
 * @throws Refusal `member_roles`.
 */
export const roleIds = (value: unknown): readonly string[] => {
  if (!Array.isArray(value) || value.length === 0) throw refuse('member_roles')
  const ids = value.map((item: unknown) => String(typeof item === 'object' && item !== null ? (item as { readonly id?: unknown }).id : item))
  if (ids.some((id) => roleOf(id) === undefined)) throw refuse('member_roles')
  return [...new Set(ids)]
}

/** What an invitation is made from. */
export interface NewMember {
  readonly id: string
  readonly accountId: string
  readonly email: unknown
  readonly roles: unknown
  readonly status: unknown
  readonly invitedBy: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * A new member or invitation. Somebody who said no may be invited again.
 * @throws Refusal `member_email`, `member_exists`, `member_roles`, `member_status` when a stranger should be a member without being asked.
 */
export const newMember = (state: State, { id, accountId, email, roles, status = 'pending', invitedBy, now }: NewMember): Member => {
  if (typeof email !== 'string' || email.length > 90 || !emailForm.test(email)) throw refuse('member_email')
  if (status !== 'pending' && status !== 'accepted') throw refuse('member_status', { detail: 'it must be one of accepted, pending' })
  if (status === 'accepted' && state.users.byEmail(email) === undefined) throw refuse('member_status', { detail: 'only a known user is a member without being asked' })
  const other = state.members.ofAccount(accountId).find((member) => member.email.toLowerCase() === email.toLowerCase())
  if (other !== undefined && other.status !== 'rejected' && !isExpired(other, now)) throw refuse('member_exists', { email })
  const member: Member = { id, accountId, email: state.users.byEmail(email)?.email ?? email, status, roles: roleIds(roles), invitedBy, invitedOn: secondDate(now), expiresOn: secondDate(now + inviteMs) }
  if (other !== undefined) state.members.remove(other)
  return member
}

/** True for an invitation that nobody answered in time. */
export const isExpired = (member: Member, now: number): boolean => member.status === 'pending' && Date.parse(member.expiresOn) <= now

const isAdministrator = ({ status, roles }: Pick<Member, 'status' | 'roles'>): boolean => status === 'accepted' && roles.includes(superAdministrator)

/** @throws Refusal `member_last` when an account would lose its last super administrator; `after` is absent when the member goes. */
export const keepsAdministrator = (state: State, member: Member, after?: readonly string[]): void => {
  if (!isAdministrator(member) || after?.includes(superAdministrator) === true) return
  if (!state.members.ofAccount(member.accountId).some((other) => other.id !== member.id && isAdministrator(other))) throw refuse('member_last')
}

/**
 * An invitation with the answer of who was invited.
 * @throws Refusal `member_status`, `invite_answered` when it was answered before or ran out.
 */
export const answered = (member: Member, status: unknown, now: number): Member => {
  if (status !== 'accepted' && status !== 'rejected') throw refuse('member_status', { detail: 'it must be one of accepted, rejected' })
  if (isExpired(member, now)) throw refuse('invite_answered', { status: 'expired' })
  if (member.status === status) return member
  if (member.status !== 'pending') throw refuse('invite_answered', { status: member.status })
  return { ...member, status }
}
