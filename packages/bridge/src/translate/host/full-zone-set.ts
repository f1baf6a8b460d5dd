import { setFull } from '@zonewright/host-gw/zones'
import { zones } from '@zonewright/v4'
import { hostFaultOf } from '../../upstream-fault.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { linkOf } from './links.ts'
import { keepRegistration } from './registration.ts'
import { plainName } from '../enclosing-zone.ts'
import { zoneOfUser } from './zone-of-user.ts'

/** `full_zone_set`: the zone gets name servers of Cloudflare. */
export const fullZoneSet = act(setFull, async (scene, { user_key: userKey, zone_name: name, jumpstart = 1 }) => {
  const link = linkOf(scene, userKey)
  if ((await zoneOfUser(scene, link, name)) !== undefined) throw hostFault(207, { zone_name: plainName(name) })
  let zone: zones.Zone
  try {
    zone = await scene.caller.v4For(link.accountId).call(zones.create, { name: plainName(name), account: { id: link.accountId }, type: 'full', jump_start: jumpstart === 1 })
  } catch (error) {
    throw hostFaultOf(error, 701)
  }
  const { caller } = scene
  keepRegistration(scene.shelf, { zoneId: zone.id, zoneName: zone.name, hostId: caller.id, hostName: caller.name, userKey, email: link.email, accountId: link.accountId, form: 'full', hosted: [] })
  // Programs take the words that hold a name server as they stand: no full stop or colon may be glued to one.
  return { response: { zone_name: zone.name, jumpstart: jumpstart === 1, msg: `Change the name servers at the registrar to: ${(zone.name_servers ?? []).join(', ')}` } }
})
