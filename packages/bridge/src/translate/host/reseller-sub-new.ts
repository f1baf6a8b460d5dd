import { create } from '@zonewright/host-gw/subscriptions'
import { zones } from '@zonewright/v4'
import { hostFaultOf } from '../../upstream-fault.ts'
import { isServed } from '../served.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { linkOf } from './links.ts'
import { planOfTag } from './plans.ts'
import { isActive, keepSubscription, subscriptionOf } from './subscription.ts'
import { zoneOfUser } from './zone-of-user.ts'

/** `reseller_sub_new`: the zone goes on a paid plan. */
export const resellerSubNew = act(create, async (scene, { user_key: userKey, zone_name: name, plan_tag: tag }) => {
  const { shelf, numbers, caller } = scene
  const link = linkOf(scene, userKey)
  const plan = planOfTag(tag)
  if (plan === undefined) throw hostFault(312)
  const zone = await zoneOfUser(scene, link, name)
  if (zone === undefined) throw hostFault(317)
  if (!isServed(zone)) throw hostFault(321)
  const known = subscriptionOf(shelf, zone.id)
  if (known !== undefined && isActive(known, zone)) throw hostFault(known.planTag === plan.tag ? 314 : 322)
  if ((zone.plan?.legacy_id ?? 'free') !== 'free') throw hostFault(322)
  try {
    const { id } = await caller.v4For(link.accountId).call(zones.subscription.create, { zone_id: zone.id, rate_plan: { id: plan.ratePlan }, frequency: 'monthly' })
    keepSubscription(shelf, { id, zoneId: zone.id, zoneName: zone.name, hostId: caller.id, planTag: plan.tag, planName: plan.name, price: plan.price, activatedOn: scene.now() })
    return { response: { zone_name: zone.name, plan_tag: plan.tag, sub_id: numbers.of('subscription', id), sub_status: 'V' } }
  } catch (error) {
    throw hostFaultOf(error, 340)
  }
})
