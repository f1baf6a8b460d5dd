/** Plans of resellers: the old tag, and the plan of API v4 that it stands for. */
export const resellerPlans = [
  { tag: 'CF_RESELLER_PRO', name: 'Pro', ratePlan: 'partners_pro', price: '20.00' },
  { tag: 'CF_RESELLER_BIZ', name: 'Business', ratePlan: 'partners_business', price: '200.00' },
  { tag: 'CF_RESELLER_ENT', name: 'Enterprise', ratePlan: 'partners_enterprise', price: '' },
] as const

/** The plan of a tag, in any case. */
export const planOfTag = (tag: string): (typeof resellerPlans)[number] | undefined => resellerPlans.find((plan) => plan.tag === tag.toUpperCase())

/** The plan that a cancelled zone goes back to. */
export const freeRatePlan = 'partners_free'
