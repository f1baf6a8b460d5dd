/**
 * The builders of `@zonewright/core/schema` without types of their own, for modules whose types are written out beside
 * their schemas, as those of `zw generate`: thousands of schemas cost the type checker next to nothing, and zod's types
 * need not be installed.
 * @module
 */
import type { Schema } from './endpoint.ts'
import { array, boolean, enum as oneOf, gte, int, lazy, literal, looseObject, lte, maxLength, minLength, nullable, number, object, optional, record, refine, regex, strictObject, string, union, unknown, upload } from './schema.ts'

export type { Upload } from './upload.ts'

/** A schema of which no type is known: what runs is the same, and the type checker has nothing to work out. */
export interface PlainSchema extends Schema {
  /** The schema with limits. */
  check(...checks: readonly unknown[]): PlainSchema
}

/** The builders, for modules whose types are written out beside their schemas. */
export interface PlainBuilders {
  /** A list of items. */
  array(item: Schema): PlainSchema
  /** True or false. */
  boolean(): PlainSchema
  /** One of several texts. */
  enum(values: readonly string[]): PlainSchema
  /** At least this number. */
  gte(least: number): unknown
  /** A whole number. */
  int(): PlainSchema
  /** A schema that is named before it is there. */
  lazy(of: () => Schema): PlainSchema
  /** One value, or one of several. */
  literal(value: unknown): PlainSchema
  /** An object; other fields are kept. */
  looseObject(fields: Readonly<Record<string, Schema>>): PlainSchema
  /** At most this number. */
  lte(most: number): unknown
  /** At most this many characters or items. */
  maxLength(most: number): unknown
  /** At least this many characters or items. */
  minLength(least: number): unknown
  /** The schema, or null. */
  nullable(inner: Schema): PlainSchema
  /** A number. */
  number(): PlainSchema
  /** An object; other fields are dropped. */
  object(fields: Readonly<Record<string, Schema>>): PlainSchema
  /** The schema, or nothing. */
  optional(inner: Schema): PlainSchema
  /** An object of any names with one kind of value. */
  record(names: Schema, values: Schema): PlainSchema
  /** What a function accepts, with a message for what it does not. */
  refine(test: (value: never) => boolean, words: string): unknown
  /** Text of a form. */
  regex(form: RegExp): unknown
  /** An object; other fields are refused. */
  strictObject(fields: Readonly<Record<string, Schema>>): PlainSchema
  /** Text. */
  string(): PlainSchema
  /** One of several schemas. */
  union(forms: readonly Schema[]): PlainSchema
  /** Anything, of no known type. */
  unknown(): PlainSchema
  /** A file in an input. */
  upload(): PlainSchema
}

/**
 * The builders themselves.
 * @example const schema = plain.object({ id: plain.string() })
 */
export const plain: PlainBuilders = { array, boolean, enum: oneOf, gte, int, lazy, literal, looseObject, lte, maxLength, minLength, nullable, number, object, optional, record, refine, regex, strictObject, string, union, unknown, upload } as unknown as PlainBuilders
