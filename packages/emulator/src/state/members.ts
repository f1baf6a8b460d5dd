import { seededId } from '../ids.ts'
import { superAdministrator } from '../rules/roles.ts'
import type { AccountStore } from './accounts.ts'
import type { DocumentStore } from './documents.ts'

/** Somebody who belongs to an account or was invited: a membership, an invitation and a member of an organization are this one object. */
export interface Member {
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly status: 'accepted' | 'pending' | 'rejected'
  /** Identifiers of roles. */
  readonly roles: readonly string[]
  /** E-mail address of who invited; null for those who came with the seed. */
  readonly invitedBy: string | null
  /** RFC 3339. */
  readonly invitedOn: string
  readonly expiresOn: string
}

/** The members of accounts. */
export interface MemberStore {
  /** Members of an account and who was invited, in the order in which they came. */
  ofAccount(accountId: string): readonly Member[]
  /** Memberships and invitations of a person. */
  ofEmail(email: string): readonly Member[]
  /** Roles of a user who belongs to an account. */
  rolesOf(accountId: string, email: string): readonly string[]
  byId(accountId: string, id: string): Member | undefined
  /** Adds a member or changes one, and lets accepted ones in. */
  put(member: Member): void
  /** Removes a member, or takes an invitation back. */
  remove(member: Member): void
}

/** What finds users. */
interface Users {
  byId(id: string): { readonly id: string; readonly email: string } | undefined
  byEmail(email: string): { readonly id: string } | undefined
}

/** Makes the store of members. Those who came with the seed have no document until somebody changes them: they are super administrators. */
export const memberStore = ({ accounts, users, documents }: { readonly accounts: AccountStore; readonly users: Users; readonly documents: DocumentStore }): MemberStore => {
  const stored = documents.collection<Member>('members')
  const ofAccount = (accountId: string): readonly Member[] => {
    const written = stored.all(accountId).map(({ value }) => value)
    const joined = accounts.usersOf(accountId).flatMap((userId) => {
      const user = users.byId(userId)
      if (user === undefined || written.some(({ email }) => email === user.email)) return []
      const since = accounts.byId(accountId)?.details.created_on ?? ''
      const member: Member = { id: seededId('member', `${accountId}:${user.email}`), accountId, email: user.email, status: 'accepted', roles: [superAdministrator], invitedBy: null, invitedOn: since, expiresOn: since }
      return [member]
    })
    return [...joined, ...written]
  }
  return {
    ofAccount,
    ofEmail: (email) => accounts.all().flatMap(({ id }) => ofAccount(id).filter((member) => member.email.toLowerCase() === email.toLowerCase())),
    rolesOf: (accountId, email) => stored.all(accountId).find(({ value }) => value.email === email)?.value.roles ?? [superAdministrator],
    byId: (accountId, id) => ofAccount(accountId).find((member) => member.id === id),
    put(member) {
      stored.put(member.accountId, member.id, member)
      const user = users.byEmail(member.email)
      if (member.status === 'accepted' && user !== undefined) accounts.join(member.accountId, user.id)
    },
    remove(member) {
      stored.remove(member.accountId, member.id)
      const user = users.byEmail(member.email)
      if (user !== undefined) accounts.leave(member.accountId, user.id)
    },
  }
}
