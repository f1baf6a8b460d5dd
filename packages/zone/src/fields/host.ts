import type { Field } from '../field.ts'
import { NameError, parseNameKeepingCase } from '../names.ts'

const expected = 'a domain name'

/** A domain name: printed in the case it was written in, compared without case (RFC 4343), never compressed. */
export const host: Field<string> = {
  expected,
  letters: 'caseless',
  parse(cursor) {
    const text = cursor.word(expected)
    try {
      return parseNameKeepingCase(text, cursor.origin)
    } catch (error) {
      if (error instanceof NameError) cursor.fail(`a domain name with ${error.expected}`, error)
      throw error
    }
  },
  octets: 'host',
  print: (name) => name,
  write: (name, wire) => wire.name(name),
  read: (wire) => wire.name(),
  toForm: (name) => name,
  fromForm: (form) => (typeof form === 'string' ? form : undefined),
}
