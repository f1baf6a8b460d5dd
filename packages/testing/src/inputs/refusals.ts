import type { Schema } from '@zonewright/core'

import { type Check, type Definition, fits, isOptional, limitsOf, unwrapped } from './definition.ts'
import { samples } from './samples.ts'

/** An input that must be refused, and what the error must say of it. */
export interface BadInput {
  /** What is wrong with it, for the title of a failure. */
  readonly what: string
  readonly input: unknown
  /** Where it is wrong. */
  readonly path: readonly PropertyKey[]
  /** How the error must show the value, unless it is secret; nothing where there is none to show. */
  readonly shows: string
  /** What the error must say of the limit. */
  readonly says: readonly string[]
}

/** A place in an input: its schema, a good value, and how another value is put there. */
interface Place {
  readonly schema: Schema
  readonly path: readonly PropertyKey[]
  readonly put: (value: unknown) => unknown
}

const expectedOf: Readonly<Record<string, string>> = { string: 'a string', number: 'a number', boolean: 'a boolean', array: 'a list', object: 'an object', record: 'a' }

/** A value of another kind, and how it is shown. */
const foreign = ({ type }: Definition): unknown => (type === 'string' ? 5 : type === 'custom' ? 7 : 'x y')

const shown = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? '')
  return text.length > 80 ? text.slice(0, 70) : text
}

const unfit: readonly unknown[] = ['x y', 5.5, true, null, { 'x y': 1 }, ['x y'], 'X'.repeat(9000), -1]

/** A value just beyond a limit. */
interface Beyond extends Pick<BadInput, 'what' | 'shows' | 'says'> {
  readonly value: unknown
}

const refusalOf = (definition: Definition, { check, value, inclusive, minimum, maximum, length, pattern }: Check, item: unknown): readonly Beyond[] => {
  const sized = (count: number, limit: number): readonly Beyond[] =>
    count < 0 ? [] : [{ what: `${count} where the limit is ${limit}`, value: definition.type === 'array' ? Array.from({ length: count }, () => item) : 'a'.repeat(count), shows: String(count), says: [String(limit)] }]
  if (check === 'min_length' && minimum !== undefined) return sized(minimum - 1, minimum)
  if (check === 'max_length' && maximum !== undefined) return sized(maximum + 1, maximum)
  if (check === 'length_equals' && length !== undefined) return [...sized(length - 1, length), ...sized(length + 1, length)]
  if ((check === 'greater_than' || check === 'less_than') && value !== undefined) {
    const beyond = inclusive === false ? value : check === 'less_than' ? value + 1 : value - 1
    return Number.isSafeInteger(beyond) ? [{ what: `${beyond} where the limit is ${value}`, value: beyond, shows: String(beyond), says: [String(value)] }] : []
  }
  if (check === 'string_format' && pattern !== undefined) {
    const wrong = unfit.find((text) => typeof text === 'string' && !pattern.test(text)) ?? [...'\n \t'].find((text) => !pattern.test(text))
    return wrong === undefined ? [] : [{ what: `a text that is not ${pattern}`, value: wrong, shows: shown(wrong).slice(0, 40), says: [String(pattern)] }]
  }
  return []
}

function* badValues(place: Place): Generator<BadInput> {
  const { schema, path, put } = place
  const definition = unwrapped(schema)
  const bad = (what: string, value: unknown, shows: string, ...says: readonly string[]): BadInput => ({ what: `${path.map(String).join('.')}: ${what}`, input: put(value), path, shows, says })
  const kind = expectedOf[definition.type]
  if (kind !== undefined) yield bad(`another kind than ${definition.type}`, foreign(definition), shown(foreign(definition)), kind)
  if (definition.type === 'number' && definition.format?.includes('int') === true) yield bad('no whole number', 1.5, '1.5', 'whole number')
  if (definition.type === 'enum' || definition.type === 'literal') yield bad('none of the choices', 'x y', '"x y"', ...[...Object.values(definition.entries ?? {}), ...(definition.values ?? [])].map(shown))
  if (definition.type === 'custom') yield bad('no upload', 7, '7', 'text, bytes')
  if (definition.type === 'union') {
    const wrong = unfit.find((value) => !fits(schema, value))
    if (wrong !== undefined) yield bad('no form of it', wrong, shown(wrong).slice(0, 40))
  }
  const item = definition.element === undefined ? undefined : samples(definition.element)[0]
  for (const check of limitsOf(definition)) for (const { what, value, shows, says } of refusalOf(definition, check, item)) yield bad(what, value, shows, ...says)
  yield* below(place, definition)
}

function* below({ schema, path, put }: Place, definition: Definition): Generator<BadInput> {
  const good = samples(schema)
  if (definition.element !== undefined) {
    const list = good.find((value) => Array.isArray(value) && value.length > 0) as readonly unknown[] | undefined
    if (list !== undefined) yield* badValues({ schema: definition.element, path: [...path, 0], put: (value) => put([value, ...list.slice(1)]) })
  }
  if (definition.type === 'record' && definition.valueType !== undefined) yield* badValues({ schema: definition.valueType, path: [...path, 'name'], put: (value) => put({ name: value }) })
  const { shape } = definition
  if (shape === undefined) return
  const objects = good as readonly Readonly<Record<string, unknown>>[]
  if (definition.catchall !== undefined) yield { what: `${path.map(String).join('.')}: an unknown name`, input: put({ ...objects[0], no_such_name: 1 }), path, shows: 'no_such_name', says: ['unknown name'] }
  for (const [name, field] of Object.entries(shape)) {
    const around = objects.find((value) => name in value)
    if (around === undefined) continue
    if (!isOptional(field)) {
      const { [name]: _, ...rest } = around
      yield { what: `${[...path, name].map(String).join('.')}: left out`, input: put(rest), path: [...path, name], shows: '', says: ['missing'] }
    }
    yield* badValues({ schema: field, path: [...path, name], put: (value) => put({ ...around, [name]: value }) })
  }
}

/**
 * Inputs that a schema refuses, made from the schema alone: for each field and each of its limits one that is just beyond it,
 * one of another kind, a required field left out, an unknown name.
 * @example const wrong = badInputs(zones.get.input) // without zone_id, with one that is no text or empty, with a name too many
 */
export const badInputs = (schema: Schema): readonly BadInput[] => [...below({ schema, path: [], put: (value) => value }, unwrapped(schema))]
