import '@zonewright/core/zod'
import type { Schema } from '@zonewright/core'

/** What of a schema is looked at: its kind and what it holds. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly values?: readonly unknown[]
}

const definitionOf = (schema: Schema): Definition => (schema._zod as unknown as { readonly def: Definition }).def

/** What the texts of a parameter become. */
export type ParameterKind = 'text' | 'number' | 'boolean' | 'json' | { readonly list: ParameterKind }

const kindOf = (schema: Schema): ParameterKind => {
  const definition = definitionOf(schema)
  if (definition.innerType !== undefined) return kindOf(definition.innerType)
  if (definition.type === 'number' || definition.type === 'int') return 'number'
  if (definition.type === 'boolean') return 'boolean'
  if (definition.type === 'literal') return typeof definition.values?.[0] === 'boolean' ? 'boolean' : typeof definition.values?.[0] === 'number' ? 'number' : 'text'
  if (definition.type === 'array' && definition.element !== undefined) return { list: kindOf(definition.element) }
  if (definition.type === 'object' || definition.type === 'record') return 'json'
  if (definition.type === 'union') {
    const kinds = (definition.options ?? []).map(kindOf)
    const list = kinds.find((kind) => typeof kind === 'object')
    // What looks like a number is meant as one, as minutes are where a date may stand, too.
    if (list === undefined && kinds.includes('number') && kinds.every((kind) => kind === 'number' || kind === 'text')) return 'number'
    return list ?? (kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? 'text') : 'text')
  }
  return 'text'
}

/**
 * The kinds of an input's fields, read from its schema.
 * @example parameterKinds(records.list.input).get('o') // 'number'
 */
export const parameterKinds = (input: Schema): ReadonlyMap<string, ParameterKind> => new Map(Object.entries(definitionOf(input).shape ?? {}).map(([name, schema]) => [name, kindOf(schema)]))

const one = (text: string, kind: ParameterKind): unknown => {
  // What does not fit stays a text: the rules say what is wrong with it.
  if (kind === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (kind === 'json') {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  return text
}

/**
 * The texts of one parameter as the value that the input's schema has; a name that is repeated gives a list.
 * @example coerce(['2'], 'number') // 2
 */
export const coerce = (texts: readonly string[], kind: ParameterKind = 'text'): unknown => {
  if (typeof kind === 'object') return texts.map((text) => one(text, kind.list))
  return texts.length === 1 ? one(texts[0] ?? '', kind) : texts.map((text) => one(text, kind))
}
