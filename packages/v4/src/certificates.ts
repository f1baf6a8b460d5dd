import * as z from '@zonewright/core/schema'

/** How the chain below a certificate is put together. */
export const bundleMethod = z.enum(['ubiquitous', 'optimal', 'force'])

/** Where a private key may be kept. */
export const geoRestrictions = z.object({
  /** `us`, `eu` or `highest_security`. */
  label: z.optional(z.enum(['us', 'eu', 'highest_security'])),
})

/** One or more certificates, or a request for one, as PEM text. */
export const pem = z.string().check(z.minLength(1))
