import type { Field } from '../field.ts'
import { octetsToUtf8, utf8ToOctets } from '../octets.ts'
import { quote, textOf } from './text.ts'

const expected = 'at least one string of at most 255 octets'

/** One or more character-strings to the end of the rdata, as in TXT (RFC 1035 section 3.3.14). */
export const textStrings: Field<string[]> = {
  expected,
  parse(cursor) {
    const strings = [textOf(cursor.string(expected), 255, cursor)]
    while (!cursor.done) strings.push(textOf(cursor.string(expected), 255, cursor))
    return strings
  },
  octets: 'strings',
  print(strings) {
    let text = ''
    for (const octets of strings) text += text === '' ? quote(octets) : ` ${quote(octets)}`
    return text
  },
  write(strings, wire) {
    for (const octets of strings) {
      wire.u8(octets.length)
      wire.octets(octets)
    }
  },
  read(wire) {
    const strings = [wire.octets(wire.u8())]
    while (wire.left > 0) strings.push(wire.octets(wire.u8()))
    return strings
  },
  toForm: (strings) => strings.map(octetsToUtf8),
  fromForm(form) {
    const strings: unknown[] = Array.isArray(form) ? form : [form]
    if (!strings.every((member) => typeof member === 'string')) return undefined
    return strings.map((member) => quote(utf8ToOctets(member))).join(' ')
  },
}

/** A character-string, and a second one if there is one, as in ISDN (RFC 1183 section 3.2). */
export const oneOrTwoStrings: typeof textStrings = {
  ...textStrings,
  expected: 'one or two strings of at most 255 octets',
  // The third string is for the parser.
  octets: undefined,
  parse(cursor) {
    const strings = textStrings.parse(cursor)
    if (strings.length > 2) cursor.fail('nothing more here, the record is complete')
    return strings
  },
  read(wire) {
    const strings = textStrings.read(wire)
    return strings.length > 2 ? wire.fail('the end behind two strings') : strings
  },
}
