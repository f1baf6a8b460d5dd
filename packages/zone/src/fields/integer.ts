import type { Field } from '../field.ts'
import type { TokenCursor } from '../token-cursor.ts'

/**
 * Reads an unsigned decimal number; -1 when `text` is none or it is over `most`.
 * @internal
 */
export function parseDecimal(text: string, most: number): number {
  let number = 0
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
    if (number > most) return -1
  }
  return text.length === 0 ? -1 : number
}

function integer(most: number, octets: 1 | 2 | 4): Field<number> {
  const expected = most === 0 ? '0' : `a whole number from 0 to ${most}`
  return {
    expected,
    letters: 'none',
    parse(cursor: TokenCursor) {
      const number = parseDecimal(cursor.word(expected), most)
      if (number < 0) cursor.fail(expected)
      return number
    },
    octets: most === 0 ? undefined : octets === 1 ? 'u8' : octets === 2 ? 'u16' : 'u32',
    print: String,
    write(value, wire) {
      if (octets === 1) wire.u8(value)
      else if (octets === 2) wire.u16(value)
      else wire.u32(value)
    },
    read(wire) {
      const number = octets === 1 ? wire.u8() : octets === 2 ? wire.u16() : wire.u32()
      return number > most ? wire.fail(expected) : number
    },
    toForm: (value) => value,
    fromForm: (form) => (typeof form === 'number' || typeof form === 'string' ? String(form) : undefined),
  }
}

/** A number of one octet, 0 to 255. */
export const u8 = integer(0xff, 1)

/** A number of two octets, 0 to 65535, in network order. */
export const u16 = integer(0xffff, 2)

/** Two octets that are reserved and zero. */
export const reserved16 = integer(0, 2)

/** A number of four octets, 0 to 4294967295, in network order. */
export const u32 = integer(0xffffffff, 4)
