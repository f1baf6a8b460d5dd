import { get } from '@zonewright/host-gw/users'
import { act } from '../translation.ts'
import { linkByEmail, linkByUniqueId } from './links.ts'
import { registrationsOfUser } from './registration.ts'
import { apiKeyOf } from './user-answer.ts'

/** `user_lookup`: what this host knows of a user; one who does not exist is no error. */
export const userLookup = act(get, async (scene, { cloudflare_email: email, unique_id: uniqueId }) => {
  const link = email === undefined ? linkByUniqueId(scene, uniqueId ?? '') : linkByEmail(scene, email)
  const address = link?.email ?? (email === undefined ? undefined : scene.own?.users.byEmail(email)?.email)
  const zones = link === undefined ? [] : registrationsOfUser(scene.shelf, link.userKey).filter(({ deletedOn }) => deletedOn === undefined)
  return {
    response: {
      user_exists: address !== undefined,
      cloudflare_email: address ?? null,
      user_authed: link !== undefined,
      user_key: link?.userKey ?? null,
      unique_id: link?.uniqueId ?? null,
      hosted_zones: link === undefined ? null : zones.map(({ zoneName }) => zoneName),
      user_api_key: link === undefined ? null : apiKeyOf(scene, link),
    },
  }
})
