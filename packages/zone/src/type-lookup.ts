import { parseDecimal } from './fields/integer.ts'
import type { RecordType } from './record-type.ts'

/** Numbers and names of the types of a table, for fields that hold types themselves. */
export interface TypeLookup {
  /** The number of a mnemonic or `TYPEn` in any case, or -1. */
  numberOf(text: string): number
  /** The mnemonic of a number, or `TYPEn`. */
  nameOf(code: number): string
}

/**
 * Looks types up in a table that may not be there yet: it is asked for with the first look-up.
 * @internal
 */
export function typeLookup(table: () => Readonly<Record<string, RecordType>>): TypeLookup {
  const names = new Map<number, string>()
  return {
    numberOf: (text) => table()[text.toUpperCase()]?.code ?? typeNumber(text),
    nameOf(code) {
      if (names.size === 0) for (const [name, row] of Object.entries(table())) names.set(row.code, name)
      return names.get(code) ?? `TYPE${code}`
    },
  }
}

/**
 * The number of a `TYPEn` text, or -1. Types 0, 41 and 128 to 255 belong to messages, not to zones (RFC 6895 section 3.1).
 * @internal
 */
export function typeNumber(type: string): number {
  if (type.length < 5 || type.length > 9 || type.slice(0, 4).toUpperCase() !== 'TYPE' || type[4] === '0') return -1
  const code = parseDecimal(type.slice(4), 0xffff)
  return code === 41 || (code >= 128 && code <= 255) ? -1 : code
}
