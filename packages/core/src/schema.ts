/**
 * The one door to schema builders: what endpoint declarations are written with.
 * The builders are those of zod's functional form. What stands here notes what is to be built: zod comes with the first
 * call of a client and builds a schema when it is used first. A program that uses schemas by themselves, as in
 * `Zone.parse(value)`, says `import '@zonewright/core/zod'`; without it such a use before the first call is an error.
 * A schema made with a reader's own copy of zod fits too: both share the `_zod` form.
 * @module
 */
import type * as mini from 'zod/mini'
import { deferred } from './deferred.ts'
import type { Schema } from './endpoint.ts'
import type { Upload } from './upload.ts'

export type { infer, input, output } from 'zod/mini'
export type { Upload } from './upload.ts'

/**
 * Anything.
 * @example const schema = any()
 */
export const any: typeof mini.any = /* @__PURE__ */ deferred('any')
/**
 * A list of items.
 * @example const schema = array(string())
 */
export const array: typeof mini.array = /* @__PURE__ */ deferred('array')
/**
 * True or false.
 * @example const schema = boolean()
 */
export const boolean: typeof mini.boolean = /* @__PURE__ */ deferred('boolean')
/**
 * A value that a function accepts.
 * @example const schema = custom<Date>((value) => value instanceof Date)
 */
export const custom: typeof mini.custom = /* @__PURE__ */ deferred('custom')
/**
 * At least this number.
 * @example const schema = number().check(gte(1))
 */
export const gte: typeof mini.gte = /* @__PURE__ */ deferred('gte')
/**
 * A whole number.
 * @example const schema = int()
 */
export const int: typeof mini.int = /* @__PURE__ */ deferred('int')
/**
 * A schema that is named before it is there, such as one that leads back to itself.
 * @example
 * const tree = object({ branches: array(lazy((): Schema => tree)) })
 */
export const lazy: (of: () => Schema) => ReturnType<typeof mini.any> = /* @__PURE__ */ deferred('lazy')
/**
 * One value, or one of several.
 * @example const schema = literal(true)
 */
export const literal: typeof mini.literal = /* @__PURE__ */ deferred('literal')
/**
 * An object; other fields are kept.
 * @example const schema = looseObject({ id: string() })
 */
export const looseObject: typeof mini.looseObject = /* @__PURE__ */ deferred('looseObject')
/**
 * At most this number.
 * @example const schema = number().check(lte(65535))
 */
export const lte: typeof mini.lte = /* @__PURE__ */ deferred('lte')
/**
 * At most this many characters or items.
 * @example const schema = string().check(maxLength(255))
 */
export const maxLength: typeof mini.maxLength = /* @__PURE__ */ deferred('maxLength')
/**
 * At least this many characters or items.
 * @example const schema = string().check(minLength(1))
 */
export const minLength: typeof mini.minLength = /* @__PURE__ */ deferred('minLength')
/**
 * The schema, or null.
 * @example const schema = nullable(string())
 */
export const nullable: typeof mini.nullable = /* @__PURE__ */ deferred('nullable')
/**
 * A number.
 * @example const schema = number()
 */
export const number: typeof mini.number = /* @__PURE__ */ deferred('number')
/**
 * An object; other fields are dropped.
 * @example const schema = object({ id: string() })
 */
export const object: typeof mini.object = /* @__PURE__ */ deferred('object')
/**
 * The schema, or nothing.
 * @example const schema = optional(string())
 */
export const optional: typeof mini.optional = /* @__PURE__ */ deferred('optional')
/**
 * An object none of whose fields is required.
 * @example const schema = partial(object({ id: string() }))
 */
export const partial: typeof mini.partial = /* @__PURE__ */ deferred('partial')
/**
 * An object of any names with one kind of value.
 * @example const schema = record(string(), unknown())
 */
export const record: typeof mini.record = /* @__PURE__ */ deferred('record')
/**
 * What a function accepts, with a message for what it does not.
 * @example const schema = string().check(refine((text) => text !== '.', 'expected a name'))
 */
export const refine: typeof mini.refine = /* @__PURE__ */ deferred('refine')
/**
 * Text of a form.
 * @example const schema = string().check(regex(/^[0-9a-f]+$/))
 */
export const regex: typeof mini.regex = /* @__PURE__ */ deferred('regex')
/**
 * An object; other fields are refused.
 * @example const schema = strictObject({ id: string() })
 */
export const strictObject: typeof mini.strictObject = /* @__PURE__ */ deferred('strictObject')
/**
 * Text.
 * @example const schema = string()
 */
export const string: typeof mini.string = /* @__PURE__ */ deferred('string')
/**
 * One of several schemas.
 * @example const schema = union([string(), number()])
 */
export const union: typeof mini.union = /* @__PURE__ */ deferred('union')
/**
 * Anything, of no known type.
 * @example const schema = unknown()
 */
export const unknown: typeof mini.unknown = /* @__PURE__ */ deferred('unknown')
/**
 * One of several texts.
 * @example const schema = z.enum(['on', 'off'])
 */
const oneOf: typeof mini.enum = /* @__PURE__ */ deferred('enum')

export { oneOf as enum }

const isContent = (value: unknown): boolean => typeof value === 'string' || value instanceof Uint8Array

const isUpload = (value: unknown): boolean => isContent(value) || (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'content' in value && isContent(value.content))

/**
 * A file in an input: text, bytes, or `{ name, type?, content }`.
 * @example const ImportInput = strictObject({ zone_id: string(), file: upload() })
 */
export const upload = (): ReturnType<typeof custom<Upload>> => custom<Upload>(isUpload, 'expected text, bytes or { name, type, content }')
