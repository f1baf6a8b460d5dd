import type { Field } from '../field.ts'
import type { WireReader } from '../wire-reader.ts'
import type { WireWriter } from '../wire-writer.ts'

const expected = 'an IPv4 address as four numbers from 0 to 255, without leading zeros, such as 192.0.2.1'

/**
 * Tells whether `text` is a dotted quad in its one canonical form, by character codes alone.
 * @internal
 */
export function isIpv4(text: string): boolean {
  let dots = 0
  let number = -1
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x2e) {
      if (number < 0) return false
      dots++
      number = -1
    } else {
      if (code < 0x30 || code > 0x39 || number === 0) return false
      number = number < 0 ? code - 0x30 : number * 10 + code - 0x30
      if (number > 255) return false
    }
  }
  return dots === 3 && number >= 0
}

/** @internal */
export function writeIpv4(address: string, wire: WireWriter): void {
  for (const part of address.split('.')) wire.u8(Number(part))
}

/** @internal */
export function readIpv4(wire: WireReader): string {
  return wire.bytes(4).join('.')
}

/** An IPv4 address: a dotted quad, four octets on the wire (RFC 1035 section 3.4.1). */
export const ipv4: Field<string> = {
  expected,
  parse(cursor) {
    const text = cursor.word(expected)
    if (!isIpv4(text)) cursor.fail(expected)
    return text
  },
  octets: 'ipv4',
  print: (address) => address,
  write: writeIpv4,
  read: readIpv4,
  toForm: (address) => address,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}
