import { BlockList, isIP } from 'node:net'

/** Ranges of addresses in CIDR form, named as the answer of API v4 to `GET /ips` names them. */
export interface AddressRanges {
  /** Such as `173.245.48.0/20`. */
  readonly ipv4_cidrs: readonly string[]
  /** Such as `2400:cb00::/32`. */
  readonly ipv6_cidrs: readonly string[]
  /** The year of a list that holds no more; absent in a list of today. */
  readonly historic?: number
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined => ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address)]

const listOf = ({ ipv4_cidrs: v4, ipv6_cidrs: v6 }: AddressRanges): BlockList => {
  const list = new BlockList()
  for (const range of [...v4, ...v6]) {
    const [, network = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(range) ?? []
    const family = familyOf(network)
    // A range that is left out would open or close a firewall where nobody looks.
    if (family === undefined || Number(bits) > (family === 'ipv4' ? 32 : 128)) throw new RangeError(`${JSON.stringify(range)} is no range of addresses; write it as 173.245.48.0/20 or 2400:cb00::/32`)
    list.addSubnet(network, Number(bits), family)
  }
  return list
}

/**
 * Whether an address is in one of the ranges: whether a request came through the service. An IPv4 address may be written as the
 * IPv6 one that sockets show (`::ffff:173.245.48.1`).
 * @throws RangeError for what is no address, and for a range that is none.
 * @example isInRanges('173.245.48.1', ranges2012) // true
 */
export const isInRanges = (address: string, ranges: AddressRanges): boolean => {
  const family = familyOf(address)
  if (family === undefined) throw new RangeError(`${JSON.stringify(address)} is no IP address; write it as 192.0.2.1 or 2001:db8::1`)
  return listOf(ranges).check(address, family)
}
