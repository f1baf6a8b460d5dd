/**
 * Writing of the billing profile. The service lets one read it still, with `billing.profile`; it is changed in the dashboard.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { BillingProfile } from '../billing/billing-profile.ts'
import { endpoint } from '../protocol.ts'

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

const profileFields = {
  /** First name, at most 50 characters. */
  first_name: text(50),
  /** Last name, at most 90 characters. */
  last_name: text(90),
  /** Street address, at most 100 characters. */
  address: text(100),
  /** Second line of the address, at most 100 characters. */
  address2: z.optional(z.string().check(z.maxLength(100))),
  /** Company, at most 100 characters. */
  company: z.optional(z.string().check(z.maxLength(100))),
  /** City, at most 80 characters. */
  city: text(80),
  /** State or province, at most 40 characters. */
  state: text(40),
  /** Postal code, at most 25 characters. */
  zipcode: text(25),
  /** Country, at most 50 characters. */
  country: text(50),
  /** Telephone number, at most 20 characters. */
  telephone: z.optional(z.string().check(z.maxLength(20))),
  /** Card number, at most 19 characters; a secret. */
  card_number: text(19),
  /** Year in which the card expires. */
  card_expiry_year: z.number(),
  /** Month in which the card expires, 1 to 12. */
  card_expiry_month: z.number().check(z.gte(1), z.lte(12)),
  /** Verification number of the card, at most 4 characters; a secret. */
  card_cvv: text(4),
  /** VAT identifier, at most 255 characters. */
  vat: z.optional(z.string().check(z.maxLength(255))),
}

const secrets = ['card_number', 'card_cvv']

const ProfileCreate = z.strictObject(profileFields)
export interface ProfileCreate extends z.input<typeof ProfileCreate> {}

/**
 * Create the billing profile. The service stopped answering this.
 * @example await cf.historic.billingProfile.create({ first_name: 'A', last_name: 'B', address: '1 Example St.', city: 'X', state: 'Y', zipcode: '1', country: 'NL', card_number: '4111111111111111', card_expiry_year: 2030, card_expiry_month: 4, card_cvv: '123' })
 */
export const create = endpoint<ProfileCreate, BillingProfile>('POST /user/billing/profile', { input: ProfileCreate, result: BillingProfile, permission: '#billing:edit', secrets, sunset: '2024-08-06' })

const ProfileUpdate = z.strictObject(profileFields)
export interface ProfileUpdate extends z.input<typeof ProfileUpdate> {}

/**
 * Replace the billing profile. The service stopped answering this.
 * @example await cf.historic.billingProfile.update({ first_name: 'A', last_name: 'B', address: '1 Example St.', city: 'X', state: 'Y', zipcode: '1', country: 'NL', card_number: '4111111111111111', card_expiry_year: 2030, card_expiry_month: 4, card_cvv: '123' })
 */
export const update = endpoint<ProfileUpdate, BillingProfile>('PUT /user/billing/profile', { input: ProfileUpdate, result: BillingProfile, permission: '#billing:edit', secrets, sunset: '2024-08-06' })

const ProfileEdit = z.strictObject({
  /** VAT identifier, at most 255 characters. */
  vat: z.string().check(z.maxLength(255)),
})
export interface ProfileEdit extends z.input<typeof ProfileEdit> {}

/**
 * Change the VAT identifier of the billing profile, the one property that can be changed alone. The service stopped answering this.
 * @example await cf.historic.billingProfile.edit({ vat: 'NL000099998B57' })
 */
export const edit = endpoint<ProfileEdit, BillingProfile>('PATCH /user/billing/profile', { input: ProfileEdit, result: BillingProfile, permission: '#billing:edit', safety: 'idempotent', sunset: '2024-08-06' })

const ProfileDelete = z.strictObject({})
export interface ProfileDelete extends z.input<typeof ProfileDelete> {}

/**
 * Delete the billing profile; all subscriptions have to be cancelled before. The service stopped answering this.
 * @example await cf.historic.billingProfile.remove({})
 */
export const remove = endpoint<ProfileDelete, BillingProfile>('DELETE /user/billing/profile', { input: ProfileDelete, result: BillingProfile, permission: '#billing:edit', sunset: '2024-08-06' })

export type { BillingProfile } from '../billing/billing-profile.ts'
