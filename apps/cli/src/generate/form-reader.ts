import { isObject, type Json, listOf } from './document.ts'
import { checksOf, docOf, scalarsIn } from './facts.ts'
import { type Choice, flatSchema, type FlatSchema, hasShape } from './flat-schema.ts'
import type { FieldForm, Form, NamedForm, Side } from './form.ts'
import type { References } from './references.ts'
import { type Names, typeName } from './words.ts'

/** Most forms that a value of several choices is spelled out in. */
const mostForms = 64

/** Most schemas within each other, the last guard against a document that goes in circles without saying so twice. */
const mostDepth = 40

/** What may stand beside a reference without changing which form it is. */
const asides = /^(?:\$ref|description|summary|title|nullable|default|examples?|deprecated|readOnly|writeOnly|x-.*)$/

const unknown: Form = { kind: 'unknown' }

/** What is being read: references that no list or object stands between, and choices that were taken. */
interface Way {
  readonly references: readonly string[]
  readonly choices: readonly (readonly unknown[])[]
}

const start: Way = { references: [], choices: [] }

/** Reads schemas as forms, and gives names to those that a document's references lead to. */
export class FormReader {
  readonly #references: References
  readonly #names: Names
  readonly #known = new Map<string, { readonly name: string; done: boolean }>()
  #reading: readonly unknown[] = []
  readonly #named: { readonly form: NamedForm; readonly side: Side }[] = []

  constructor(references: References, names: Names) {
    this.#references = references
    this.#names = names
  }

  /** The forms with names, each after those that it needs. */
  get named(): readonly { readonly form: NamedForm; readonly side: Side }[] {
    return this.#named
  }

  /** A schema with its references and parts joined. */
  flat(schema: unknown): FlatSchema {
    return flatSchema(schema, this.#references)
  }

  /** The fields of an object; those that are only read are no inputs, and those that are only written no results. */
  fields(schema: unknown, side: Side): readonly FieldForm[] {
    return this.#fields(this.flat(schema).own, side)
  }

  /** What a schema means on a side. */
  read(schema: unknown, side: Side, way: Way = start): Form {
    // What leads back to itself without a name of its own is anything at all.
    if ((isObject(schema) && this.#reading.includes(schema)) || this.#reading.length > mostDepth) return unknown
    const outside = this.#reading
    this.#reading = [...outside, schema]
    const form = this.#read(schema, side, way)
    this.#reading = outside
    return form
  }

  #read(schema: unknown, side: Side, way: Way): Form {
    const { reference, value } = this.#references.target(schema)
    const isPlain = reference !== undefined && isObject(schema) && Object.keys(schema).every((word) => asides.test(word))
    if (!isPlain) return this.#form(this.flat(schema), side, way)
    if (way.references.includes(reference)) return unknown
    const further = { ...way, references: [...way.references, reference] }
    const flat = this.flat(value)
    const isSmall = flat.choices.length === 0 && !isObject(flat.own['properties']) && flat.own['type'] !== 'array' && !isObject(flat.own['additionalProperties'])
    const form = isSmall ? this.#form(flat, side, further) : this.#nameFor(reference, flat, side, further)
    return schema['nullable'] === true ? unionOf([form, { kind: 'null' }]) : form
  }

  #nameFor(reference: string, flat: FlatSchema, side: Side, way: Way): Form {
    const key = `${side} ${reference}`
    const known = this.#known.get(key)
    if (known !== undefined) return { kind: 'named', name: known.name, again: !known.done }
    const own = typeName(reference.slice(reference.lastIndexOf('/') + 1))
    const name = this.#names.take(side === 'input' ? `${own}Input` : own)
    const entry = { name, done: false }
    this.#known.set(key, entry)
    // What has a name is read once, the same wherever it was met.
    const outside = this.#reading
    this.#reading = []
    const form = this.#form(flat, side, way)
    this.#reading = outside
    entry.done = true
    this.#named.push({ form: { name, form, doc: docOf(flat.own, side) }, side })
    return { kind: 'named', name, again: false }
  }

  #fields(own: Json, side: Side): readonly FieldForm[] {
    const required = listOf(own['required'])
    return Object.entries(isObject(own['properties']) ? own['properties'] : {}).flatMap(([name, schema]) => {
      const { own: facts } = this.flat(schema)
      if (facts[side === 'input' ? 'readOnly' : 'writeOnly'] === true) return []
      return [{ name, required: required.includes(name), form: this.read(schema, side), doc: docOf(facts, side) || `The \`${name}\`.` }]
    })
  }

  #form({ own, choices }: FlatSchema, side: Side, way: Way): Form {
    const open = choices.filter(({ forms }) => !way.choices.includes(forms))
    const isNull = own['nullable'] === true || listOf(own['type']).includes('null') || (Array.isArray(own['enum']) && own['enum'].includes(null)) || own['const'] === null
    const form = open.length > 0 ? this.#chosen(own, open, side, way) : this.#single(own, side)
    return isNull && form.kind !== 'unknown' && form.kind !== 'null' && form.kind !== 'nullable' ? { kind: 'nullable', form } : form
  }

  /** A value that has one of several forms: each of them, joined with what is said of all. */
  #chosen(own: Json, choices: readonly Choice[], side: Side, way: Way): Form {
    const further: Way = { ...way, choices: [...way.choices, ...choices.map(({ forms }) => forms)] }
    const isAlone = choices.length === 1 && !hasShape(own) && own['required'] === undefined
    let ways: readonly (readonly unknown[])[] = [[]]
    for (const { forms, several } of choices) {
      if (ways.length * forms.length > mostForms && ways.length > 1) break
      // Of several forms, a value may have the fields of more than one.
      const objects = several && side === 'input' ? forms.filter((form) => isObject(this.flat(form).own['properties'])) : []
      const each = objects.length > 1 ? forms.map((form) => (objects.includes(form) ? { allOf: [form, { additionalProperties: true }] } : form)) : forms
      ways = ways.flatMap((taken) => each.map((form) => [...taken, form]))
    }
    const forms = ways.map((taken) => {
      const [only] = taken
      return isAlone && only !== undefined ? this.read(only, side, further) : this.#form(this.flat({ allOf: [own, ...taken] }), side, further)
    })
    return unionOf(forms)
  }

  #single(own: Json, side: Side): Form {
    const types = (Array.isArray(own['type']) ? (own['type'] as unknown[]) : [own['type']]).filter((type) => type !== 'null')
    if (types.length === 0) return { kind: 'null' }
    if (own['const'] !== undefined || Array.isArray(own['enum'])) {
      const listed = own['const'] === undefined ? listOf(own['enum']) : [own['const']]
      const values = scalarsIn(listed)
      if (values === undefined) return this.#typed(own, types[0], side)
      if (values.length === 0) return listed.includes(null) ? { kind: 'null' } : unknown
      // A result may bring a choice that is new; one that stands alone tells forms apart.
      if (side === 'input' || values.length === 1 || values.some((value) => typeof value === 'boolean')) return { kind: 'literals', values }
      return unionOf([...new Set(values.map((value) => typeof value))].map((type): Form => ({ kind: type === 'string' ? 'string' : 'number', checks: [] })))
    }
    return unionOf(types.map((type) => this.#typed(own, type, side)))
  }

  #typed(own: Json, type: unknown, side: Side): Form {
    const { items, properties, additionalProperties } = own
    const isObjectLike = type === 'object' || (type === undefined && (isObject(properties) || isObject(additionalProperties)))
    if (isObjectLike) {
      const fields = this.#fields(own, side)
      const isOpen = additionalProperties === true || isObject(additionalProperties)
      if (isObject(properties) && Object.keys(properties).length > 0) return { kind: 'object', fields, open: isOpen }
      return { kind: 'record', value: isObject(additionalProperties) ? this.read(additionalProperties, side) : unknown }
    }
    if (type === 'array' || (type === undefined && items !== undefined)) return { kind: 'array', item: this.read(items ?? {}, side), checks: checksOf(own, 'array', side) }
    if (type === 'string') return own['format'] === 'binary' || own['contentMediaType'] === 'application/octet-stream' ? { kind: side === 'input' ? 'upload' : 'unknown' } : { kind: 'string', checks: checksOf(own, 'string', side) }
    if (type === 'integer' || type === 'number') return { kind: type === 'integer' && side === 'input' ? 'int' : 'number', checks: checksOf(own, 'number', side) }
    return type === 'boolean' ? { kind: 'boolean' } : unknown
  }
}

/** One of some forms; those that are said twice count once, and whatever stands beside anything is anything. */
export const unionOf = (forms: readonly Form[]): Form => {
  const plain = forms.flatMap((form) => (form.kind === 'union' ? form.forms : [form]))
  const isNull = plain.some((form) => form.kind === 'null' || form.kind === 'nullable')
  const different = new Map<string, Form>()
  for (const form of plain) {
    const bare = form.kind === 'nullable' ? form.form : form
    if (bare.kind !== 'null') different.set(JSON.stringify(bare), bare)
  }
  const all = [...different.values()]
  if (all.some((form) => form.kind === 'unknown')) return unknown
  const [first] = all
  if (first === undefined) return isNull ? { kind: 'null' } : unknown
  const form: Form = all.length === 1 ? first : { kind: 'union', forms: all }
  return isNull ? { kind: 'nullable', form } : form
}
