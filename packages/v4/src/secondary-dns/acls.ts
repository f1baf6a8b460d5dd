/**
 * Addresses that may ask for transfers, or send notifications, beside the peers.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const fields = {
  /** Name. */
  name: z.string().check(z.minLength(1)),
  /** Range of addresses: at most a /24 of IPv4 or a /64 of IPv6. */
  ip_range: z.string().check(z.minLength(1)),
}

const Acl = z.object({
  /** Identifier of the list entry. Read-only. */
  id: z.string(),
  ...fields,
})
export interface Acl extends z.output<typeof Acl> {}

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneAcl = {
  ...inAccount,
  /** Identifier of the list entry. */
  acl_id: hexIdentifier,
}

const AclList = z.strictObject(inAccount)
export interface AclList extends z.input<typeof AclList> {}

/**
 * List the addresses that may ask for transfers; all at once.
 * @example const acls = await cf.secondaryDns.acls.list({ account_id })
 */
export const list = endpoint<AclList, Acl[]>('GET /accounts/{account_id}/secondary_dns/acls', { input: AclList, result: z.array(Acl), permission: '#account:read' })

const AclCreate = z.strictObject({ ...inAccount, ...fields })
export interface AclCreate extends z.input<typeof AclCreate> {}

/**
 * Let a range of addresses ask for transfers. It holds for all zones of the account.
 * @example await cf.secondaryDns.acls.create({ account_id, name: 'office', ip_range: '192.0.2.0/28' })
 */
export const create = endpoint<AclCreate, Acl>('POST /accounts/{account_id}/secondary_dns/acls', { input: AclCreate, result: Acl, permission: '#account:edit' })

const AclGet = z.strictObject(oneAcl)
export interface AclGet extends z.input<typeof AclGet> {}

/**
 * Read one range of addresses.
 * @example const { ip_range } = await cf.secondaryDns.acls.get({ account_id, acl_id: id })
 */
export const get = endpoint<AclGet, Acl>('GET /accounts/{account_id}/secondary_dns/acls/{acl_id}', { input: AclGet, result: Acl, permission: '#account:read' })

const AclUpdate = z.strictObject({ ...oneAcl, ...fields })
export interface AclUpdate extends z.input<typeof AclUpdate> {}

/**
 * Replace a range of addresses.
 * @example await cf.secondaryDns.acls.update({ account_id, acl_id: id, name: 'office', ip_range: '2001:db8::/64' })
 */
export const update = endpoint<AclUpdate, Acl>('PUT /accounts/{account_id}/secondary_dns/acls/{acl_id}', { input: AclUpdate, result: Acl, permission: '#account:edit' })

const AclDelete = z.strictObject(oneAcl)
export interface AclDelete extends z.input<typeof AclDelete> {}

/**
 * Take a range of addresses away.
 * @example await cf.secondaryDns.acls.remove({ account_id, acl_id: id })
 */
export const remove = endpoint<AclDelete, Id>('DELETE /accounts/{account_id}/secondary_dns/acls/{acl_id}', { input: AclDelete, result: Id, permission: '#account:edit' })
