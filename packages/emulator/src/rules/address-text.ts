import { isIPv4, isIPv6 } from 'node:net'

/**
 * An IPv6 address in its long form: eight groups of four digits.
 * @example longIpv6('2001:db8::1') // '2001:0db8:0000:0000:0000:0000:0000:0001'
 */
export const longIpv6 = (address: string): string => {
  const hex = address.toLowerCase().replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) => `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`)
  const [head = '', tail] = hex.split('::')
  const groups = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split(':'))
  const before = groups(head)
  const behind = groups(tail)
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - behind.length }, () => '0')
  return [...before, ...zeros, ...behind].map((group) => group.padStart(4, '0')).join(':')
}

/** A range taken apart, or nothing when it is none. */
export const rangeOf = (text: string): { readonly address: string; readonly prefix: number; readonly family: 4 | 6 } | undefined => {
  const [address = '', bits = '', ...more] = text.split('/')
  const family = isIPv4(address) ? 4 : isIPv6(address) ? 6 : undefined
  if (family === undefined || more.length > 0 || !/^\d{1,3}$/.test(bits)) return undefined
  const prefix = Number(bits)
  return prefix > (family === 4 ? 32 : 128) ? undefined : { address, prefix, family }
}
