import '@zonewright/core/zod'
import type { Schema } from '@zonewright/core'
import type { InputType, ManifestInput } from './form.ts'

/** What of a schema's definition is read here; zod calls it `def` and promises its form. */
interface Definition {
  readonly type: string
  readonly format?: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly entries?: Readonly<Record<string, string | number>>
  readonly values?: readonly (string | number | boolean | null)[]
  readonly shape?: Readonly<Record<string, Schema>>
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
}

interface Check {
  readonly check: string
  readonly value?: number
  readonly inclusive?: boolean
  readonly maximum?: number
}

const definitionOf = (schema: Schema): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def

const isOptional = (schema: Schema): boolean => (schema as unknown as { _zod: { optin?: string } })._zod.optin === 'optional'

const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional'])

const unwrapped = (schema: Schema): Definition => {
  let definition = definitionOf(schema)
  while (wrappers.has(definition.type) && definition.innerType !== undefined) definition = definitionOf(definition.innerType)
  return definition
}

const typeOf = (definition: Definition): InputType => {
  switch (definition.type) {
    case 'string':
    case 'boolean':
    case 'enum':
    case 'array':
    case 'object':
      return definition.type
    case 'number':
      return definition.format?.includes('int') === true ? 'integer' : 'number'
    case 'literal':
      return 'enum'
    case 'record':
      return 'object'
    case 'custom':
      return 'upload'
    default:
      return 'union'
  }
}

const choicesOf = (definition: Definition): (string | number | boolean)[] | undefined => {
  if (definition.type === 'enum') return Object.values(definition.entries ?? {})
  if (definition.type === 'literal') return (definition.values ?? []).filter((value) => value !== null)
  return undefined
}

const limitsOf = (definition: Definition): { minimum?: number; maximum?: number; maxLength?: number } => {
  const limits: { minimum?: number; maximum?: number; maxLength?: number } = {}
  for (const { _zod: part } of definition.checks ?? []) {
    const { check, value, inclusive, maximum } = part.def
    if (check === 'greater_than' && inclusive === true && value !== undefined) limits.minimum = value
    if (check === 'less_than' && inclusive === true && value !== undefined) limits.maximum = value
    if (check === 'max_length' && maximum !== undefined) limits.maxLength = maximum
  }
  return limits
}

/** Facts about one input, all but where it travels and its words. */
export type InputFacts = Omit<ManifestInput, 'in' | 'description'>

const factsOf = (name: string, schema: Schema, required: boolean): InputFacts => {
  const definition = unwrapped(schema)
  const element = definition.element === undefined ? undefined : unwrapped(definition.element)
  const choices = choicesOf(definition) ?? (element === undefined ? undefined : choicesOf(element))
  return {
    name,
    required,
    type: typeOf(definition),
    ...(choices === undefined ? {} : { enum: choices }),
    ...(element === undefined ? {} : { items: typeOf(element) }),
    ...limitsOf(definition),
  }
}

/** The inputs that a schema declares; of several forms, all that any has, required where every form requires it. */
export const inputFacts = (schema: Schema): InputFacts[] => {
  const definition = unwrapped(schema)
  if (definition.shape !== undefined) return Object.entries(definition.shape).map(([name, field]) => factsOf(name, field, !isOptional(field)))
  const forms = (definition.options ?? []).map((option) => inputFacts(option))
  const found = new Map<string, InputFacts>()
  for (const form of forms) for (const facts of form) found.set(facts.name, { ...(found.get(facts.name) ?? facts), required: forms.every((other) => other.some(({ name, required }) => name === facts.name && required)) })
  return [...found.values()]
}
