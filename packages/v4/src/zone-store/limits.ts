import type { RecordLimits, Zone } from '@zonewright/zone'

const proxiable = ['A', 'AAAA', 'CNAME']
const paid: RecordLimits = { records: 3500, ttl: { lowest: 60, highest: 86_400 }, comment: 500, tags: 20, proxiable }

/** Zones on the free plan that were made before this day keep a higher quota. */
const smallerQuotaSince = '2024-09-01'

/**
 * What a zone takes by its plan (developers.cloudflare.com, "DNS plans"). The quota of an Enterprise zone is in its contract, and
 * is not known here; of a zone whose plan is not known nothing is said.
 */
export const limitsOf = ({ plan, created }: Zone): RecordLimits => {
  if (plan === 'free') return { ...paid, records: created !== undefined && created < smallerQuotaSince ? 1000 : 200, comment: 100, tags: 0 }
  if (plan === 'pro' || plan === 'business') return paid
  if (plan === 'enterprise') return { ttl: { lowest: 30, highest: 86_400 }, comment: 500, tags: 20, proxiable }
  return { proxiable }
}
