import { list } from '@zonewright/host-gw/subscriptions'
import { act } from '../translation.ts'
import { databaseTime, type HostSubscription, subscriptionsOf } from './subscription.ts'

const month = 30 * 24 * 3_600_000

const times = ({ activatedOn, cancelledOn }: HostSubscription, now: number): { readonly renewed: number; readonly edited: number } => {
  const until = cancelledOn ?? now
  const renewed = activatedOn + Math.floor((until - activatedOn) / month) * month
  return { renewed, edited: cancelledOn ?? renewed }
}

/** `reseller_sub_list`: everything is text here, the number too. */
export const resellerSubList = act(list, async ({ shelf, caller, numbers, now }) => ({
  response: {
    objs: subscriptionsOf(shelf, caller.id).map((subscription) => {
      const { renewed, edited } = times(subscription, now())
      const { activatedOn, cancelledOn, price } = subscription
      const began = databaseTime(activatedOn)
      const ended = cancelledOn === undefined ? null : databaseTime(cancelledOn)
      return {
        zone_name: subscription.zoneName,
        sub_id: String(numbers.of('subscription', subscription.id)),
        sub_status: ended === null ? 'V' : 'CNL',
        sub_name: subscription.planName,
        sub_price: price,
        sub_priced_on: began,
        sub_canceled_on: ended,
        sub_expires_on: null,
        sub_expired_on: ended,
        sub_renewed_on: databaseTime(renewed),
        sub_activated_on: began,
        edate: databaseTime(edited),
        cdate: began,
      }
    }),
  },
}))
