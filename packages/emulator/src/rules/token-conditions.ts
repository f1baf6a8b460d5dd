import { BlockList, isIP } from 'node:net'

import { refuse } from '../errors.ts'

const isRange = (value: unknown): boolean => {
  if (typeof value !== 'string') return false
  const [address = '', bits, more] = value.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const ranges = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isRange))

/**
 * The condition of a token on addresses, in the form in which it is shown; undefined when there is none.
 * @throws Refusal `token_condition`.
 */
export const addressConditions = (value: unknown): unknown => {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object') throw refuse('token_condition')
  const given = (value as { readonly request_ip?: unknown; readonly 'request.ip'?: unknown }).request_ip ?? (value as { readonly 'request.ip'?: unknown })['request.ip']
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object') throw refuse('token_condition')
  const { in: only, not_in: except } = given as { readonly in?: unknown; readonly not_in?: unknown }
  if (!ranges(only) || !ranges(except)) throw refuse('token_condition')
  return { request_ip: { ...(only === undefined ? {} : { in: only }), ...(except === undefined ? {} : { not_in: except }) } }
}

const listOf = (given: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const range of given) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * True when a token may be used from an address.
 * @param condition As {@link addressConditions} made it.
 * @example usableFrom({ request_ip: { in: ['192.0.2.0/24'] } }, '127.0.0.1') // false
 */
export const usableFrom = (condition: unknown, address: string): boolean => {
  const { request_ip: given } = (condition ?? {}) as { readonly request_ip?: { readonly in?: readonly string[]; readonly not_in?: readonly string[] } }
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const among = (some: readonly string[]): boolean => listOf(some).check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6')
  if (given?.in !== undefined && given.in.length > 0 && !among(given.in)) return false
  return given?.not_in === undefined || !among(given.not_in)
}
