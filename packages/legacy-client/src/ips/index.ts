/**
 * The ranges that the service's own servers call from: those of 2012, which are history, and the test whether an address is in
 * ranges. Today's are `ips.list` of API v4.
 * @module
 */
import { RdataError, rdataToWire } from '@zonewright/zone'

/** Ranges of addresses in CIDR form, named as the answer of API v4 to `GET /ips` names them. */
export interface AddressRanges {
  /** Such as `173.245.48.0/20`. */
  readonly ipv4_cidrs: readonly string[]
  /** Such as `2400:cb00::/32`. */
  readonly ipv6_cidrs: readonly string[]
  /** The year of a list that holds no more; absent in a list of today. */
  readonly historic?: number
}

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

/** The octets of an address, 4 or 16, as an A or AAAA record has them; undefined when it is none. */
const octetsOf = (address: string): Uint8Array | undefined => {
  if (!/^[\dA-Fa-f.:]+$/.test(address)) return undefined
  try {
    return rdataToWire(address.includes(':') ? 'AAAA' : 'A', address)
  } catch (error) {
    if (error instanceof RdataError) return undefined
    throw error
  }
}

const mapped = '0,0,0,0,0,0,0,0,0,0,255,255'

/** Sockets show an IPv4 address as `::ffff:192.0.2.1` (RFC 4291, 2.5.5.2). */
const unmapped = (octets: Uint8Array): Uint8Array => (octets.subarray(0, 12).join() === mapped ? octets.subarray(12) : octets)

/** Whether two addresses have the same first bits. */
const agree = (one: Uint8Array, other: Uint8Array, bits: number): boolean => {
  const whole = bits >> 3
  const shift = 8 - (bits & 7)
  return one.length === other.length && one.subarray(0, whole).every((octet, index) => octet === other[index]) && (shift === 8 || (one[whole] ?? 0) >> shift === (other[whole] ?? 0) >> shift)
}

const parsed = (range: string): { readonly network: Uint8Array; readonly bits: number } => {
  const [, text = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(range) ?? []
  const network = octetsOf(text)
  const bits = Number(digits)
  // A range that is left out would open or close a firewall where nobody looks.
  if (network === undefined || bits > network.length * 8) throw new RangeError(`${JSON.stringify(range)} is no range of addresses; write it as 173.245.48.0/20 or 2400:cb00::/32`)
  return { network, bits }
}

/**
 * Whether an address is in one of the ranges: whether a request came through the service. An IPv4 address may be written as the
 * IPv6 one that sockets show (`::ffff:173.245.48.1`).
 * @throws RangeError for what is no address, and for a range that is none.
 * @example isInRanges('173.245.48.1', ranges2012) // true
 */
export const isInRanges = (address: string, { ipv4_cidrs: v4, ipv6_cidrs: v6 }: AddressRanges): boolean => {
  const octets = octetsOf(address)
  if (octets === undefined) throw new RangeError(`${JSON.stringify(address)} is no IP address; write it as 192.0.2.1 or 2001:db8::1`)
  const plain = unmapped(octets)
  // All are read before the answer, so that a broken one is not found on another day.
  return [...v4, ...v6].map(parsed).some(({ network, bits }) => agree(plain, network, bits))
}
