import { createHash } from 'node:crypto'

/** Published IPv4 ranges of the service's proxies. */
export const ipv4Ranges = ['173.245.48.0/20', '103.21.244.0/22', '103.22.200.0/22', '103.31.4.0/22', '141.101.64.0/18', '108.162.192.0/18', '190.93.240.0/20', '188.114.96.0/20', '197.234.240.0/22', '198.41.128.0/17', '162.158.0.0/15', '104.16.0.0/13', '104.24.0.0/14', '172.64.0.0/13', '131.0.72.0/22'] as const

/** Published IPv6 ranges. */
export const ipv6Ranges = ['2400:cb00::/32', '2606:4700::/32', '2803:f800::/32', '2405:b500::/32', '2405:8100::/32', '2a06:98c0::/29', '2c0f:f248::/32'] as const

/** Stand-ins for the ranges of the partner network in China, from the blocks for documentation: the real list is not public without an account. */
export const partnerRanges = ['198.51.100.0/24', '203.0.113.0/24', '2001:db8:100::/48'] as const

/** The ranges as clients get them; the digest changes with the lists. */
export const addressRanges = (withPartner: boolean): Readonly<Record<string, unknown>> => {
  const lists = { ipv4_cidrs: ipv4Ranges, ipv6_cidrs: ipv6Ranges, ...(withPartner ? { jdcloud_cidrs: partnerRanges } : {}) }
  return { ...lists, etag: createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 32) }
}
