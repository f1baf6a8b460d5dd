import { cancel } from '@zonewright/host-gw/subscriptions'
import { zones } from '@zonewright/v4'
import { hostFaultOf } from '../../upstream-fault.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { linkOf } from './links.ts'
import { freeRatePlan, planOfTag } from './plans.ts'
import { keepSubscription, subscriptionOf } from './subscription.ts'
import { zoneOfUser } from './zone-of-user.ts'

/** `reseller_sub_cancel`: the zone goes back to the free plan. */
export const resellerSubCancel = act(cancel, async (scene, { user_key: userKey, zone_name: name, plan_tag: tag, sub_id: number }) => {
  const { shelf, numbers, caller } = scene
  const link = linkOf(scene, userKey)
  const plan = planOfTag(tag)
  if (plan === undefined) throw hostFault(312)
  const zone = await zoneOfUser(scene, link, name)
  if (zone === undefined) throw hostFault(317)
  const known = subscriptionOf(shelf, zone.id)
  if (known?.hostId !== caller.id || numbers.of('subscription', known.id) !== number || known.planTag !== plan.tag) throw hostFault(331)
  if (known.cancelledOn !== undefined) throw hostFault(332)
  try {
    await caller.v4For(link.accountId).call(zones.subscription.update, { zone_id: zone.id, rate_plan: { id: freeRatePlan } })
  } catch (error) {
    throw hostFaultOf(error, 333)
  }
  keepSubscription(shelf, { ...known, cancelledOn: scene.now() })
  return { response: { zone_name: zone.name, sub_id: number, sub_status: 'CNL' } }
})
