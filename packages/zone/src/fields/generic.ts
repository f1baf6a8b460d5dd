import type { Field } from '../field.ts'
import { bytesToHex, hexToBytes, parseHex } from './hex.ts'
import { parseDecimal } from './integer.ts'

const expected = 'the generic form of RFC 3597: \\# and the number of octets, then the octets as hexadecimal digits'

/** Rdata of any type in the generic form of RFC 3597 section 5: `\# 4 C0000201`. */
export const generic: Field<string> = {
  expected,
  parse(cursor) {
    if (cursor.word(expected) !== '\\#') cursor.fail(expected)
    const length = parseDecimal(cursor.word('the number of octets, 0 to 65535'), 65535)
    if (length < 0) cursor.fail('the number of octets, 0 to 65535')
    if (length > 0 && cursor.done) cursor.word(`${length} octets as ${length * 2} hexadecimal digits`)
    const digits = parseHex(cursor)
    if (digits.length !== length * 2) cursor.fail(`${length} octets as ${length * 2} hexadecimal digits, or the number ${digits.length / 2} before them`)
    return digits
  },
  print: (digits) => (digits === '' ? '\\# 0' : `\\# ${digits.length / 2} ${digits}`),
  grouped: true,
  write: (digits, wire) => wire.bytes(hexToBytes(digits)),
  read: (wire) => bytesToHex(wire.bytes(wire.left)),
  toForm: (digits) => digits,
  fromForm: (form) => (typeof form === 'string' && form.length % 2 === 0 ? `\\# ${form.length / 2} ${form}` : undefined),
}
