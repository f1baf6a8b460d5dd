import type { RecordLimits, Zone } from '@zonewright/zone'

/** What counts in every zone. */
const always: RecordLimits = { text: 2048, plainNames: true, plainRdata: true, proxiable: ['A', 'AAAA', 'CNAME'] }
const paid: RecordLimits = { ...always, records: 3500, ttl: { lowest: 60, highest: 86_400 }, comment: 500, tags: 20 }

/** Zones on the free plan that were made before this day keep a higher quota. */
const smallerQuotaSince = '2024-09-01'

/**
 * What a zone takes by its plan (developers.cloudflare.com, "DNS plans"). The quota of an Enterprise zone is in its contract, and
 * is not known here; of a zone whose plan is not known, only what counts in every zone is said.
 */
export const limitsOf = ({ plan, created }: Zone): RecordLimits => {
  if (plan === 'free') return { ...paid, records: created !== undefined && created < smallerQuotaSince ? 1000 : 200, comment: 100, tags: 0 }
  if (plan === 'pro' || plan === 'business') return paid
  if (plan === 'enterprise') return { ...always, ttl: { lowest: 30, highest: 86_400 }, comment: 500, tags: 20 }
  return always
}
