import type { Field } from '../field.ts'
import { parseDecimal } from './integer.ts'

/** What a {@link mnemonic} field writes. */
export interface MnemonicOptions {
  /** Octets on the wire. */
  readonly octets: 1 | 2
  /** Mnemonics in upper case and their numbers; the first one of a number is the one that is printed. */
  readonly names: Readonly<Record<string, number>>
  /** Further mnemonics that are read; what they stand for is printed as a number. */
  readonly alsoReads?: Readonly<Record<string, number>>
  /** Prints the mnemonic where there is one, else always the number. */
  readonly prints: 'mnemonic' | 'number'
}

/**
 * Makes a kind of field that is read as a number or as a mnemonic in any case.
 * @example const protocol = mnemonic({ octets: 1, names: { DNSSEC: 3 }, prints: 'number' })
 */
export function mnemonic({ octets, names, alsoReads = {}, prints }: MnemonicOptions): Field<number> {
  const most = octets === 1 ? 0xff : 0xffff
  const expected = `a whole number from 0 to ${most} or one of ${Object.keys(names).join(', ')}`
  const byNumber = new Map(Object.entries(names).reverse().map(([name, number]) => [number, name]))
  return {
    expected,
    parse(cursor) {
      const text = cursor.word(expected)
      const number = parseDecimal(text, most)
      if (number >= 0) return number
      const name = text.toUpperCase()
      return names[name] ?? alsoReads[name] ?? cursor.fail(expected)
    },
    octets: prints === 'mnemonic' ? undefined : octets === 1 ? 'u8' : 'u16',
    print: (number) => (prints === 'mnemonic' ? byNumber.get(number) : undefined) ?? String(number),
    write: (number, wire) => (octets === 1 ? wire.u8(number) : wire.u16(number)),
    read: (wire) => (octets === 1 ? wire.u8() : wire.u16()),
    toForm: (number) => number,
    fromForm: (form) => (typeof form === 'number' || typeof form === 'string' ? String(form) : undefined),
  }
}
