import type { OctetKind } from './octet-kind.ts'
import type { TokenCursor } from './token-cursor.ts'
import type { WireReader } from './wire-reader.ts'
import type { WireWriter } from './wire-writer.ts'

/**
 * One kind of rdata field: how it is read, printed and put on the wire.
 *
 * `Value` is what the parsers hand to the printers; `Form` is what programs see as the value of the field.
 * A kind never knows which record type it serves.
 */
export interface Field<Value, Form = Value> {
  /** What must stand here, as a noun phrase for error messages. */
  readonly expected: string
  /** The form is an object whose members are fields of the record themselves. */
  readonly spread?: boolean
  /** Letters in the canonical text: of either case alike, or none at all; when left out, case counts. */
  readonly letters?: 'caseless' | 'none'
  /** Reads the tokens of the field; reports what does not fit through `cursor.fail`. */
  parse(cursor: TokenCursor): Value
  /**
   * How the field is read from octets, where it can be: the text is then that of `print(parse(cursor))`. A type whose
   * kinds all have it is read without making a string.
   */
  readonly octets?: OctetKind | undefined
  /** Canonical text; empty only for a list without members at the end of the rdata. */
  print(value: Value): string
  /** The canonical text ends in digits that BIND prints in groups; only for fields that are the last of their type. */
  readonly grouped?: boolean
  write(value: Value, wire: WireWriter): void
  read(wire: WireReader): Value
  toForm(value: Value): Form
  /** Text that `parse` reads, or `undefined` when the form is not one of this kind. */
  fromForm(form: unknown): string | undefined
}
