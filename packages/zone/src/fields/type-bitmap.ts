import type { Field } from '../field.ts'
import type { TokenCursor } from '../token-cursor.ts'
import type { TypeLookup } from '../type-lookup.ts'
import type { WireReader } from '../wire-reader.ts'
import type { WireWriter } from '../wire-writer.ts'

const expected = 'record types such as A NS TYPE65280'

/** A list of types by name, in the order of their numbers. */
export type TypeList = Field<readonly number[], readonly string[]>

/** The two kinds of lists of types. */
export interface TypeBitmaps {
  /** The types of a name, to the end of the rdata; none at all is fine (RFC 5155 section 3.2.1). */
  readonly typeBitmap: TypeList
  /** The types below 128 of a name as one row of bits, as the NXT record had them (RFC 2535 section 5.2). */
  readonly oldTypeBitmap: TypeList
}

/**
 * Makes the fields that hold types as bits; in text they are names, in the order of their numbers.
 * @example const { typeBitmap } = typeBitmaps({ numberOf: () => 1, nameOf: () => 'A' })
 */
export function typeBitmaps({ nameOf, numberOf }: TypeLookup): TypeBitmaps {
  function parse(cursor: TokenCursor): number[] {
    const codes = new Set<number>()
    while (!cursor.done) {
      const code = numberOf(cursor.word(expected))
      if (code < 0) cursor.fail(expected)
      codes.add(code)
    }
    return [...codes].sort((left, right) => left - right)
  }
  const typeBitmap: TypeList = {
    expected,
    parse,
    octets: 'types',
    print: (codes) => codes.map(nameOf).join(' '),
    write: writeWindows,
    read: readWindows,
    toForm: (codes) => codes.map(nameOf),
    fromForm: (form) => (form === undefined ? '' : Array.isArray(form) && form.every((member) => typeof member === 'string') ? form.join(' ') : undefined),
  }
  const oldTypeBitmap: TypeList = {
    ...typeBitmap,
    octets: undefined,
    parse(cursor) {
      const codes = parse(cursor)
      if (codes.some((code) => code === 0 || code > 127)) cursor.fail('record types from 1 to 127')
      return codes
    },
    write: (codes, wire) => wire.bytes(bitsOf(codes)),
    read(wire) {
      if (wire.left > 16) wire.fail('at most 16 octets of bits')
      return codesIn(wire.bytes(wire.left), wire, 0)
    },
  }
  return { typeBitmap, oldTypeBitmap }
}

function writeWindows(codes: readonly number[], wire: WireWriter): void {
  for (let from = 0; from < codes.length; ) {
    const window = (codes[from] as number) >> 8
    let to = from
    while (to < codes.length && (codes[to] as number) >> 8 === window) to++
    const bits = bitsOf(codes.slice(from, to).map((code) => code & 0xff))
    wire.u8(window)
    wire.u8(bits.length)
    wire.bytes(bits)
    from = to
  }
}

function bitsOf(codes: readonly number[]): Uint8Array {
  const bits = new Uint8Array(codes.length === 0 ? 0 : ((codes.at(-1) as number) >> 3) + 1)
  for (const code of codes) bits[code >> 3] = (bits[code >> 3] as number) | (0x80 >> (code & 7))
  return bits
}

function readWindows(wire: WireReader): number[] {
  const codes: number[] = []
  for (let before = -1; wire.left > 0; ) {
    const window = wire.u8()
    if (window <= before) wire.fail('windows of types in ascending order')
    before = window
    const length = wire.u8()
    if (length === 0 || length > 32) wire.fail('a window of 1 to 32 octets')
    codes.push(...codesIn(wire.bytes(length), wire, window << 8))
  }
  return codes
}

function codesIn(bits: Uint8Array, wire: WireReader, first: number): number[] {
  if (bits.at(-1) === 0) wire.fail('a last octet of types that is not zero')
  const codes: number[] = []
  for (let code = 0; code < bits.length * 8; code++) if (((bits[code >> 3] as number) & (0x80 >> (code & 7))) !== 0) codes.push(first + code)
  return codes
}
