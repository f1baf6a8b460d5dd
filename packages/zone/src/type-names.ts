import { generic } from './fields/generic.ts'
import type { OctetKind } from './octet-kind.ts'
import type { RecordType } from './record-type.ts'
import { recordTypes } from './record-types.ts'
import { typeNumber } from './type-lookup.ts'

/**
 * A record type laid out for the loops that read and print rdata.
 * @internal
 */
export interface TypeLayout extends RecordType {
  readonly name: string
  readonly fieldNames: readonly string[]
  readonly fieldKinds: readonly RecordType['fields'][string][]
  /** How each field is read from octets; `undefined` when one of them cannot be. */
  readonly octetKinds: readonly OctetKind[] | undefined
  /** How much of the canonical text is compared without case. */
  readonly caseless: 'nothing' | 'some fields' | 'everything'
}

function layout(name: string, row: RecordType): TypeLayout {
  const fieldKinds = Object.values(row.fields)
  const everything = fieldKinds.every((kind) => kind.letters !== undefined)
  const some = fieldKinds.some((kind) => kind.letters === 'caseless')
  const octetKinds = fieldKinds.map(({ octets }) => octets).filter((octets) => octets !== undefined)
  return { ...row, name, fieldNames: Object.keys(row.fields), fieldKinds, octetKinds: octetKinds.length === fieldKinds.length ? octetKinds : undefined, caseless: !some ? 'nothing' : everything ? 'everything' : 'some fields' }
}

// Rows are laid out when they are asked for: a program meets a handful of them.
const layouts = layoutTable()

function layoutTable(): { named(name: string): TypeLayout | undefined; numbered(code: number): TypeLayout | undefined } {
  const byName = new Map<string, TypeLayout>()
  const names = new Map<number, string>()
  const named = (name: string): TypeLayout | undefined => {
    const known = byName.get(name)
    if (known !== undefined || !Object.hasOwn(recordTypes, name)) return known
    const row = layout(name, recordTypes[name as keyof typeof recordTypes])
    byName.set(name, row)
    return row
  }
  return {
    named,
    numbered(code) {
      if (names.size === 0) for (const [name, row] of Object.entries(recordTypes)) names.set(row.code, name)
      return named(names.get(code) ?? '')
    },
  }
}

/**
 * Finds the row of a type by mnemonic or `TYPEn`, in any case; types without a row get one with the generic form.
 * @internal
 */
export function findLayout(type: string): TypeLayout | undefined {
  return layouts.named(type) ?? layouts.named(type.toUpperCase()) ?? layoutOfNumber(type)
}

/**
 * Finds the row of a type as {@link findLayout} does.
 * @throws TypeError when `type` is neither a mnemonic of the table nor `TYPEn`.
 * @internal
 */
export function layoutOf(type: string): TypeLayout {
  const found = findLayout(type)
  if (found === undefined) throw new TypeError(`${JSON.stringify(type)} is no record type: write a mnemonic such as MX, or TYPE and a number from 1 to 65535.`)
  return found
}

function layoutOfNumber(type: string): TypeLayout | undefined {
  const code = typeNumber(type)
  if (code < 0) return undefined
  return layouts.numbered(code) ?? layout(`TYPE${code}`, { code, rfc: '3597', fields: { data: generic } })
}

/**
 * Tells whether `text` is a record type that a zone can hold: a mnemonic of the table or `TYPEn`, in any case.
 * @example const yes = isRecordType('type65280') // true
 */
export function isRecordType(text: string): boolean {
  return findLayout(text) !== undefined
}

/** How the rdata of a type is read from octets. */
export interface OctetForm {
  /** Type number. */
  readonly code: number
  /** The kinds of its fields, in text order; none when the type has a field that only the parser can read. */
  readonly kinds: readonly OctetKind[]
  /** Octets of a digest by its type, as in the table; absent when any length will do. */
  readonly digestOctets?: RecordType['digestOctets']
}

/**
 * How a type of the table is read from octets, for a reader of many lines; `undefined` for what is no mnemonic of the table.
 * @internal
 * @example const form = octetForm('MX') // { code: 15, kinds: ['u16', 'host'] }
 */
export function octetForm(mnemonic: string): OctetForm | undefined {
  const row = layouts.named(mnemonic)
  if (row === undefined) return undefined
  const { code, digestOctets, octetKinds = [] } = row
  return { code, kinds: octetKinds, ...(digestOctets === undefined ? {} : { digestOctets }) }
}

/**
 * The number of a record type.
 * @throws TypeError when `name` is no record type, see {@link isRecordType}.
 * @example const code = typeCode('AAAA') // 28
 */
export function typeCode(name: string): number {
  return layoutOf(name).code
}

/**
 * The canonical name of a type number: the mnemonic of the table, or `TYPEn` (RFC 3597 section 5).
 * @throws RangeError when `code` is no whole number from 0 to 65535.
 * @example const name = typeName(28) // 'AAAA'
 */
export function typeName(code: number): string {
  if (!Number.isInteger(code) || code < 0 || code > 0xffff) throw new RangeError(`${code} is no type number: write a whole number from 0 to 65535.`)
  return layouts.numbered(code)?.name ?? `TYPE${code}`
}

/**
 * The canonical name of a type as it is written in a zone file: `mx` and `TYPE15` are `MX`.
 * @throws TypeError when `text` is no record type, see {@link isRecordType}.
 * @example const type = canonicalType('type1') // 'A'
 */
export function canonicalType(text: string): string {
  return layoutOf(text).name
}
