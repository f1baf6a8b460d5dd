/** Plans a zone can be on. */
export type PlanName = 'free' | 'pro' | 'business' | 'enterprise'

/** What a plan allows; numbers as the vendor's plan tables give them. */
export interface Plan {
  /** DNS records in a zone. */
  readonly records: number
  /** Operations in one batch. */
  readonly batch: number
  /** Characters in a record's comment. */
  readonly comment: number
  /** Tags on a record. */
  readonly tags: number
  /** Lowest TTL in seconds beside 1 (automatic). */
  readonly lowestTtl: number
  /** Seconds between two activation checks. */
  readonly activationWait: number
  /** URLs in one purge by file. */
  readonly purgeFiles: number
  /** Purges by tag, host, prefix or everything: size of the bucket, and how many a second flow back. */
  readonly purgeRate: { readonly bucket: number; readonly perSecond: number }
  /** Purged files. */
  readonly purgeFileRate: { readonly bucket: number; readonly perSecond: number }
  /** Lowest `browser_cache_ttl` beside 0, in seconds. */
  readonly browserCacheTtl: number
  readonly pageRules: number
  /** The plan as a zone shows it. */
  readonly shown: { readonly id: string; readonly name: string; readonly price: number }
}

/** The plans; quotas of DNS records and batches as documented in 2026. */
export const plans: Readonly<Record<PlanName, Plan>> = {
  free: { shown: { id: '0feeeeeeeeeeeeeeeeeeeeeeeeeeeeee', name: 'Free Website', price: 0 }, records: 200, batch: 200, comment: 100, tags: 0, lowestTtl: 60, activationWait: 3600, purgeFiles: 100, purgeRate: { bucket: 25, perSecond: 5 / 60 }, purgeFileRate: { bucket: 800, perSecond: 800 }, browserCacheTtl: 120, pageRules: 3 },
  pro: { shown: { id: '1feeeeeeeeeeeeeeeeeeeeeeeeeeeeee', name: 'Pro Website', price: 20 }, records: 3500, batch: 3500, comment: 500, tags: 20, lowestTtl: 60, activationWait: 300, purgeFiles: 100, purgeRate: { bucket: 25, perSecond: 5 }, purgeFileRate: { bucket: 1500, perSecond: 1500 }, browserCacheTtl: 120, pageRules: 20 },
  business: { shown: { id: '2feeeeeeeeeeeeeeeeeeeeeeeeeeeeee', name: 'Business Website', price: 200 }, records: 3500, batch: 3500, comment: 500, tags: 20, lowestTtl: 60, activationWait: 300, purgeFiles: 100, purgeRate: { bucket: 50, perSecond: 10 }, purgeFileRate: { bucket: 1500, perSecond: 1500 }, browserCacheTtl: 120, pageRules: 50 },
  enterprise: { shown: { id: '94f3b7b768b0458b56d2cac4fe5ec0f9', name: 'Enterprise Website', price: 0 }, records: 1_000_000, batch: 3500, comment: 500, tags: 20, lowestTtl: 30, activationWait: 300, purgeFiles: 500, purgeRate: { bucket: 500, perSecond: 50 }, purgeFileRate: { bucket: 3000, perSecond: 3000 }, browserCacheTtl: 30, pageRules: 125 },
}

/** Free zones that were made before this day keep a quota of 1,000 records. */
const smallerQuotaSince = '2024-09-01'

/** How many DNS records a zone may have. */
export const recordQuota = ({ plan, details }: { readonly plan: PlanName; readonly details: { readonly createdOn: string } }): number =>
  plan === 'free' && details.createdOn < smallerQuotaSince ? 1000 : plans[plan].records

/** True for the name of a plan. */
export const isPlanName = (value: unknown): value is PlanName => typeof value === 'string' && Object.hasOwn(plans, value)
