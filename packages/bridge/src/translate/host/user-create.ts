import { create } from '@zonewright/host-gw/users'
import { accounts } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import type { HostScene } from '../scene.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { keepLink, linkByEmail, linkByUniqueId, type Link } from './links.ts'
import { userAnswer } from './user-answer.ts'
import { type SignIn, takeHold } from './user-auth.ts'

/** Passwords that anybody would try. */
const obvious: ReadonlySet<string> = new Set(['password', '123456', '1234567', '12345678', 'qwerty', 'abc123', '111111', 'letmein', 'cloudflare'])

/** User names that are too near to those of the service. */
const reserved = /^(?:admin|administrator|root|support|cloudflare|postmaster|abuse)\d*$/i

const freeName = (email: string, isTaken: (name: string) => boolean): string => {
  const base = ((email.split('@', 1)[0] as string).replaceAll(/[^A-Za-z0-9._-]/g, '') || 'user').padEnd(3, '0')
  for (let number = 0; ; number++) {
    const name = number === 0 ? base : `${base}${number}`
    if (!isTaken(name) && !reserved.test(name)) return name
  }
}

/** The role that has all rights in an account but those over members and bills. */
const administrator = '05784afa30c1afe1440e79d9351c7430'

/** Makes an account of API v4 and invites the user into it; the password stays here, for API v4 has no place for it. */
const createUpstream = async (scene: HostScene, email: string): Promise<string> => {
  const { v4 } = scene.caller
  if (v4 === undefined) throw new FormPostFault({ message: 'This host cannot make accounts.', number: 700 })
  const account = await v4.call(accounts.create, { name: email, type: 'standard' })
  await v4.call(accounts.members.create, { account_id: account.id, email, roles: [administrator] })
  return account.id
}

const createHere = (own: NonNullable<HostScene['own']>, input: SignIn & { readonly cloudflare_username?: string | undefined }): { readonly accountId: string; readonly username: string } => {
  const { cloudflare_email: email, cloudflare_pass: password, cloudflare_username: wanted } = input
  if (wanted !== undefined && reserved.test(wanted)) throw hostFault(114, { cloudflare_username: wanted })
  if (wanted !== undefined && own.users.isNameTaken(wanted)) throw hostFault(122, { cloudflare_username: wanted })
  const username = wanted ?? freeName(email, (name) => own.users.isNameTaken(name))
  const { accountId } = own.users.create({ email, password, username })
  return { accountId, username }
}

/** `user_create`: a new account, or hold of the one that is there, as by `user_auth`. */
export const userCreate = act(create, async (scene, input) => {
  const { cloudflare_email: email, unique_id: uniqueId, clobber_unique_id: clobber } = input
  const { own } = scene
  const known = own === undefined ? linkByEmail(scene, email) : undefined
  // The same call again gives the same answer, where there is no password to compare.
  if (known !== undefined) return { response: userAnswer(scene, keepLink(scene, known, { ...(uniqueId === undefined ? {} : { uniqueId }), clobber: clobber === 1 }), known.username) }
  if (own?.users.byEmail(email) !== undefined) return { response: userAnswer(scene, takeHold(scene, input), own.users.byEmail(email)?.username) }
  if (obvious.has(input.cloudflare_pass.toLowerCase())) throw hostFault(109)
  // Before anything is made, for afterwards it could not be taken back.
  if (uniqueId !== undefined && clobber !== 1 && linkByUniqueId(scene, uniqueId) !== undefined) throw hostFault(117, { unique_id: uniqueId })
  const made = own === undefined ? { accountId: await createUpstream(scene, email), username: undefined } : createHere(own, input)
  const link: Link = keepLink(scene, { email, accountId: made.accountId, ...(made.username === undefined ? {} : { username: made.username }) }, { ...(uniqueId === undefined ? {} : { uniqueId }), clobber: clobber === 1 })
  const message = own === undefined ? `An account was made for ${email}; an invitation follows by e-mail.` : `An account was made. Sign in with ${email} and the password that was chosen.`
  return { response: userAnswer(scene, link, made.username), message }
})
