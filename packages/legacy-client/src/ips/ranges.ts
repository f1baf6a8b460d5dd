import type { AddressRanges } from './in-ranges.ts'

/**
 * The ranges as they were published in 2012. History: some are given back since, and of today's many are missing. Good for logs of
 * that time; a firewall needs those of today.
 * @example ranges2012.historic // 2012
 */
export const ranges2012: AddressRanges & { readonly historic: 2012 } = {
  historic: 2012,
  ipv4_cidrs: [
    '204.93.240.0/24',
    '204.93.177.0/24',
    '199.27.128.0/21',
    '173.245.48.0/20',
    '103.21.244.0/22',
    '103.22.200.0/22',
    '103.31.4.0/22',
    '141.101.64.0/18',
    '108.162.192.0/18',
    '190.93.240.0/20',
    '188.114.96.0/20',
    '197.234.240.0/22',
    '198.41.128.0/17',
  ],
  ipv6_cidrs: ['2400:cb00::/32', '2606:4700::/32', '2803:f800::/32', '2405:b500::/32', '2405:8100::/32'],
}

/**
 * The ranges of today when they can be fetched, else those of 2012, which say by `historic` that they are old.
 * @param fetch Gets the list of today, such as `GET /ips` of API v4. Why it failed is its own to tell.
 * @example const ranges = await publishedRanges(() => client.call(ips.list, {}))
 */
export const publishedRanges = (fetch: () => Promise<AddressRanges>): Promise<AddressRanges> => fetch().catch(() => ranges2012)
