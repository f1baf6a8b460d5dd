import type { Field } from './field.ts'
import { generic } from './fields/generic.ts'
import { RdataError } from './rdata-error.ts'
import { parseRdata } from './rdata.ts'
import type { recordTypes } from './record-types.ts'
import { TokenCursor } from './token-cursor.ts'
import { tokensOf } from './tokens.ts'
import { layoutOf, type TypeLayout } from './type-names.ts'

type FormOf<Kind> = Kind extends Field<infer _Value, infer Form> ? Form : never
type Spread<Fields> = { [Name in keyof Fields]: Fields[Name] extends { readonly spread: true } ? FormOf<Fields[Name]> : never }[keyof Fields]
type Plain<Fields> = { -readonly [Name in keyof Fields as Fields[Name] extends { readonly spread: true } ? never : Name]: FormOf<Fields[Name]> }

/** Name of a record type that has a row in the table. */
export type KnownType = keyof typeof recordTypes

/** The rdata of a type as an object, one member per field of its row. */
export type RdataFields<Type extends KnownType> = Plain<(typeof recordTypes)[Type]['fields']> &
  ([Spread<(typeof recordTypes)[Type]['fields']>] extends [never] ? unknown : Spread<(typeof recordTypes)[Type]['fields']>)

/**
 * Splits canonical rdata into its fields: numbers as numbers, names with their final dot, text decoded from UTF-8.
 *
 * Octets of text that are no UTF-8 become the lone surrogates U+DC80..U+DCFF, so {@link rdataFromFields} gives back
 * the same rdata. Types without a row have the one field `data`, hexadecimal digits.
 * @throws {@link RdataError} when `rdata` is not rdata of this type, or has the generic form although the type has fields.
 * @throws TypeError when `type` is no record type.
 * @example const fields = rdataFields('MX', '10 mail.example.com.') // { preference: 10, exchange: 'mail.example.com.' }
 */
export function rdataFields<Type extends KnownType>(type: Type, rdata: string): RdataFields<Type>
export function rdataFields(type: string, rdata: string): Record<string, unknown>
export function rdataFields(type: string, rdata: string): Record<string, unknown> {
  const row = layoutOf(type)
  if (rdata.startsWith('\\# ') && row.fieldKinds[0] !== generic) {
    throw new RdataError({ type: row.name, field: '', tokenIndex: 0, text: '\\#', expected: 'the fields of the type, which octets that only the generic form can state have not' })
  }
  const cursor = new TokenCursor(row.name, tokensOf(rdata), '.')
  const fields: Record<string, unknown> = {}
  row.fieldKinds.forEach((kind, index) => {
    const name = row.fieldNames[index] ?? ''
    cursor.field = name
    const form = kind.toForm(kind.parse(cursor))
    if (kind.spread === true) Object.assign(fields, form)
    else fields[name] = form
  })
  cursor.end()
  return fields
}

/**
 * Makes canonical rdata from its fields, the inverse of {@link rdataFields}.
 *
 * Names may lack the final dot and are absolute all the same; numbers may be decimal strings. Other members are not looked at.
 * @throws {@link RdataError} with `tokenIndex` -1 when a field is missing or does not fit.
 * @throws TypeError when `type` is no record type.
 * @example const rdata = rdataFromFields('MX', { preference: 10, exchange: 'mail.example.com' }) // '10 mail.example.com.'
 */
export function rdataFromFields(type: string, fields: Readonly<Record<string, unknown>>): string {
  const row = layoutOf(type)
  const rdata = row.fieldKinds.map((_, index) => fieldText(row, index, fields)).filter((text) => text !== '').join(' ')
  try {
    return parseRdata(row.name, tokensOf(rdata), '.')
  } catch (error) {
    if (!(error instanceof RdataError)) throw error
    throw new RdataError({ type: row.name, field: error.field, tokenIndex: -1, text: error.text, expected: error.expected }, { cause: error })
  }
}

/** Each field is read alone, so that white space in one cannot move the others. */
function fieldText(row: TypeLayout, index: number, fields: Readonly<Record<string, unknown>>): string {
  const field = row.fieldNames[index] ?? ''
  const kind = row.fieldKinds[index]
  if (kind === undefined) return ''
  const form = kind.spread === true ? fields : fields[field]
  const text = kind.fromForm(form)
  if (text === undefined) {
    throw new RdataError({ type: row.name, field, tokenIndex: -1, text: form === undefined ? undefined : String(JSON.stringify(form)), expected: kind.expected })
  }
  const cursor = new TokenCursor(row.name, tokensOf(text), '.')
  cursor.field = field
  try {
    const printed = kind.print(kind.parse(cursor))
    cursor.end()
    return printed
  } catch (error) {
    if (!(error instanceof RdataError)) throw error
    throw new RdataError({ type: row.name, field, tokenIndex: -1, text, expected: cursor.done ? error.expected : kind.expected }, { cause: error })
  }
}
