import type { OwnState, PasswordUser } from '@zonewright/bridge'
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

import { type Clock, microsecondDate } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { State } from '../state/state.ts'

/** What is kept of a user of the host API beside the user. */
interface Kept {
  readonly username: string
  readonly accountId: string
  readonly salt: string
  readonly hash: string
}

const scope = 'users'

const hashOf = (password: string, salt: string): Buffer => scryptSync(password, Buffer.from(salt, 'hex'), 32)

/** Users with passwords: API v4 has no sign-in by password, so the hash stands beside the user. */
export const passwordUsers = (state: State, clock: Clock, ids: Ids): OwnState['users'] => {
  const kept = state.documents.collection<Kept>('form-post own password')
  const byEmail = (email: string): PasswordUser | undefined => {
    const user = state.users.byEmail(email)
    if (user === undefined) return undefined
    const facts = kept.get(scope, user.id)
    const accountId = facts?.accountId ?? state.accounts.ofUser(user.id)[0]?.id
    return accountId === undefined ? undefined : { email: user.email, username: facts?.username ?? (user.email.split('@', 1)[0] as string), accountId, apiKey: user.apiKey }
  }
  return {
    byEmail,
    verify(email, password) {
      const user = state.users.byEmail(email)
      const facts = user === undefined ? undefined : kept.get(scope, user.id)
      if (facts === undefined || !timingSafeEqual(hashOf(password, facts.salt), Buffer.from(facts.hash, 'hex'))) return undefined
      return byEmail(email)
    },
    isNameTaken: (username) => kept.all(scope).some(({ value }) => value.username.toLowerCase() === username.toLowerCase()),
    create({ email, password, username }) {
      const now = microsecondDate(clock.now())
      const salt = randomBytes(16).toString('hex')
      const user = { id: ids.next(), email, apiKey: randomBytes(19).toString('hex').slice(0, 37), details: { first_name: null, last_name: null, telephone: null, country: null, zipcode: null, created_on: now, modified_on: now } }
      const accountId = ids.next()
      state.transaction(() => {
        state.users.add(user)
        state.accounts.add({ id: accountId, name: `${email}'s Account`, details: { type: 'standard', settings: { enforce_twofactor: false }, created_on: now } })
        state.accounts.join(accountId, user.id)
        kept.put(scope, user.id, { username, accountId, salt, hash: hashOf(password, salt).toString('hex') })
      })
      return { email, username, accountId, apiKey: user.apiKey }
    },
  }
}
