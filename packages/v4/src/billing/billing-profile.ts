import * as z from '@zonewright/core/schema'

/** Who pays, and how. */
export const BillingProfile = z.object({
  /** First name, at most 50 characters. */
  first_name: z.string(),
  /** Last name, at most 90 characters. */
  last_name: z.string(),
  /** Street address, at most 100 characters. */
  address: z.string(),
  /** Second line of the address, at most 100 characters. */
  address2: z.optional(z.nullable(z.string())),
  /** Company, at most 100 characters. */
  company: z.optional(z.nullable(z.string())),
  /** City, at most 80 characters. */
  city: z.string(),
  /** State or province, at most 40 characters. */
  state: z.string(),
  /** Postal code, at most 25 characters. */
  zipcode: z.string(),
  /** Country, at most 50 characters. */
  country: z.string(),
  /** Telephone number, at most 20 characters. */
  telephone: z.optional(z.nullable(z.string())),
  /** Card number, all but its last four digits masked. Read-only. */
  card_number: z.string(),
  /** Year in which the card expires. */
  card_expiry_year: z.number(),
  /** Month in which the card expires, 1 to 12. */
  card_expiry_month: z.number(),
  /** VAT identifier, at most 255 characters. */
  vat: z.optional(z.nullable(z.string())),
  /** When the profile was changed last, RFC 3339. Read-only. */
  edited_on: z.optional(z.string()),
  /** When the profile was made, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
})
export interface BillingProfile extends z.output<typeof BillingProfile> {}
