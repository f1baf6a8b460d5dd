import type { Schema } from '@zonewright/core'

import { type Definition, fits, isOptional, limitsOf, unwrapped } from './definition.ts'

/** Texts of which one fits every form that an input's text may be asked to have. */
const texts = ['023e105f4ecef8ad9ca31a8372d0c353', 'é "a" b&c=+/?#%2F\\雪', 'example.com', 'example_name', '192.0.2.1', 'user@example.com', '2026-11-01T00:00:00Z', '2026-11-01', 'AS64496', 'US', 'a', 'A', '1', '', 'https://example.com/', '#zone:read', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', '* * * * *', '_sip', 'queryCount', 'queryType']

const numbers = [1, 0, 60, 1.5, 100, 1000, -1, 86_400]

/** A text that is as long as a limit allows, where no other fits. */
const stretched = (definition: Definition): readonly string[] => limitsOf(definition).flatMap(({ minimum, maximum, length }) => [minimum, maximum, length].flatMap((count) => (count === undefined ? [] : ['a'.repeat(count)])))

const bounds = (definition: Definition): readonly number[] => limitsOf(definition).flatMap(({ value }) => (value === undefined ? [] : [value, value + 1, value - 1]))

const candidates = (definition: Definition): readonly unknown[] => {
  switch (definition.type) {
    case 'string':
      return [...texts, ...stretched(definition)]
    case 'number':
      return [...bounds(definition), ...numbers]
    case 'boolean':
      return [true, false]
    case 'enum':
      return Object.values(definition.entries ?? {})
    case 'literal':
      return definition.values ?? []
    case 'custom':
      return ['text "ü"\r\n', ...texts]
    case 'array': {
      const item = definition.element === undefined ? [] : samples(definition.element).slice(0, 1)
      return [item, [...item, ...item], []]
    }
    case 'record':
      return [{ name: definition.valueType === undefined ? 'value' : samples(definition.valueType)[0] }, {}]
    case 'object':
      return [...objects(definition.shape ?? {})]
    case 'union':
      return (definition.options ?? []).flatMap((option) => samples(option))
    default:
      return [{ any: ['é', 1.5, null] }]
  }
}

/** With all fields, with those that are required, with each other one beside those, without each, and with other values where fields hang together. */
function* objects(shape: Readonly<Record<string, Schema>>): Generator<Readonly<Record<string, unknown>>> {
  const all = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, samples(field)[0]]))
  const required = Object.keys(shape).filter((name) => !isOptional(shape[name] as Schema))
  const others = Object.keys(shape).filter((name) => !required.includes(name))
  const having = (names: readonly string[]): Readonly<Record<string, unknown>> => Object.fromEntries(names.map((name) => [name, all[name]]))
  yield all
  yield having(required)
  for (const name of others) yield having([...required, name])
  for (const name of others) yield having(Object.keys(shape).filter((other) => other !== name))
  for (const [name, field] of Object.entries(shape)) for (const value of samples(field).slice(1)) yield { ...all, [name]: value }
}

const known = new WeakMap<Schema, readonly unknown[]>()

/**
 * Values that a schema describes, made from the schema alone: every choice of an enumeration, an object with all of its
 * fields where that may be, with the required ones, and with each of the others.
 * @throws Error when no value is found: a limit of a new kind wants a candidate here.
 * @example const [all] = samples(zones.get.input) // { zone_id: '023e105f4ecef8ad9ca31a8372d0c353' }
 */
export const samples = (schema: Schema): readonly unknown[] => {
  const before = known.get(schema)
  if (before !== undefined) return before
  const definition = unwrapped(schema)
  const found = candidates(definition).filter((value) => fits(schema, value))
  if (found.length === 0) throw new Error(`no sample fits a schema of type ${definition.type}: ${JSON.stringify(limitsOf(definition).map(({ pattern, ...limit }) => ({ ...limit, pattern: String(pattern) })))}`)
  known.set(schema, found)
  return found
}

/** Inputs of which each field is in one at least. */
export const sampleInputs = (schema: Schema): readonly Readonly<Record<string, unknown>>[] => {
  const missing = new Set(Object.keys(unwrapped(schema).shape ?? {}))
  const chosen: Readonly<Record<string, unknown>>[] = []
  for (const sample of samples(schema) as readonly Readonly<Record<string, unknown>>[]) {
    if (chosen.length > 0 && !Object.keys(sample).some((name) => missing.has(name))) continue
    chosen.push(sample)
    for (const name of Object.keys(sample)) missing.delete(name)
  }
  if (missing.size > 0) throw new Error(`no sample has ${[...missing].join(', ')}`)
  return chosen
}
