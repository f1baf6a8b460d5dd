import type { Field } from '../field.ts'
import { text } from './text.ts'

const expected = 'at least four digits'

/** An X.25 address: a character-string of at least four digits, quoted or not, printed in quotes (RFC 1183 section 3.1). */
export const x25Address: Field<string> = {
  ...text,
  expected,
  // What it must look like is for the parser.
  octets: undefined,
  parse(cursor) {
    const octets = text.parse(cursor)
    if (!isAddress(octets)) cursor.fail(expected)
    return octets
  },
  read(wire) {
    const octets = text.read(wire)
    return isAddress(octets) ? octets : wire.fail(expected)
  },
}

function isAddress(octets: string): boolean {
  return /^\d{4,}$/.test(octets)
}
