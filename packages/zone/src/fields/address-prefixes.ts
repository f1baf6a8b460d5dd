import type { Field } from '../field.ts'
import { parseDecimal } from './integer.ts'
import { isIpv4 } from './ipv4.ts'
import { parseIpv6, printIpv6 } from './ipv6.ts'

/** One item of an APL record: the address as octets of full length. */
export interface AddressPrefix {
  readonly negated: boolean
  readonly family: number
  readonly octets: readonly number[]
  readonly prefix: number
}

const IPV4 = 1
const IPV6 = 2
const expected = 'address prefixes such as 1:192.0.2.0/24 !2:2001:db8::/32'

/** Address prefixes to the end of the rdata; none at all is fine (RFC 3123 sections 4 and 5). */
export const addressPrefixes: Field<readonly AddressPrefix[], readonly string[]> = {
  expected,
  parse(cursor) {
    const items: AddressPrefix[] = []
    while (!cursor.done) items.push(parseItem(cursor.word(expected)) ?? cursor.fail(expected))
    return items
  },
  print: (items) => items.map(printItem).join(' '),
  write(items, wire) {
    for (const { negated, family, octets, prefix } of items) {
      // Zeros at the end are left out.
      let length = octets.length
      while (length > 0 && octets[length - 1] === 0) length--
      wire.u16(family)
      wire.u8(prefix)
      wire.u8((negated ? 0x80 : 0) | length)
      wire.bytes(Uint8Array.from(octets.slice(0, length)))
    }
  },
  read(wire) {
    const items: AddressPrefix[] = []
    while (wire.left > 0) {
      const family = wire.u16()
      const size = sizeOf(family)
      const prefix = wire.u8()
      const flags = wire.u8()
      const length = flags & 0x7f
      if (size === 0) {
        wire.leaveGeneric()
        wire.bytes(length)
        continue
      }
      if (prefix > size * 8 || length > size) wire.fail('a prefix that is not longer than an address of its family')
      const octets = Array.from(wire.bytes(length))
      if (octets.at(-1) === 0) wire.fail('a last octet of the address that is not zero')
      items.push({ negated: flags > 0x7f, family, prefix, octets: [...octets, ...Array.from({ length: size - length }, () => 0)] })
    }
    return items
  },
  toForm: (items) => items.map(printItem),
  fromForm: (form) => (form === undefined ? '' : Array.isArray(form) && form.every((member) => typeof member === 'string') ? form.join(' ') : undefined),
}

function sizeOf(family: number): number {
  return family === IPV4 ? 4 : family === IPV6 ? 16 : 0
}

function parseItem(word: string): AddressPrefix | undefined {
  const [, mark, digits = '', address = '', length = ''] = /^(!?)(\d+):([^/]+)\/(\d+)$/.exec(word) ?? []
  const family = parseDecimal(digits, 0xffff)
  const prefix = parseDecimal(length, sizeOf(family) * 8)
  const octets = family === IPV4 ? ipv4Octets(address) : family === IPV6 ? ipv6Octets(address) : undefined
  return octets === undefined || prefix < 0 ? undefined : { negated: mark === '!', family, octets, prefix }
}

function ipv4Octets(text: string): number[] | undefined {
  return isIpv4(text) ? text.split('.').map(Number) : undefined
}

function ipv6Octets(text: string): number[] | undefined {
  return parseIpv6(text)?.flatMap((group) => [group >> 8, group & 0xff])
}

function printItem({ negated, family, octets, prefix }: AddressPrefix): string {
  const address = family === IPV4 ? octets.join('.') : printIpv6(Array.from({ length: 8 }, (_, group) => (octets[group * 2] as number) * 256 + (octets[group * 2 + 1] as number)))
  return `${negated ? '!' : ''}${family}:${address}/${prefix}`
}
