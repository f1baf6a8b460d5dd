/**
 * TSIG keys: secrets that sign transfers.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const fields = {
  /** Name of the key, the same at both ends. */
  name: z.string().check(z.minLength(1)),
  /** Algorithm as RFC 8945 names it, such as `hmac-sha512.`. */
  algo: z.string().check(z.minLength(1)),
  /** The key itself, Base64. A secret. */
  secret: z.string().check(z.minLength(1)),
}

const Tsig = z.object({
  /** Identifier of the key. Read-only. */
  id: z.string(),
  ...fields,
})
export interface Tsig extends z.output<typeof Tsig> {}

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneTsig = {
  ...inAccount,
  /** Identifier of the key. */
  tsig_id: hexIdentifier,
}

const TsigList = z.strictObject(inAccount)
export interface TsigList extends z.input<typeof TsigList> {}

/**
 * List the TSIG keys of an account, all at once, with their secrets.
 * @example const tsigs = await cf.secondaryDns.tsigs.list({ account_id })
 */
export const list = endpoint<TsigList, Tsig[]>('GET /accounts/{account_id}/secondary_dns/tsigs', { input: TsigList, result: z.array(Tsig), permission: '#account:read', secrets: ['secret'] })

const TsigCreate = z.strictObject({ ...inAccount, ...fields })
export interface TsigCreate extends z.input<typeof TsigCreate> {}

/**
 * Create a TSIG key from a secret that the other end has too.
 * @example const { id } = await cf.secondaryDns.tsigs.create({ account_id, name: 'transfer.example.com.', algo: 'hmac-sha512.', secret: process.env['TSIG_SECRET'] ?? '' })
 */
export const create = endpoint<TsigCreate, Tsig>('POST /accounts/{account_id}/secondary_dns/tsigs', { input: TsigCreate, result: Tsig, permission: '#account:edit', secrets: ['secret'] })

const TsigGet = z.strictObject(oneTsig)
export interface TsigGet extends z.input<typeof TsigGet> {}

/**
 * Read one TSIG key with its secret.
 * @example const { algo } = await cf.secondaryDns.tsigs.get({ account_id, tsig_id: id })
 */
export const get = endpoint<TsigGet, Tsig>('GET /accounts/{account_id}/secondary_dns/tsigs/{tsig_id}', { input: TsigGet, result: Tsig, permission: '#account:read', secrets: ['secret'] })

const TsigUpdate = z.strictObject({ ...oneTsig, ...fields })
export interface TsigUpdate extends z.input<typeof TsigUpdate> {}

/**
 * Replace a TSIG key.
 * @example await cf.secondaryDns.tsigs.update({ account_id, tsig_id: id, name: 'transfer.example.com.', algo: 'hmac-sha256.', secret: process.env['TSIG_SECRET'] ?? '' })
 */
export const update = endpoint<TsigUpdate, Tsig>('PUT /accounts/{account_id}/secondary_dns/tsigs/{tsig_id}', { input: TsigUpdate, result: Tsig, permission: '#account:edit', secrets: ['secret'] })

const TsigDelete = z.strictObject(oneTsig)
export interface TsigDelete extends z.input<typeof TsigDelete> {}

/**
 * Delete a TSIG key that no peer uses.
 * @example await cf.secondaryDns.tsigs.remove({ account_id, tsig_id: id })
 */
export const remove = endpoint<TsigDelete, Id>('DELETE /accounts/{account_id}/secondary_dns/tsigs/{tsig_id}', { input: TsigDelete, result: Id, permission: '#account:edit' })
