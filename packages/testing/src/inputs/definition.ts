import '@zonewright/core/zod'
import type { Schema } from '@zonewright/core'

/** What of a schema is read here; zod calls it `def` and promises its form. */
export interface Definition {
  readonly type: string
  readonly format?: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly options?: readonly Schema[]
  readonly entries?: Readonly<Record<string, string | number>>
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, Schema>>
  /** Present when an object refuses other names. */
  readonly catchall?: Schema
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
}

/** One limit of a schema. */
export interface Check {
  readonly check: string
  readonly value?: number
  readonly inclusive?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly pattern?: RegExp
}

const definitionOf = (schema: Schema): Definition => (schema._zod as unknown as { readonly def: Definition }).def

const wrappers: ReadonlySet<string> = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional'])

/** The definition of a schema without what only says that it may be absent or null. */
export const unwrapped = (schema: Schema): Definition => {
  let definition = definitionOf(schema)
  while (wrappers.has(definition.type) && definition.innerType !== undefined) definition = definitionOf(definition.innerType)
  return definition
}

/** The limits of a schema. */
export const limitsOf = ({ checks = [] }: Definition): readonly Check[] => checks.map(({ _zod }) => _zod.def)

/** Whether the field may be left out. */
export const isOptional = (schema: Schema): boolean => (schema as unknown as { readonly _zod: { readonly optin?: string } })._zod.optin === 'optional'

/** Whether a value is what a schema describes. */
export const fits = (schema: Schema, value: unknown): boolean => (schema as unknown as { readonly '~standard': { validate(value: unknown): { readonly issues?: unknown } } })['~standard'].validate(value).issues === undefined
