/**
 * DNS Firewall: a cache and shield in front of name servers of one's own.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const options = {
  /** Whether queries of type ANY are refused. Default false. */
  deprecate_any_requests: z.optional(z.boolean()),
  /** Whether the network of whoever asks is told to the name servers when the query does not say it. Default false. */
  ecs_fallback: z.optional(z.boolean()),
  /** Longest time in seconds to keep an answer, 30 to 36000. Default 900. */
  maximum_cache_ttl: z.optional(z.int().check(z.gte(30), z.lte(36_000))),
  /** Shortest time in seconds to keep an answer, 30 to 36000. Default 60. */
  minimum_cache_ttl: z.optional(z.int().check(z.gte(30), z.lte(36_000))),
  /** Time in seconds to keep a denial, 30 to 36000, or null for the one of the name servers. */
  negative_cache_ttl: z.optional(z.nullable(z.int().check(z.gte(30), z.lte(36_000)))),
  /** Queries a second and data centre that reach the name servers, 100 to 1000000000, or null for no limit. */
  ratelimit: z.optional(z.nullable(z.int().check(z.gte(100), z.lte(1_000_000_000)))),
  /** How often a name server is asked again, 0 to 2. Default 2. */
  retries: z.optional(z.int().check(z.gte(0), z.lte(2))),
  /** How attacks by random names are turned away. */
  attack_mitigation: z.optional(
    z.nullable(
      z.object({
        /** Whether they are. */
        enabled: z.optional(z.boolean()),
        /** Only while the name servers look unhealthy. Default true. */
        only_when_upstream_unhealthy: z.optional(z.boolean()),
      }),
    ),
  ),
}

const name = z.string().check(z.minLength(1), z.maxLength(160))
const upstream = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

const DnsFirewallCluster = z.object({
  /** Identifier of the cluster. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Addresses of the name servers behind it. */
  upstream_ips: z.array(z.string()),
  /** Addresses of the cluster. Read-only. */
  dns_firewall_ips: z.array(z.string()),
  ...options,
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface DnsFirewallCluster extends z.output<typeof DnsFirewallCluster> {}

const oneCluster = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier of the cluster. */
  dns_firewall_id: hexIdentifier,
}

const ClusterList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  ...paging,
})
export interface ClusterList extends z.input<typeof ClusterList> {}

/**
 * List the DNS Firewall clusters of an account.
 * @example for await (const cluster of cf.dnsFirewall.list({ account_id })) console.log(cluster.name, cluster.dns_firewall_ips)
 */
export const list = listing<ClusterList, DnsFirewallCluster>('GET /accounts/{account_id}/dns_firewall', { input: ClusterList, item: DnsFirewallCluster, page: pageNumber({ perPage: 100 }), permission: '#dns_firewall:read' })

const ClusterCreate = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Name, at most 160 characters. */
  name,
  /** Addresses of the name servers behind it; at least one. */
  upstream_ips: upstream,
  ...options,
})
export interface ClusterCreate extends z.input<typeof ClusterCreate> {}

/**
 * Create a DNS Firewall cluster.
 * @example await cf.dnsFirewall.create({ account_id, name: 'My cluster', upstream_ips: ['192.0.2.1', '2001:db8::1'] })
 */
export const create = endpoint<ClusterCreate, DnsFirewallCluster>('POST /accounts/{account_id}/dns_firewall', { input: ClusterCreate, result: DnsFirewallCluster, permission: '#dns_firewall:edit' })

const ClusterGet = z.strictObject(oneCluster)
export interface ClusterGet extends z.input<typeof ClusterGet> {}

/**
 * Read one DNS Firewall cluster.
 * @example const { dns_firewall_ips } = await cf.dnsFirewall.get({ account_id, dns_firewall_id: id })
 */
export const get = endpoint<ClusterGet, DnsFirewallCluster>('GET /accounts/{account_id}/dns_firewall/{dns_firewall_id}', { input: ClusterGet, result: DnsFirewallCluster, permission: '#dns_firewall:read' })

const ClusterEdit = z.strictObject({
  ...oneCluster,
  /** Name, at most 160 characters. */
  name: z.optional(name),
  /** Addresses of the name servers behind it; at least one. */
  upstream_ips: z.optional(upstream),
  ...options,
})
export interface ClusterEdit extends z.input<typeof ClusterEdit> {}

/**
 * Change parts of a DNS Firewall cluster; what is not said stays.
 * @example await cf.dnsFirewall.edit({ account_id, dns_firewall_id: id, maximum_cache_ttl: 3600 })
 */
export const edit = endpoint<ClusterEdit, DnsFirewallCluster>('PATCH /accounts/{account_id}/dns_firewall/{dns_firewall_id}', { input: ClusterEdit, result: DnsFirewallCluster, permission: '#dns_firewall:edit', safety: 'idempotent' })

const ClusterDelete = z.strictObject(oneCluster)
export interface ClusterDelete extends z.input<typeof ClusterDelete> {}

/**
 * Delete a DNS Firewall cluster.
 * @example await cf.dnsFirewall.remove({ account_id, dns_firewall_id: id })
 */
export const remove = endpoint<ClusterDelete, Id>('DELETE /accounts/{account_id}/dns_firewall/{dns_firewall_id}', {
  input: ClusterDelete,
  result: Id,
  permission: '#dns_firewall:edit',
  repeated: { codes: [11_001], result: (input) => ({ id: input['dns_firewall_id'] }) },
})
