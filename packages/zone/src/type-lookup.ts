import { parseDecimal } from './fields/integer.ts'
import type { RecordType } from './record-type.ts'

/** Numbers and names of the types of a table, for fields that hold types themselves. */
export interface TypeLookup {
  /** The number of a mnemonic or `TYPEn` in any case, or -1. */
  numberOf(text: string): number
  /** The mnemonic of a number, or `TYPEn`. */
  nameOf(code: number): string
}

/** Types that belong to messages (RFC 6895 section 3.1): no zone holds them, but lists of types may name them. */
const messageTypes: Readonly<Record<string, number>> = { OPT: 41, TKEY: 249, TSIG: 250, IXFR: 251, AXFR: 252, MAILB: 253, MAILA: 254, ANY: 255 }

/**
 * Looks types up in a table that may not be there yet: it is asked for with the first look-up.
 * @internal
 */
export function typeLookup(table: () => Readonly<Record<string, RecordType>>): TypeLookup {
  const names = new Map<number, string>()
  return {
    numberOf(text) {
      const name = text.toUpperCase()
      return table()[name]?.code ?? messageTypes[name] ?? anyTypeNumber(text)
    },
    nameOf(code) {
      if (names.size === 0) {
        for (const [name, row] of Object.entries(table())) names.set(row.code, name)
        for (const [name, number] of Object.entries(messageTypes)) names.set(number, name)
      }
      return names.get(code) ?? `TYPE${code}`
    },
  }
}

function anyTypeNumber(type: string): number {
  return type.slice(0, 4).toUpperCase() === 'TYPE' ? parseDecimal(type.slice(4), 0xffff) : -1
}

/**
 * The number of a `TYPEn` text, or -1. Types 0, 41, 249 and 250 belong to messages, not to zones (RFC 6895 section 3.1, RFC 6891
 * section 6.1.1); of the others from 128 to 255 only BIND keeps to that.
 * @internal
 */
export function typeNumber(type: string): number {
  const code = anyTypeNumber(type)
  return code === 0 || code === 41 || code === 249 || code === 250 ? -1 : code
}
