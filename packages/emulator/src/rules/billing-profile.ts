import { refuse } from '../errors.ts'

/** A billing profile as it is kept: of the card only its last digits, and never its verification number. */
export interface BillingProfile {
  readonly [property: string]: string | number | null
}

/** Texts of a profile with the most characters each may have; true where one is needed. */
const texts: Readonly<Record<string, readonly [most: number, needed: boolean]>> = {
  first_name: [50, true],
  last_name: [90, true],
  address: [100, true],
  address2: [100, false],
  company: [100, false],
  city: [80, true],
  state: [40, true],
  zipcode: [25, true],
  country: [50, true],
  telephone: [20, false],
}

const wrong = (property: string): Error => refuse('billing_profile_field', { property })

const text = (value: unknown, property: string, [most, needed]: readonly [number, boolean]): string | null => {
  if (!needed && (value === undefined || value === null)) return null
  if (typeof value !== 'string' || (needed && value === '') || Array.from(value).length > most) throw wrong(property)
  return value
}

/** Digits, in groups or not; all but the last four may be masked already. */
const cardForm = /^[\dxX -]{8,15}\d{4}$/

/** A VAT identifier. @throws Refusal `billing_profile_field`. */
export const vatOf = (value: unknown, needed: boolean): string | null => text(value, 'vat', [255, needed])

/**
 * A profile from a request.
 * @throws Refusal `billing_profile_field` that names the property, never its value.
 */
export const billingProfile = (input: Readonly<Record<string, unknown>>): BillingProfile => {
  const { card_number: card, card_cvv: verification, card_expiry_year: year, card_expiry_month: month } = input
  const profile = Object.fromEntries(Object.entries(texts).map(([property, limits]) => [property, text(input[property], property, limits)]))
  if (typeof card !== 'string' || !cardForm.test(card)) throw wrong('card_number')
  if (typeof verification !== 'string' || !/^\d{3,4}$/.test(verification)) throw wrong('card_cvv')
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 9999) throw wrong('card_expiry_year')
  if (typeof month !== 'number' || !Number.isInteger(month) || month < 1 || month > 12) throw wrong('card_expiry_month')
  return { ...profile, card_number: `xxxx-xxxx-xxxx-${card.slice(-4)}`, card_expiry_year: year, card_expiry_month: month, vat: vatOf(input['vat'], false) }
}
