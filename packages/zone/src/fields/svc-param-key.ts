import { parseDecimal } from './integer.ts'

const numbers: Readonly<Record<string, number>> = {
  mandatory: 0,
  alpn: 1,
  'no-default-alpn': 2,
  port: 3,
  ipv4hint: 4,
  ech: 5,
  ipv6hint: 6,
  dohpath: 7,
  ohttp: 8,
}

/** BIND 9.18 reads `dohpath` and prints `key7`; it does not know `ohttp`. */
const printed = Object.keys(numbers).filter((name) => name !== 'dohpath' && name !== 'ohttp')

/**
 * Reads a key of a service parameter by name or as `keyN` without leading zeros (RFC 9460 section 2.1); -1 when it is none.
 * @internal
 */
export function parseSvcParamKey(text: string): number {
  if (Object.hasOwn(numbers, text)) return numbers[text] ?? -1
  if (!text.startsWith('key') || (text[3] === '0' && text.length > 4)) return -1
  return parseDecimal(text.slice(3), 0xffff)
}

/**
 * Tells whether a key is written by its number, so that its value comes as octets.
 * @internal
 */
export function isNumberedKey(text: string): boolean {
  return text.startsWith('key')
}

/** @internal */
export function printSvcParamKey(key: number): string {
  return printed[key] ?? `key${key}`
}
