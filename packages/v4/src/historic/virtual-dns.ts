import * as z from '@zonewright/core/schema'

const ttl = z.optional(z.int().check(z.gte(30), z.lte(36_000)))
const name = z.string().check(z.minLength(1), z.maxLength(160))
const addresses = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

const options = {
  /** Shortest time in seconds to keep an answer, 30 to 36000. Default 60. */
  minimum_cache_ttl: ttl,
  /** Longest time in seconds to keep an answer, 30 to 36000. Default 900. */
  maximum_cache_ttl: ttl,
  /** Whether queries of type ANY are refused. Default false. */
  deprecate_any_requests: z.optional(z.boolean()),
}

/** What a new cluster is made from. */
export const virtualDnsFields = {
  /** Name, at most 160 characters. */
  name,
  /** Addresses of the name servers behind it; at least one. */
  origin_ips: addresses,
  ...options,
}

/** What of a cluster can be changed. */
export const virtualDnsChanges = {
  /** Name, at most 160 characters. */
  name: z.optional(name),
  /** Addresses of the name servers behind it; at least one. */
  origin_ips: z.optional(addresses),
  ...options,
}

export const VirtualDns = z.object({
  /** Identifier of the cluster. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Addresses of the name servers behind it. */
  origin_ips: z.array(z.string()),
  /** Addresses of the cluster. Read-only. */
  virtual_dns_ips: z.array(z.string()),
  ...options,
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface VirtualDns extends z.output<typeof VirtualDns> {}
