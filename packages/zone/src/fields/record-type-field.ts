import type { Field } from '../field.ts'
import type { TypeLookup } from '../type-lookup.ts'

const expected = 'a record type such as MX or TYPE65280'

/**
 * Makes the field of a record type by name, such as the one that an RRSIG record covers (RFC 4034 section 3.1.1).
 * @example const covered = recordTypeField({ numberOf: () => 1, nameOf: () => 'A' })
 */
export function recordTypeField({ nameOf, numberOf }: TypeLookup): Field<number, string> {
  return {
    expected,
    octets: 'type',
    parse(cursor) {
      const code = numberOf(cursor.word(expected))
      return code < 0 ? cursor.fail(expected) : code
    },
    print: nameOf,
    write: (code, wire) => wire.u16(code),
    read: (wire) => wire.u16(),
    toForm: nameOf,
    fromForm: (form) => (typeof form === 'string' ? form : undefined),
  }
}
