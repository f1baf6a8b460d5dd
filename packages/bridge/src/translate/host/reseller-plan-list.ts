import { plans } from '@zonewright/host-gw/subscriptions'
import { act } from '../translation.ts'
import { resellerPlans } from './plans.ts'

/** `reseller_plan_list`. */
export const resellerPlanList = act(plans, async () => ({ response: { objs: resellerPlans.map(({ name, tag, price }) => ({ sbase_name: name, sub_label: tag, product_price: price })) } }))
