import type { Schema } from './endpoint.ts'

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
}

const definitionOf = (schema: Schema): Definition => (schema as unknown as { readonly _zod: { readonly def: Definition } })._zod.def

/** What both APIs write for true and false, by the text of it. */
const truths: ReadonlyMap<string, boolean> = new Map([['true', true], ['1', true], ['false', false], ['0', false]])

/** A number that prints as the very text. */
const numberOf = (text: string): number | undefined => {
  const number = Number(text)
  return Number.isFinite(number) && String(number) === text ? number : undefined
}

/** The same object when nothing of it changes, which is the usual case; else a copy. */
const fitObject = (value: object, schemaOf: (name: string) => Schema | undefined): object => {
  let fitted = value
  for (const [name, item] of Object.entries(value)) {
    const schema = schemaOf(name)
    const next = schema === undefined ? item : fit(schema, item)
    if (next === item) continue
    if (fitted === value) fitted = { ...value }
    // Defined, not assigned: an answer can have a field of any name, also `__proto__`.
    Object.defineProperty(fitted, name, { value: next, enumerable: true, configurable: true, writable: true })
  }
  return fitted
}

/**
 * An answer in the declared types. The old APIs write one and the same number with quotes or without, by action and by
 * year, and truths as `true`, `"true"` or `1`; where the schema says text, number or truth, the value becomes one when
 * nothing of it is lost. What does not fit stays as it came, and so does what is not declared.
 * @example fit(object({ rec_id: string(), count: number() }), { rec_id: 17, count: '2' }) // { rec_id: '17', count: 2 }
 */
export const fit = (schema: Schema, value: unknown): unknown => {
  const { type, shape, innerType, element, valueType } = definitionOf(schema)
  if (value === null || value === undefined) return value
  if (innerType !== undefined) return fit(innerType, value)
  if (type === 'string') return typeof value === 'number' ? String(value) : value
  if (type === 'number') return typeof value === 'string' ? (numberOf(value) ?? value) : value
  if (type === 'boolean') return typeof value === 'string' || typeof value === 'number' ? (truths.get(String(value)) ?? value) : value
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return element === undefined ? value : value.map((item) => fit(element, item))
  return shape === undefined && valueType === undefined ? value : fitObject(value, (name) => (shape === undefined ? valueType : Object.hasOwn(shape, name) ? shape[name] : undefined))
}
