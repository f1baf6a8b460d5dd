/**
 * Virtual DNS of the user, which is called DNS Firewall today and belongs to accounts.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { VirtualDns, virtualDnsChanges, virtualDnsFields } from './virtual-dns.ts'

const oneCluster = {
  /** Identifier of the cluster. */
  virtual_dns_id: hexIdentifier,
}

const UserVirtualDnsList = z.strictObject({ ...paging })
export interface UserVirtualDnsList extends z.input<typeof UserVirtualDnsList> {}

/**
 * List the clusters of the user. Use `dnsFirewall.list` instead.
 * @example for await (const cluster of cf.historic.userVirtualDns.list({  })) console.log(cluster.name)
 */
export const list = listing<UserVirtualDnsList, VirtualDns>('GET /user/virtual_dns', { input: UserVirtualDnsList, item: VirtualDns, page: pageNumber({ perPage: 50 }), permission: '#user:read', sunset: '2019-02' })

const UserVirtualDnsCreate = z.strictObject({ ...virtualDnsFields })
export interface UserVirtualDnsCreate extends z.input<typeof UserVirtualDnsCreate> {}

/**
 * Create a cluster. Use `dnsFirewall.create` instead.
 * @example await cf.historic.userVirtualDns.create({ name: 'My cluster', origin_ips: ['192.0.2.1'] })
 */
export const create = endpoint<UserVirtualDnsCreate, VirtualDns>('POST /user/virtual_dns', { input: UserVirtualDnsCreate, result: VirtualDns, permission: '#user:edit', sunset: '2019-02' })

const UserVirtualDnsGet = z.strictObject(oneCluster)
export interface UserVirtualDnsGet extends z.input<typeof UserVirtualDnsGet> {}

/**
 * Read one cluster. Use `dnsFirewall.get` instead.
 * @example const { virtual_dns_ips } = await cf.historic.userVirtualDns.get({ virtual_dns_id: id })
 */
export const get = endpoint<UserVirtualDnsGet, VirtualDns>('GET /user/virtual_dns/{virtual_dns_id}', { input: UserVirtualDnsGet, result: VirtualDns, permission: '#user:read', sunset: '2019-02' })

const UserVirtualDnsEdit = z.strictObject({ ...oneCluster, ...virtualDnsChanges })
export interface UserVirtualDnsEdit extends z.input<typeof UserVirtualDnsEdit> {}

/**
 * Change parts of a cluster. Use `dnsFirewall.edit` instead.
 * @example await cf.historic.userVirtualDns.edit({ virtual_dns_id: id, maximum_cache_ttl: 600 })
 */
export const edit = endpoint<UserVirtualDnsEdit, VirtualDns>('PATCH /user/virtual_dns/{virtual_dns_id}', { input: UserVirtualDnsEdit, result: VirtualDns, permission: '#user:edit', safety: 'idempotent', sunset: '2019-02' })

const UserVirtualDnsDelete = z.strictObject(oneCluster)
export interface UserVirtualDnsDelete extends z.input<typeof UserVirtualDnsDelete> {}

/**
 * Delete a cluster. Use `dnsFirewall.remove` instead.
 * @example await cf.historic.userVirtualDns.remove({ virtual_dns_id: id })
 */
export const remove = endpoint<UserVirtualDnsDelete, Id>('DELETE /user/virtual_dns/{virtual_dns_id}', {
  input: UserVirtualDnsDelete,
  result: Id,
  permission: '#user:edit',
  sunset: '2019-02',
  repeated: { codes: [11_001], result: (input) => ({ id: input['virtual_dns_id'] }) },
})
