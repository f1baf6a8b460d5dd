import { list, type ListedZone } from '@zonewright/host-gw/zones'
import { zones } from '@zonewright/v4'
import type { HostScene } from '../scene.ts'
import { isServed } from '../served.ts'
import { act } from '../translation.ts'
import { linksOf } from './links.ts'
import { registrationsOf } from './registration.ts'
import { databaseTime, isActive, subscriptionOf } from './subscription.ts'
import { plainName } from '../enclosing-zone.ts'

const subscribed = ({ shelf, numbers }: HostScene, zoneId: string, zone: zones.Zone | undefined): Pick<ListedZone, 'sub_id' | 'sub_label' | 'sub_status' | 'sub_activated_on' | 'sub_expired_on'> => {
  const subscription = subscriptionOf(shelf, zoneId)
  if (subscription === undefined) return { sub_id: null, sub_label: null, sub_status: null, sub_activated_on: null, sub_expired_on: null }
  const { cancelledOn } = subscription
  return { sub_id: numbers.of('subscription', subscription.id), sub_label: subscription.planTag, sub_status: isActive(subscription, zone) ? 'V' : 'CNL', sub_activated_on: databaseTime(subscription.activatedOn), sub_expired_on: cancelledOn === undefined ? null : databaseTime(cancelledOn) }
}

/** All zones of the host's users, those that were deleted here too, by number. */
const allOf = async (scene: HostScene): Promise<readonly ListedZone[]> => {
  const { shelf, caller, numbers, signal } = scene
  const registrations = registrationsOf(shelf, caller.id)
  const found: ListedZone[] = []
  for (const link of linksOf(shelf, caller.id)) {
    for await (const zone of caller.v4For(link.accountId).list(zones.list, { 'account.id': link.accountId }, signal === undefined ? {} : { signal })) {
      if (!registrations.some(({ zoneId }) => zoneId === zone.id)) continue
      found.push({ zone_id: numbers.of('zone', zone.id), zone_name: zone.name, user_email: link.email, zone_status: isServed(zone) ? 'V' : 'P', ...subscribed(scene, zone.id, zone) })
    }
  }
  const gone = registrations.filter(({ deletedOn }) => deletedOn !== undefined)
  return [...found, ...gone.map(({ zoneId, zoneName, email }) => ({ zone_id: numbers.of('zone', zoneId), zone_name: zoneName, user_email: email, zone_status: 'D', ...subscribed(scene, zoneId, undefined) }))].toSorted((one, other) => one.zone_id - other.zone_id)
}

/** `zone_list`: limit, offset and states that are no such thing count as not given. */
export const zoneList = act(
  list,
  async (scene, { limit = 100, offset = 0, zone_name: name, sub_id: subscription, zone_status: status = 'ALL', sub_status: subscriptionStatus = 'ALL' }) => {
    const wanted = (zone: ListedZone): boolean =>
      (name === undefined || zone.zone_name === plainName(name)) && (subscription === undefined || zone.sub_id === subscription) && (status === 'ALL' || zone.zone_status === status) && (subscriptionStatus === 'ALL' || zone.sub_status === subscriptionStatus)
    const zonesOfHost = (await allOf(scene)).filter(wanted)
    return { response: zonesOfHost.slice(offset, offset + limit), beside: { limit: String(limit), offset: String(offset) } }
  },
  {
    mend: ({ limit = '', offset = '', zone_status: status = '', sub_status: subscriptionStatus = '', ...rest }) => ({
      ...rest,
      ...(/^[1-9]\d{0,8}$/.test(limit) ? { limit } : {}),
      ...(/^\d{1,9}$/.test(offset) ? { offset } : {}),
      ...(/^(?:V|D|ALL)$/i.test(status) ? { zone_status: status.toUpperCase() } : {}),
      ...(/^(?:V|CNL|ALL)$/i.test(subscriptionStatus) ? { sub_status: subscriptionStatus.toUpperCase() } : {}),
    }),
  },
)
