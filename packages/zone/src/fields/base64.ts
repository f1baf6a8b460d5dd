import type { Field } from '../field.ts'

const expected = 'base64 with its padding (RFC 4648 section 4)'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function sextet(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41
  if (code >= 0x61 && code <= 0x7a) return code - 0x47
  if (code >= 0x30 && code <= 0x39) return code + 4
  return code === 0x2b ? 62 : code === 0x2f ? 63 : -1
}

/**
 * Tells whether `text` is base64 in its one canonical form: whole groups of four, padding only at the end and the
 * bits that no octet uses set to zero. The empty text is.
 * @internal
 */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padding
  for (let index = 0; index < digits; index++) if (sextet(text.charCodeAt(index)) < 0) return false
  const unused = padding === 2 ? 15 : padding === 1 ? 3 : 0
  return unused === 0 || (sextet(text.charCodeAt(digits - 1)) & unused) === 0
}

/** @internal */
export function base64ToBytes(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let written = 0
  let bits = 0
  for (let index = 0; index < text.length - padding; index++) {
    bits = ((bits << 6) | sextet(text.charCodeAt(index))) & 0xffffff
    const have = ((index % 4) + 1) * 6 - (index % 4) * 8
    if (index % 4 > 0) bytes[written++] = (bits >> have) & 0xff
  }
  return bytes
}

/** @internal */
export function bytesToBase64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    text += (alphabet[group >> 18] ?? '') + (alphabet[(group >> 12) & 63] ?? '')
    text += left > 1 ? (alphabet[(group >> 6) & 63] ?? '') : '='
    text += left > 2 ? (alphabet[group & 63] ?? '') : '='
  }
  return text
}

/** At least one octet to the end of the rdata, as base64; white space between the digits is allowed. */
export const base64: Field<string> = {
  expected,
  parse(cursor) {
    let digits = cursor.word(expected)
    while (!cursor.done) digits += cursor.word(expected)
    if (digits === '' || !isBase64(digits)) cursor.fail(expected)
    return digits
  },
  octets: 'base64',
  print: (digits) => digits,
  grouped: true,
  write: (digits, wire) => wire.bytes(base64ToBytes(digits)),
  read: (wire) => (wire.left === 0 ? wire.fail('at least one octet') : bytesToBase64(wire.bytes(wire.left))),
  toForm: (digits) => digits,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}

/** Octets to the end of the rdata, as base64; none at all is fine, as in a KEY record that has no key (RFC 2535 section 3.1.2). */
export const optionalBase64: Field<string> = {
  ...base64,
  parse: (cursor) => (cursor.done ? '' : base64.parse(cursor)),
  octets: 'optional-base64',
  read: (wire) => bytesToBase64(wire.bytes(wire.left)),
  fromForm: (form) => (form === undefined ? '' : base64.fromForm(form)),
}

/** Octets to the end of the rdata as base64, `-` for none (draft-durand-doa-over-dns). */
export const base64OrDash: Field<string> = {
  ...optionalBase64,
  parse(cursor) {
    let digits = cursor.word(expected)
    while (!cursor.done) digits += cursor.word(expected)
    if (digits !== '-' && (digits === '' || !isBase64(digits))) cursor.fail(expected)
    return digits
  },
  octets: 'base64',
  write: (digits, wire) => wire.bytes(base64ToBytes(digits === '-' ? '' : digits)),
  read: (wire) => bytesToBase64(wire.bytes(wire.left)) || '-',
}
