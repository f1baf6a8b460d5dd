import { isObject, type Json, type References } from './document.ts'

/** One field of an object. */
export interface Field {
  readonly name: string
  readonly schema: Json
  readonly required: boolean
}

/** Which side a schema stands on: inputs are strict and have limits, results are open. */
export type Side = 'input' | 'result'

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name).replace(/^"|"$/g, "'"))

/** Text as it may stand in a doc comment. */
export const commentText = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*∕').trim()

/** A text as a literal. */
export const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** Writes schemas as calls of the builders. */
export class SchemaWriter {
  readonly #references: References

  constructor(references: References) {
    this.#references = references
  }

  /** A schema with its references followed and all its parts joined into one object. */
  joined(schema: unknown): Json {
    const own = this.#references.follow(schema)
    const parts = Array.isArray(own['allOf']) ? (own['allOf'] as unknown[]).map((part) => this.joined(part)) : []
    if (parts.length === 0) return own
    const { allOf: _, ...rest } = own
    const all = [...parts, rest]
    const properties = Object.assign({}, ...all.map((part) => (isObject(part['properties']) ? part['properties'] : {}))) as Json
    const required = all.flatMap((part) => (Array.isArray(part['required']) ? (part['required'] as string[]) : []))
    return { ...(Object.assign({}, ...all) as Json), ...(Object.keys(properties).length === 0 ? {} : { properties }), ...(required.length === 0 ? {} : { required }) }
  }

  /** The fields of an object; those that are only read are no inputs. */
  fields(schema: unknown, side: Side): readonly Field[] {
    const { properties, required } = this.joined(schema)
    const names = Array.isArray(required) ? (required as string[]) : []
    return Object.entries(isObject(properties) ? properties : {})
      .map(([name, field]) => ({ name, schema: isObject(field) ? field : {}, required: names.includes(name) }))
      .filter(({ schema: field }) => !(side === 'input' && this.joined(field)['readOnly'] === true))
  }

  /** The description of a field; its name where the document says nothing. */
  describe({ name, schema }: Field): string {
    const { description, title, readOnly } = { ...this.joined(schema), ...(typeof schema['description'] === 'string' ? { description: schema['description'] } : {}) } as Json
    const text = commentText(typeof description === 'string' && description !== '' ? description : typeof title === 'string' && title !== '' ? title : `The \`${name}\``)
    return `${/[.!?]$/.test(text) ? text : `${text}.`}${readOnly === true ? ' Read-only.' : ''}`
  }

  /** Fields as the members of an object, a comment above each. */
  members(fields: readonly Field[], side: Side, indent: string, seen: readonly Json[] = []): string {
    return fields
      .map((field) => {
        const text = this.text(field.schema, side, `${indent}  `, seen)
        return `${indent}  /** ${this.describe(field)} */\n${indent}  ${keyOf(field.name)}: ${field.required ? text : `z.optional(${text})`},\n`
      })
      .join('')
  }

  /** One schema. What leads back to itself is anything at all. */
  text(schema: unknown, side: Side, indent = '', seen: readonly Json[] = []): string {
    const target = this.#references.follow(schema)
    if (seen.includes(target)) return 'z.unknown()'
    const joined = this.joined(schema)
    const text = this.#plain(joined, side, indent, [...seen, target])
    return joined['nullable'] === true || (Array.isArray(joined['type']) && joined['type'].includes('null')) ? `z.nullable(${text})` : text
  }

  #plain(schema: Json, side: Side, indent: string, seen: readonly Json[]): string {
    const { enum: choices, const: only, items, properties } = schema
    const types = Array.isArray(schema['type']) ? (schema['type'] as unknown[]).filter((type) => type !== 'null') : [schema['type']]
    if (only !== undefined) return this.#choice([only], side)
    if (Array.isArray(choices)) return this.#choice(choices, side)
    const forms = [schema['oneOf'], schema['anyOf']].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    if (forms.length > 0) return this.#union(forms.map((form) => this.text(form, side, indent, seen)))
    if (types.length > 1) return this.#union(types.map((type) => this.#plain({ ...schema, type }, side, indent, seen)))
    const [type] = types
    if (isObject(properties) && Object.keys(properties).length > 0) return `z.${side === 'input' ? 'strictObject' : 'object'}({\n${this.members(this.fields(schema, side), side, indent, seen)}${indent}})`
    if (type === 'object') return 'z.record(z.string(), z.unknown())'
    if (type === 'array' || items !== undefined) return `z.array(${this.text(items ?? {}, side, indent, seen)})${side === 'input' ? this.#checks(schema, { minItems: 'minLength', maxItems: 'maxLength' }) : ''}`
    if (type === 'string') return schema['format'] === 'binary' ? (side === 'input' ? 'z.upload()' : 'z.unknown()') : `z.string()${side === 'input' ? this.#checks(schema, { minLength: 'minLength', maxLength: 'maxLength' }) : ''}`
    if (type === 'integer' || type === 'number') return side === 'input' ? `z.${type === 'integer' ? 'int' : 'number'}()${this.#checks(schema, { minimum: 'gte', maximum: 'lte' })}` : 'z.number()'
    return type === 'boolean' ? 'z.boolean()' : 'z.unknown()'
  }

  /** Choices limit inputs; results may bring new ones. */
  #choice(values: readonly unknown[], side: Side): string {
    const known = values.filter((value) => value !== null)
    const isText = known.every((value) => typeof value === 'string')
    if (side === 'result' && isText) return 'z.string()'
    const literals = known.map((value) => (typeof value === 'string' ? quoted(value) : JSON.stringify(value)))
    const text = isText && known.length > 0 ? `z.enum([${literals.join(', ')}])` : this.#union(literals.map((literal) => `z.literal(${literal})`))
    return known.length < values.length ? `z.nullable(${text})` : text
  }

  #union(forms: readonly string[]): string {
    const different = [...new Set(forms)]
    if (different.includes('z.unknown()') || different.length === 0) return 'z.unknown()'
    return different.length === 1 ? (different[0] as string) : `z.union([${different.join(', ')}])`
  }

  #checks(schema: Json, names: Readonly<Record<string, string>>): string {
    const checks = Object.entries(names).flatMap(([name, check]) => (typeof schema[name] === 'number' ? [`z.${check}(${String(schema[name])})`] : []))
    return checks.length === 0 ? '' : `.check(${checks.join(', ')})`
  }
}
