/** Which side a schema stands on: inputs are strict and have limits, results are open. */
export type Side = 'input' | 'result'

/** One limit of a value: the name of the builder's check, and its limit as text. */
export type Check = readonly [name: string, limit: string]

/** One field of an object. */
export interface FieldForm {
  readonly name: string
  readonly required: boolean
  readonly form: Form
  readonly doc: string
}

/** What a schema of a document means here. Types and builders are two ways of writing it. */
export type Form =
  | { readonly kind: 'unknown' | 'boolean' | 'upload' | 'null' }
  | { readonly kind: 'string' | 'number' | 'int'; readonly checks: readonly Check[] }
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'array'; readonly item: Form; readonly checks: readonly Check[] }
  | { readonly kind: 'record'; readonly value: Form }
  /** An `open` object keeps other fields, one that is not refuses them in an input. */
  | { readonly kind: 'object'; readonly fields: readonly FieldForm[]; readonly open: boolean }
  | { readonly kind: 'union'; readonly forms: readonly Form[] }
  | { readonly kind: 'nullable'; readonly form: Form }
  /** A form with a name of its own; one that is still being read when it is met is told `again`. */
  | { readonly kind: 'named'; readonly name: string; readonly again: boolean }

/** A form with a name, as it stands in a module. */
export interface NamedForm {
  readonly name: string
  readonly form: Form
  readonly doc: string
}
