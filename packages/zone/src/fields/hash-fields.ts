import { bytesToHex, hexToBytes } from './hex.ts'
import { tokenField } from './token-field.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUV'

/** A salt of up to 255 octets behind its length, `-` when it is empty (RFC 5155 section 3.3). */
export const salt = tokenField({
  expected: 'a salt of at most 255 octets as hexadecimal digits, or - for none',
  octets: 'salt',
  canonical(word) {
    const digits = word.toUpperCase()
    return word === '-' || (/^([0-9A-F]{2})+$/.test(digits) && digits.length <= 510) ? digits : undefined
  },
  write(text, wire) {
    const octets = hexToBytes(text === '-' ? '' : text)
    wire.u8(octets.length)
    wire.bytes(octets)
  },
  read: (wire) => bytesToHex(wire.bytes(wire.u8())) || '-',
})

/** The hash of the next owner, behind its length: base32 with the extended hex alphabet and no padding (RFC 5155 section 3.3). */
export const hashedOwner = tokenField({
  expected: 'a hash of 1 to 255 octets in base32 with the digits 0-9 and A-V, without padding',
  octets: 'hashed-owner',
  canonical(word) {
    const octets = base32ToBytes(word.toUpperCase())
    return octets === undefined || octets.length === 0 || octets.length > 255 ? undefined : bytesToBase32(octets)
  },
  write(text, wire) {
    const octets = base32ToBytes(text) ?? new Uint8Array(0)
    wire.u8(octets.length)
    wire.bytes(octets)
  },
  read(wire) {
    const length = wire.u8()
    return length === 0 ? wire.fail('a hash of at least one octet') : bytesToBase32(wire.bytes(length))
  },
})

function base32ToBytes(text: string): Uint8Array | undefined {
  const octets: number[] = []
  let bits = 0
  let have = 0
  for (const digit of text) {
    const value = alphabet.indexOf(digit)
    if (value < 0) return undefined
    bits = ((bits << 5) | value) & 0xfff
    have += 5
    if (have < 8) continue
    have -= 8
    octets.push((bits >> have) & 0xff)
  }
  // A digit too many, or bits that no octet uses.
  return have >= 5 || (bits & ((1 << have) - 1)) !== 0 ? undefined : Uint8Array.from(octets)
}

function bytesToBase32(octets: Uint8Array): string {
  let text = ''
  let bits = 0
  let have = 0
  for (const octet of octets) {
    bits = ((bits << 8) | octet) & 0xfff
    for (have += 8; have >= 5; have -= 5) text += alphabet[(bits >> (have - 5)) & 31] ?? ''
  }
  return have === 0 ? text : text + (alphabet[(bits << (5 - have)) & 31] ?? '')
}
