import { isObject, type Json, listOf } from './document.ts'
import type { References } from './references.ts'

/** Forms of which a value has one (`oneOf`) or some (`anyOf`). */
export interface Choice {
  readonly forms: readonly unknown[]
  readonly several: boolean
}

/** A schema whose references are followed and whose parts are joined: what is said of the value itself, and what it may be beside that. */
export interface FlatSchema {
  readonly own: Json
  readonly choices: readonly Choice[]
}

/** Words that say what a value is; a schema without them only says something about it. */
const shaping = ['type', 'properties', 'items', 'enum', 'const', 'oneOf', 'anyOf', 'allOf', '$ref', 'additionalProperties']

/** Whether a schema says what its value is. */
export const hasShape = (schema: Json): boolean => shaping.some((word) => word in schema)

const joinedProperty = (earlier: unknown, later: unknown): unknown => (isObject(earlier) && isObject(later) && !hasShape(later) ? { ...earlier, ...later } : later)

/** Properties of two schemas: the later one of a name counts, but one that says nothing of the value adds to the earlier. */
const joinedProperties = (one: unknown, other: unknown): Json | undefined => {
  if (!isObject(one) || !isObject(other)) return isObject(one) ? one : isObject(other) ? other : undefined
  const joined = new Map(Object.entries(one))
  for (const [name, property] of Object.entries(other)) joined.set(name, joined.has(name) ? joinedProperty(joined.get(name), property) : property)
  return Object.fromEntries(joined)
}

const joined = (one: Json, other: Json): Json => {
  const properties = joinedProperties(one['properties'], other['properties'])
  const required = [...listOf(one['required']), ...listOf(other['required'])]
  return { ...one, ...other, ...(properties === undefined ? {} : { properties }), ...(required.length === 0 ? {} : { required }) }
}

/**
 * Joins what a schema's references and `allOf` say.
 * @param seen Schemas whose parts are being joined; one that leads back to them adds nothing new.
 */
export const flatSchema = (schema: unknown, references: References, seen: readonly unknown[] = []): FlatSchema => {
  const { value, reference } = references.target(schema)
  if (!isObject(value) || seen.includes(value)) return { own: {}, choices: [] }
  const inside = [...seen, value]
  const { allOf, oneOf, anyOf, ...rest } = value
  // A base that names its kinds, seen from one of these kinds, is the base alone.
  const leadsBack = (forms: readonly unknown[]): boolean => forms.some((form) => inside.includes(references.follow(form)))
  const own: Choice[] = [{ forms: listOf(oneOf), several: false }, { forms: listOf(anyOf), several: true }].filter(({ forms }) => forms.length > 0 && !leadsBack(forms))
  const parts: FlatSchema[] = [...listOf(allOf).map((part) => flatSchema(part, references, inside)), { own: rest, choices: own }]
  if (reference !== undefined && isObject(schema)) {
    // Since OpenAPI 3.1, what stands beside a reference counts.
    const { $ref: _, ...beside } = schema
    if (Object.keys(beside).length > 0) parts.push(flatSchema(beside, references, inside))
  }
  return parts.reduce((one, other) => ({ own: joined(one.own, other.own), choices: [...one.choices, ...other.choices] }))
}
