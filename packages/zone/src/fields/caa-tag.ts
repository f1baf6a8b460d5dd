import { unescapeText } from '../escapes.ts'
import type { Field } from '../field.ts'

const expected = 'a property tag of 1 to 255 ASCII letters and digits, such as issue'

/** The property tag of a CAA record: behind its length on the wire, compared without case (RFC 8659 section 4.1). */
export const caaTag: Field<string> = {
  expected,
  letters: 'caseless',
  parse(cursor) {
    const tag = unescapeText(cursor.word(expected))
    return tag === undefined || !isTag(tag) ? cursor.fail(expected) : tag
  },
  octets: 'caa-tag',
  print: (tag) => tag,
  write(tag, wire) {
    wire.u8(tag.length)
    wire.octets(tag)
  },
  read(wire) {
    const tag = wire.octets(wire.u8())
    if (!isTag(tag)) wire.fail(expected)
    return tag
  },
  toForm: (tag) => tag,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}

function isTag(tag: string): boolean {
  for (let index = 0; index < tag.length; index++) if (!isTagOctet(tag.charCodeAt(index))) return false
  return tag.length >= 1 && tag.length <= 255
}

function isTagOctet(code: number): boolean {
  const letter = code | 0x20
  return (code >= 0x30 && code <= 0x39) || (letter >= 0x61 && letter <= 0x7a)
}
