/**
 * Virtual DNS of an organization, which is called DNS Firewall today and belongs to accounts.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { VirtualDns, virtualDnsChanges, virtualDnsFields } from './virtual-dns.ts'

const ofOrganization = {
  /** Identifier of the organization; today that of the account. */
  organization_id: hexIdentifier,
}

const oneCluster = {
  ...ofOrganization,
  /** Identifier of the cluster. */
  virtual_dns_id: hexIdentifier,
}

const OrganizationVirtualDnsList = z.strictObject({
  ...ofOrganization,
  ...paging,
})
export interface OrganizationVirtualDnsList extends z.input<typeof OrganizationVirtualDnsList> {}

/**
 * List the clusters of an organization. Use `dnsFirewall.list` instead.
 * @example for await (const cluster of cf.historic.organizationVirtualDns.list({ organization_id: account_id })) console.log(cluster.name)
 */
export const list = listing<OrganizationVirtualDnsList, VirtualDns>('GET /organizations/{organization_id}/virtual_dns', { input: OrganizationVirtualDnsList, item: VirtualDns, page: pageNumber({ perPage: 50 }), permission: '#organization:read', sunset: '2019-02' })

const OrganizationVirtualDnsCreate = z.strictObject({
  ...ofOrganization,
  ...virtualDnsFields,
})
export interface OrganizationVirtualDnsCreate extends z.input<typeof OrganizationVirtualDnsCreate> {}

/**
 * Create a cluster. Use `dnsFirewall.create` instead.
 * @example await cf.historic.organizationVirtualDns.create({ organization_id: account_id, name: 'My cluster', origin_ips: ['192.0.2.1'] })
 */
export const create = endpoint<OrganizationVirtualDnsCreate, VirtualDns>('POST /organizations/{organization_id}/virtual_dns', { input: OrganizationVirtualDnsCreate, result: VirtualDns, permission: '#organization:edit', sunset: '2019-02' })

const OrganizationVirtualDnsGet = z.strictObject(oneCluster)
export interface OrganizationVirtualDnsGet extends z.input<typeof OrganizationVirtualDnsGet> {}

/**
 * Read one cluster. Use `dnsFirewall.get` instead.
 * @example const { virtual_dns_ips } = await cf.historic.organizationVirtualDns.get({ organization_id: account_id, virtual_dns_id: id })
 */
export const get = endpoint<OrganizationVirtualDnsGet, VirtualDns>('GET /organizations/{organization_id}/virtual_dns/{virtual_dns_id}', { input: OrganizationVirtualDnsGet, result: VirtualDns, permission: '#organization:read', sunset: '2019-02' })

const OrganizationVirtualDnsEdit = z.strictObject({ ...oneCluster, ...virtualDnsChanges })
export interface OrganizationVirtualDnsEdit extends z.input<typeof OrganizationVirtualDnsEdit> {}

/**
 * Change parts of a cluster. Use `dnsFirewall.edit` instead.
 * @example await cf.historic.organizationVirtualDns.edit({ organization_id: account_id, virtual_dns_id: id, maximum_cache_ttl: 600 })
 */
export const edit = endpoint<OrganizationVirtualDnsEdit, VirtualDns>('PATCH /organizations/{organization_id}/virtual_dns/{virtual_dns_id}', { input: OrganizationVirtualDnsEdit, result: VirtualDns, permission: '#organization:edit', safety: 'idempotent', sunset: '2019-02' })

const OrganizationVirtualDnsDelete = z.strictObject(oneCluster)
export interface OrganizationVirtualDnsDelete extends z.input<typeof OrganizationVirtualDnsDelete> {}

/**
 * Delete a cluster. Use `dnsFirewall.remove` instead.
 * @example await cf.historic.organizationVirtualDns.remove({ organization_id: account_id, virtual_dns_id: id })
 */
export const remove = endpoint<OrganizationVirtualDnsDelete, Id>('DELETE /organizations/{organization_id}/virtual_dns/{virtual_dns_id}', {
  input: OrganizationVirtualDnsDelete,
  result: Id,
  permission: '#organization:edit',
  sunset: '2019-02',
  repeated: { codes: [11_001], result: (input) => ({ id: input['virtual_dns_id'] }) },
})
