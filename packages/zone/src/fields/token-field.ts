import type { Field } from '../field.ts'
import type { OctetKind } from '../octet-kind.ts'
import type { WireReader } from '../wire-reader.ts'
import type { WireWriter } from '../wire-writer.ts'

/** What a {@link tokenField} is made of. */
export interface TokenFieldOptions {
  /** What must stand here, as a noun phrase. */
  readonly expected: string
  readonly letters?: 'caseless' | 'none'
  readonly octets?: OctetKind
  /** The one text of what a word states; `undefined` when it does not fit. */
  canonical(word: string): string | undefined
  /** Writes a canonical text. */
  write(text: string, wire: WireWriter): void
  /** Reads a canonical text. */
  read(wire: WireReader): string
}

/**
 * Makes a kind of field that is one word without quotes, and whose value and form are its canonical text.
 * @example const letter = tokenField({ expected: 'a letter', canonical: (word) => word[0], write: (text, wire) => wire.octets(text), read: (wire) => wire.octets(1) })
 */
export function tokenField({ expected, letters, octets, canonical, write, read }: TokenFieldOptions): Field<string> {
  return {
    expected,
    ...(letters === undefined ? {} : { letters }),
    octets,
    parse: (cursor) => canonical(cursor.word(expected)) ?? cursor.fail(expected),
    print: (text) => text,
    write,
    read,
    toForm: (text) => text,
    fromForm: (form) => (typeof form === 'string' || typeof form === 'number' ? String(form) : undefined),
  }
}
