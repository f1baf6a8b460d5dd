import { authorize } from '@zonewright/host-gw/users'
import { noCounterpart } from '../../fault.ts'
import type { HostScene } from '../scene.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { keepLink, type Link } from './links.ts'
import { userAnswer } from './user-answer.ts'

/** Who signs in, and under which identifier the host keeps them. */
export interface SignIn {
  readonly cloudflare_email: string
  readonly cloudflare_pass: string
  readonly unique_id?: string | undefined
  readonly clobber_unique_id?: 0 | 1 | undefined
}

/**
 * Takes hold of a user whose password the host has.
 * @throws FormPostFault 123, 124; 117 for an identifier of another user's; without passwords here, that there is no such act.
 */
export const takeHold = (scene: HostScene, { cloudflare_email: email, cloudflare_pass: password, unique_id: uniqueId, clobber_unique_id: clobber }: SignIn): Link => {
  const { own } = scene
  // API v4 has no sign-in by password.
  if (own === undefined) throw noCounterpart('user_auth')
  if (own.users.byEmail(email) === undefined) throw hostFault(123, { cloudflare_email: email })
  const user = own.users.verify(email, password)
  if (user === undefined) throw hostFault(124, { cloudflare_email: email })
  return keepLink(scene, { email: user.email, username: user.username, accountId: user.accountId }, { ...(uniqueId === undefined ? {} : { uniqueId }), clobber: clobber === 1 })
}

/** `user_auth`. */
export const userAuth = act(authorize, async (scene, input) => ({ response: userAnswer(scene, takeHold(scene, input)) }))
