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
const truths: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

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
  if (type === 'number') return typeof value === 'string' && value === String(Number(value)) ? Number(value) : value
  if (type === 'boolean') return typeof value === 'string' || typeof value === 'number' ? (truths[value] ?? value) : value
  if (element !== undefined && Array.isArray(value)) return value.map((item) => fit(element, item))
  if (!isObject(value)) return value
  const schemaOf = (name: string): Schema | undefined => (shape === undefined ? valueType : Object.hasOwn(shape, name) ? shape[name] : undefined)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const inner = schemaOf(name)
      return [name, inner === undefined ? item : fit(inner, item)]
    }),
  )
}
