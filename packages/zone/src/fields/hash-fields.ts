import { bytesToHex, hexToBytes } from './hex.ts'
import { tokenField } from './token-field.ts'

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

// RFC 5155 has one hash, of 20 octets; most readers take others too, but only whole groups, which need no padding.
const expected = 'a hash of 5 to 255 octets in base32 with the digits 0-9 and A-V, in whole groups of eight digits'

/** The hash of the next owner, behind its length: base32 with the extended hex alphabet (RFC 5155 section 3.3). */
export const hashedOwner = tokenField({
  expected,
  octets: 'hashed-owner',
  canonical: (word) => (/^([0-9a-v]{8}){1,51}$/i.test(word) ? word.toUpperCase() : undefined),
  write(text, wire) {
    wire.u8((text.length / 8) * 5)
    for (let index = 0; index < text.length; index += 8) {
      // Four digits are twenty bits, so both halves of a group are exact numbers.
      const [high, low] = [digitsValue(text.slice(index, index + 4)), digitsValue(text.slice(index + 4, index + 8))]
      wire.u16(high >> 4)
      wire.u8(((high & 15) << 4) | (low >> 16))
      wire.u16(low & 0xffff)
    }
  },
  read(wire) {
    const length = wire.u8()
    if (length === 0 || length % 5 !== 0) {
      wire.leaveGeneric()
      wire.bytes(length)
      return ''
    }
    let text = ''
    for (let index = 0; index < length; index += 5) {
      const [first, middle, last] = [wire.u16(), wire.u8(), wire.u16()]
      text += digitsOf((first << 4) | (middle >> 4)) + digitsOf(((middle & 15) << 16) | last)
    }
    return text
  },
})

function digitsValue(text: string): number {
  return Number.parseInt(text, 32)
}

function digitsOf(value: number): string {
  return value.toString(32).toUpperCase().padStart(4, '0')
}
