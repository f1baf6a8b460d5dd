import type { Field } from '../field.ts'
import { host } from './host.ts'
import { parseDecimal } from './integer.ts'
import { parseIpv6, printIpv6 } from './ipv6.ts'

/** The fields of an A6 record. */
export interface AddressSuffixForm {
  /** Bits that the other name has, 0 to 128. */
  readonly prefix_length: number
  /** The other bits as an IPv6 address; empty when there are none. */
  readonly suffix: string
  /** Name with the first bits; empty when there are none. */
  readonly prefix_name: string
}

const lengthExpected = 'a prefix length from 0 to 128'
const suffixExpected = 'an IPv6 address'

/** The last bits of an IPv6 address, and the name that has the first ones (RFC 2874 section 3.1). */
export const addressSuffix: Field<AddressSuffixForm> & { readonly spread: true } = {
  spread: true,
  expected: 'a prefix length, the other bits and the name of the prefix, such as 64 ::1 net.example.com.',
  parse(cursor) {
    const prefix_length = parseDecimal(cursor.word(lengthExpected), 128)
    if (prefix_length < 0) cursor.fail(lengthExpected)
    let suffix = ''
    if (prefix_length < 128) {
      const groups = parseIpv6(cursor.word(suffixExpected))
      suffix = groups === undefined ? cursor.fail(suffixExpected) : printIpv6(masked(groups, prefix_length))
    }
    return { prefix_length, suffix, prefix_name: prefix_length === 0 ? '' : host.parse(cursor) }
  },
  print: ({ prefix_length, suffix, prefix_name }) => [String(prefix_length), suffix, prefix_name].filter((part) => part !== '').join(' '),
  write({ prefix_length, suffix, prefix_name }, wire) {
    wire.u8(prefix_length)
    const octets = (parseIpv6(suffix) ?? []).flatMap((group) => [group >> 8, group & 0xff])
    wire.bytes(Uint8Array.from(octets.slice(prefix_length >> 3)))
    if (prefix_name !== '') wire.name(prefix_name)
  },
  read(wire) {
    const prefix_length = wire.u8()
    if (prefix_length > 128) wire.fail(lengthExpected)
    const first = prefix_length >> 3
    const octets = [...Array.from({ length: first }, () => 0), ...wire.bytes(16 - first)]
    const groups = Array.from({ length: 8 }, (_, group) => (octets[group * 2] as number) * 256 + (octets[group * 2 + 1] as number))
    const suffix = printIpv6(groups)
    if (printIpv6(masked(groups, prefix_length)) !== suffix) wire.fail('bits of the prefix that are zero')
    return { prefix_length, suffix: prefix_length === 128 ? '' : suffix, prefix_name: prefix_length === 0 ? '' : wire.name() }
  },
  toForm: (value) => value,
  fromForm(form) {
    const { prefix_length, suffix = '', prefix_name = '' } = (form ?? {}) as Partial<Record<string, unknown>>
    return prefix_length === undefined ? undefined : [String(prefix_length), String(suffix), String(prefix_name)].filter((part) => part !== '').join(' ')
  },
}

/** The groups with the bits of the prefix set to zero. */
function masked(groups: readonly number[], prefixLength: number): number[] {
  return groups.map((group, index) => {
    const bits = Math.min(16, Math.max(0, prefixLength - index * 16))
    return group & (0xffff >> bits)
  })
}
