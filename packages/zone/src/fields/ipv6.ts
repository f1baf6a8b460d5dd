import type { Field } from '../field.ts'
import type { WireReader } from '../wire-reader.ts'
import type { WireWriter } from '../wire-writer.ts'
import { isIpv4 } from './ipv4.ts'

const expected = 'an IPv6 address such as 2001:db8::1, without a zone index'

/**
 * Reads the eight groups of an IPv6 address (RFC 4291 section 2.2); `undefined` when `text` is none.
 * @internal
 */
export function parseIpv6(text: string): number[] | undefined {
  const groups: number[] = []
  let gap = -1
  let index = 0
  if (text.startsWith('::')) {
    gap = 0
    index = 2
  }
  while (index < text.length) {
    if (groups.length >= 8) return undefined
    const colon = text.indexOf(':', index)
    const end = colon < 0 ? text.length : colon
    if (colon < 0 && text.indexOf('.', index) >= 0) {
      if (!pushIpv4(groups, text.slice(index))) return undefined
      break
    }
    const group = parseGroup(text, index, end)
    if (group < 0) return undefined
    groups.push(group)
    if (colon < 0) break
    index = colon + 1
    if (index === text.length) return undefined
    if (text.charCodeAt(index) === 0x3a) {
      if (gap >= 0) return undefined
      gap = groups.length
      index++
    }
  }
  if (gap < 0) return groups.length === 8 ? groups : undefined
  if (groups.length > 7) return undefined
  const zeros = Array.from({ length: 8 - groups.length }, () => 0)
  groups.splice(gap, 0, ...zeros)
  return groups
}

function parseGroup(text: string, start: number, end: number): number {
  if (end === start || end - start > 4) return -1
  let group = 0
  for (let index = start; index < end; index++) {
    const digit = hexDigit(text.charCodeAt(index))
    if (digit < 0) return -1
    group = group * 16 + digit
  }
  return group
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function pushIpv4(groups: number[], text: string): boolean {
  if (groups.length > 6 || !isIpv4(text)) return false
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number)
  groups.push(a * 256 + b, c * 256 + d)
  return true
}

/**
 * Prints eight groups as RFC 5952 says: lower case, no leading zeros, `::` for the first of the longest runs of zeros.
 *
 * IPv4-mapped and IPv4-compatible addresses end in a dotted quad, as BIND prints them.
 * @internal
 */
export function printIpv6(groups: readonly number[]): string {
  const [start, length] = longestZeros(groups)
  const embedded = start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff))
  const last = embedded ? 6 : 8
  let text = ''
  for (let index = 0; index < last; index++) {
    if (length > 1 && index === start) {
      text += '::'
      index += length - 1
    } else {
      if (index > 0 && !text.endsWith(':')) text += ':'
      text += (groups[index] ?? 0).toString(16)
    }
  }
  if (!embedded) return text
  const [high = 0, low = 0] = groups.slice(6)
  return `${text}${text.endsWith(':') ? '' : ':'}${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

function longestZeros(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [-1, 0]
  for (let index = 0; index < 8; index++) {
    let end = index
    while (end < 8 && groups[end] === 0) end++
    if (end - index > best[1]) best = [index, end - index]
    index = Math.max(index, end - 1)
  }
  return best
}

/** @internal */
export function writeIpv6(address: string, wire: WireWriter): void {
  for (const group of parseIpv6(address) ?? []) wire.u16(group)
}

/** @internal */
export function readIpv6(wire: WireReader): string {
  return printIpv6(Array.from({ length: 8 }, () => wire.u16()))
}

/** An IPv6 address, sixteen octets on the wire (RFC 3596 section 2.1). */
export const ipv6: Field<string> = {
  expected,
  parse(cursor) {
    const groups = parseIpv6(cursor.word(expected))
    if (groups === undefined) return cursor.fail(expected)
    return printIpv6(groups)
  },
  octets: 'ipv6',
  print: (address) => address,
  write: writeIpv6,
  read: readIpv6,
  toForm: (address) => address,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}
