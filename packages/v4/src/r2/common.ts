import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'

/** The jurisdiction that a bucket is in; it goes into a header. */
export const jurisdiction = {
  /** Where the data must stay; buckets of other jurisdictions are not seen. Default `default`. */
  jurisdiction: z.optional(z.enum(['default', 'eu', 'fedramp'])),
}

/** Names of the headers that inputs go to. */
export const headers = { jurisdiction: 'cf-r2-jurisdiction' }

/** The bucket that a call is about. */
export const oneBucket = {
  ...inAccount,
  /** Name of the bucket. */
  bucket_name: z.string().check(z.minLength(3), z.maxLength(64)),
  ...jurisdiction,
}

/** Nothing: an object without fields. */
export const Nothing = z.object({})
export interface Nothing extends z.output<typeof Nothing> {}
