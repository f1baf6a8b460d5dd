import type { Field } from '../field.ts'
import { text } from './text.ts'

/** A character-string whose text must look like a number; quoted or not, printed in quotes. */
function numericText(expected: string, fits: (octets: string) => boolean): Field<string> {
  return {
    ...text,
    expected,
    // What it must look like is for the parser.
    scan: () => false,
    parse(cursor) {
      const octets = text.parse(cursor)
      if (!fits(octets)) cursor.fail(expected)
      return octets
    },
    read(wire) {
      const octets = text.read(wire)
      return fits(octets) ? octets : wire.fail(expected)
    },
  }
}

function numberUpTo(most: number, expected: string): Field<string> {
  return numericText(expected, (octets) => /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(octets) && Math.abs(Number(octets)) <= most)
}

/** Degrees, of which RFC 1712 lets longitude come first and shows latitude first in its example: so both may be up to 180. */
export const degrees = numberUpTo(180, 'degrees from -180 to 180 such as 32.6882')

/** Metres above the sea (RFC 1712 section 3). */
export const altitude = numberUpTo(Infinity, 'metres such as 250.0')

/** An X.25 address: at least four digits (RFC 1183 section 3.1). */
export const x25Address = numericText('at least four digits', (octets) => /^\d{4,}$/.test(octets))
