import { get } from '@zonewright/host-gw/zones'
import { ApiError } from '@zonewright/core'
import { ssl, type zones } from '@zonewright/v4'
import type { HostScene } from '../scene.ts'
import { act } from '../translation.ts'
import { forwardsOf, hostedNames } from './hosted-names.ts'
import { linkOf } from './links.ts'
import { registrationOf } from './registration.ts'
import { isActive, subscriptionOf } from './subscription.ts'
import { plainName } from '../enclosing-zone.ts'
import { zoneOfUser } from './zone-of-user.ts'

/** Whether a certificate is live; null where it is not, or the token may not know. */
const certificateOf = async ({ caller }: HostScene, zone: zones.Zone): Promise<'ready' | null> => {
  try {
    const packs = await caller.v4For(zone.account.id).list(ssl.certificatePacks.list, { zone_id: zone.id }).all()
    return packs.some(({ status }) => status === 'active') ? 'ready' : null
  } catch (error) {
    if (error instanceof ApiError && !error.rateLimited && error.status < 500) return null
    throw error
  }
}

/** `zone_lookup`: a zone that does not exist is no error. */
export const zoneLookup = act(get, async (scene, { user_key: userKey, zone_name: name }) => {
  const zone = await zoneOfUser(scene, linkOf(scene, userKey), name)
  if (zone === undefined) return { response: { zone_name: plainName(name), zone_exists: false, zone_hosted: false, hosted_cnames: null, forward_tos: null, ssl_status: null, ssl_meta_tag: null, sub_label: null, sub_status: null } }
  const registration = registrationOf(scene.shelf, zone.id)
  const hosted = registration?.hostId === scene.caller.id
  const names = hosted ? await hostedNames(scene, zone, registration) : null
  const subscription = subscriptionOf(scene.shelf, zone.id)
  return {
    response: {
      zone_name: zone.name,
      zone_exists: true,
      zone_hosted: hosted,
      hosted_cnames: names,
      forward_tos: forwardsOf(names),
      ssl_status: await certificateOf(scene, zone),
      ssl_meta_tag: null,
      sub_label: subscription?.planTag ?? null,
      sub_status: subscription === undefined ? null : isActive(subscription, zone) ? 'V' : 'CNL',
    },
  }
})
