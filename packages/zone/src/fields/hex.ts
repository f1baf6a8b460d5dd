import type { Field } from '../field.ts'
import type { TokenCursor } from '../token-cursor.ts'

const expected = 'hexadecimal digits, two for each octet'

/**
 * Reads hexadecimal digits to the end of the rdata; white space between them is allowed, also inside an octet.
 * @internal
 */
export function parseHex(cursor: TokenCursor): string {
  let digits = ''
  while (!cursor.done) {
    const token = cursor.word(expected)
    if (!isHex(token)) cursor.fail(expected)
    digits += token
  }
  if (digits.length % 2 !== 0) cursor.fail('an even number of hexadecimal digits')
  return digits.toUpperCase()
}

function isHex(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (!isHexOctet(text.charCodeAt(index))) return false
  return true
}

function isHexOctet(octet: number): boolean {
  const letter = octet | 0x20
  return (octet >= 0x30 && octet <= 0x39) || (letter >= 0x61 && letter <= 0x66)
}

/** @internal */
export function hexToBytes(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2)
  for (let index = 0; index < bytes.length; index++) bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16)
  return bytes
}

/** @internal */
export function bytesToHex(bytes: Uint8Array): string {
  let digits = ''
  for (const octet of bytes) digits += (octet < 16 ? '0' : '') + octet.toString(16)
  return digits.toUpperCase()
}

/** At least one octet to the end of the rdata, printed as upper-case hexadecimal digits. */
export const hex: Field<string> = {
  expected,
  parse(cursor) {
    const digits = parseHex(cursor)
    if (digits === '') cursor.word(expected)
    return digits
  },
  octets: 'hex',
  print: (digits) => digits,
  grouped: true,
  write: (digits, wire) => wire.bytes(hexToBytes(digits)),
  read: (wire) => (wire.left === 0 ? wire.fail('at least one octet') : bytesToHex(wire.bytes(wire.left))),
  toForm: (digits) => digits,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}
