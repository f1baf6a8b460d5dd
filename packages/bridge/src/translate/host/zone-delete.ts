import { remove } from '@zonewright/host-gw/zones'
import { zones } from '@zonewright/v4'
import { hostFaultOf } from '../../upstream-fault.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { linkOf } from './links.ts'
import { keepRegistration, registrationOf, registrationsOfUser } from './registration.ts'
import { isActive, subscriptionOf } from './subscription.ts'
import { plainName } from '../enclosing-zone.ts'
import { zoneOfUser } from './zone-of-user.ts'

/** `zone_delete`: deleted zones are remembered, for API v4 forgets them. */
export const zoneDelete = act(remove, async (scene, { user_key: userKey, zone_name: name }) => {
  const { shelf, caller } = scene
  const link = linkOf(scene, userKey)
  const zone = await zoneOfUser(scene, link, name)
  if (zone === undefined) {
    const gone = registrationsOfUser(shelf, userKey).some(({ zoneName }) => zoneName === plainName(name))
    throw hostFault(gone ? 213 : 210, { zone_name: plainName(name) })
  }
  const registration = registrationOf(shelf, zone.id)
  if (zone.type !== 'partial') throw hostFault(214, { zone_name: zone.name })
  if (registration?.hostId !== caller.id) throw hostFault(212, { zone_name: zone.name, host_provider: caller.name })
  const subscription = subscriptionOf(shelf, zone.id)
  if (subscription !== undefined && isActive(subscription, zone)) throw hostFault(334, { zone_name: zone.name })
  try {
    await caller.v4For(link.accountId).call(zones.remove, { zone_id: zone.id })
  } catch (error) {
    throw hostFaultOf(error, 703)
  }
  keepRegistration(shelf, { ...registration, hosted: [], deletedOn: new Date(scene.now()).toISOString() })
  return { response: { zone_name: zone.name, zone_deleted: true } }
})
