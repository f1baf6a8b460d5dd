/**
 * Addresses that mail can be forwarded to, shared by all zones of an account.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const EmailAddress = z.object({
  /** Identifier of the address. Read-only. */
  id: z.string(),
  /** The identifier under its former name. Read-only. */
  tag: z.optional(z.string()),
  /** The address. */
  email: z.string(),
  /** When its owner verified it, RFC 3339, or null. Read-only. */
  verified: z.optional(z.nullable(z.string())),
  /** When it was added, RFC 3339. Read-only. */
  created: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified: z.optional(z.string()),
})
export interface EmailAddress extends z.output<typeof EmailAddress> {}

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneAddress = {
  ...inAccount,
  /** Identifier of the address. */
  destination_address_identifier: hexIdentifier,
}

const EmailAddressList = z.strictObject({
  ...inAccount,
  /** Verified addresses only, or others only. */
  verified: z.optional(z.boolean()),
  /** Sorting direction, by when they were added. Default `asc`. */
  direction: z.optional(direction),
  ...paging,
})
export interface EmailAddressList extends z.input<typeof EmailAddressList> {}

/**
 * List addresses that mail can be forwarded to.
 * @example for await (const address of cf.emailRouting.addresses.list({ account_id, verified: true })) console.log(address.email)
 */
export const list = listing<EmailAddressList, EmailAddress>('GET /accounts/{account_id}/email/routing/addresses', { input: EmailAddressList, item: EmailAddress, page: pageNumber({ perPage: 50 }), permission: '#email_routing_address:read' })

const EmailAddressCreate = z.strictObject({
  ...inAccount,
  /** The address, at most 90 characters. */
  email: z.string().check(z.minLength(1), z.maxLength(90)),
})
export interface EmailAddressCreate extends z.input<typeof EmailAddressCreate> {}

/**
 * Add an address to forward to. Its owner gets a letter, and has to agree before mail is forwarded.
 * @example const { verified } = await cf.emailRouting.addresses.create({ account_id, email: 'user@example.net' })
 */
export const create = endpoint<EmailAddressCreate, EmailAddress>('POST /accounts/{account_id}/email/routing/addresses', { input: EmailAddressCreate, result: EmailAddress, permission: '#email_routing_address:edit' })

const EmailAddressGet = z.strictObject(oneAddress)
export interface EmailAddressGet extends z.input<typeof EmailAddressGet> {}

/**
 * Read one address.
 * @example const { verified } = await cf.emailRouting.addresses.get({ account_id, destination_address_identifier: id })
 */
export const get = endpoint<EmailAddressGet, EmailAddress>('GET /accounts/{account_id}/email/routing/addresses/{destination_address_identifier}', { input: EmailAddressGet, result: EmailAddress, permission: '#email_routing_address:read' })

const EmailAddressDelete = z.strictObject(oneAddress)
export interface EmailAddressDelete extends z.input<typeof EmailAddressDelete> {}

/**
 * Take an address away; answers with the address as it was.
 * @example await cf.emailRouting.addresses.remove({ account_id, destination_address_identifier: id })
 */
export const remove = endpoint<EmailAddressDelete, EmailAddress>('DELETE /accounts/{account_id}/email/routing/addresses/{destination_address_identifier}', { input: EmailAddressDelete, result: EmailAddress, permission: '#email_routing_address:edit' })
