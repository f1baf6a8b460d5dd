import type { Field } from '../field.ts'
import { countGroups } from './posix-regex.ts'
import { text } from './text.ts'

const expected = 'an empty text or a substitution such as "!^.*$!sip:info@example.com!": delimiter, regular expression, delimiter, replacement, delimiter'

/** The regular expression and replacement of a NAPTR record, or an empty text (RFC 3402 section 3.2). */
export const substitution: Field<string> = {
  ...text,
  expected,
  parse(cursor) {
    const octets = text.parse(cursor)
    if (!isSubstitution(octets)) cursor.fail(expected)
    return octets
  },
  // A regular expression is for the parser.
  octets: 'empty-text',
  read(wire) {
    const octets = text.read(wire)
    if (!isSubstitution(octets)) wire.fail(expected)
    return octets
  },
}

function isSubstitution(octets: string): boolean {
  const delimiter = octets[0]
  if (delimiter === undefined) return true
  if ((delimiter >= '0' && delimiter <= '9') || delimiter === 'i' || delimiter === '\\' || delimiter === '\0') return false
  const middle = closing(octets, 1, delimiter)
  const last = middle < 0 ? -1 : closing(octets, middle + 1, delimiter)
  if (last < 0) return false
  for (let index = last + 1; index < octets.length; index++) if (octets[index] !== 'i') return false
  const groups = middle === 1 ? -1 : countGroups(octets.slice(1, middle))
  return groups >= 0 && refersTo(octets.slice(middle + 1, last), groups)
}

/** Index of the next delimiter that stands behind no backslash. */
function closing(octets: string, start: number, delimiter: string): number {
  for (let index = start; index < octets.length; index++) {
    if (octets[index] === '\\') index++
    else if (octets[index] === delimiter) return index
  }
  return -1
}

/** Every `\1` to `\9` of the replacement names a group that is there. */
function refersTo(replacement: string, groups: number): boolean {
  for (let index = 0; index < replacement.length; index++) {
    if (replacement[index] !== '\\') continue
    const digit = replacement[++index] ?? ''
    if (digit >= '0' && digit <= '9' && (digit === '0' || Number(digit) > groups)) return false
  }
  return true
}
