/**
 * The one door to schema builders: what endpoint declarations are written with.
 * The builders are zod's functional form, bundled into this one file so that importing them costs one file.
 * A schema made with a reader's own copy of zod fits too: both share the `_zod` form.
 * @module
 */
import { custom } from 'zod/mini'

export {
  any,
  array,
  boolean,
  custom,
  enum,
  extend,
  gte,
  int,
  int as integer,
  length,
  literal,
  lte,
  lowercase,
  maxLength,
  minLength,
  nullable,
  number,
  object,
  omit,
  optional,
  partial,
  pick,
  record,
  refine,
  regex,
  required,
  strictObject,
  string,
  union,
  unknown,
} from 'zod/mini'
export type { infer, input, output } from 'zod/mini'

/** A file to upload: its text or bytes alone, or with the name and media type that the part should carry. */
export type Upload = string | Uint8Array | { readonly name: string; readonly type?: string; readonly content: string | Uint8Array }

const isUpload = (value: unknown): boolean =>
  typeof value === 'string' ||
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && 'name' in value && 'content' in value && isUpload(value.content))

/**
 * A file in an input: text, bytes, or `{ name, type?, content }`.
 * @example const ImportInput = strictObject({ zone_id: string(), file: upload() })
 */
export const upload = (): ReturnType<typeof custom<Upload>> => custom<Upload>(isUpload, 'expected text, bytes or { name, type, content }')
