import { escapeText, unescapeText } from '../escapes.ts'
import type { Field } from '../field.ts'
import { octetsToUtf8, utf8ToOctets } from '../octets.ts'
import type { TokenCursor } from '../token-cursor.ts'

const badEscape = 'escapes as a backslash and one character, or three digits from 000 to 255'

/**
 * Checks and unescapes a token of text; at most `most` octets.
 * @internal
 */
export function textOf(raw: string, most: number, cursor: TokenCursor): string {
  const octets = unescapeText(raw)
  if (octets === undefined) cursor.fail(badEscape)
  if (octets.length > most) cursor.fail(`text of at most ${most} octets`)
  return octets
}

/** @internal */
export function quote(octets: string): string {
  return `"${escapeText(octets)}"`
}

const printed = {
  print: quote,
  toForm: octetsToUtf8,
  fromForm: (form: unknown) => (typeof form === 'string' ? quote(utf8ToOctets(form)) : undefined),
}

/** A character-string: at most 255 octets, quoted or not; behind its length on the wire (RFC 1035 section 3.3). */
export const text: Field<string> = {
  ...printed,
  expected: 'text of at most 255 octets',
  parse: (cursor) => textOf(cursor.string('text of at most 255 octets'), 255, cursor),
  octets: 'string',
  write(octets, wire) {
    wire.u8(octets.length)
    wire.octets(octets)
  },
  read: (wire) => wire.octets(wire.u8()),
}

/**
 * Text that fills the rest of the rdata without a length on the wire (RFC 8659 section 4.1). RFC 7553 section 4.4 wants the
 * target of a URI record in quotes; most readers take it without.
 */
export const remainingText: Field<string> = {
  ...printed,
  expected: 'text',
  parse: (cursor) => textOf(cursor.string('text'), 65535, cursor),
  octets: 'text',
  write: (octets, wire) => wire.octets(octets),
  read: (wire) => wire.octets(wire.left),
}
