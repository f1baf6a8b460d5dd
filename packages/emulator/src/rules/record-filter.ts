import { refuse } from '../errors.ts'
import type { RecordFilter, RecordOrder, TagCondition, TextCondition, TextOperator } from '../state/record-query.ts'
import type { Compat } from './compat.ts'

type Query = Readonly<Record<string, unknown>>

const operators: readonly TextOperator[] = ['exact', 'contains', 'startswith', 'endswith']
/** What a parameter was given; nothing is written as an empty value by programs that always name all parameters. */
const valuesOf = (value: unknown): readonly string[] => (value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String).filter((text) => text !== ''))
const last = (value: unknown): string | undefined => valuesOf(value).at(-1)

const oneOf = <T extends string>(query: Query, name: string, allowed: readonly T[], fallback: T): T => {
  const value = last(query[name])
  if (value === undefined || value === '') return fallback
  const found = allowed.find((one) => one === value.toLowerCase())
  if (found === undefined) throw refuse('query_invalid', { detail: `${name} must be one of ${allowed.join(', ')}` })
  return found
}

/** Until 2025 the operator could stand before the value. */
const prefixed = /^(contains|starts_with|ends_with):(.*)$/s

const plain = (field: TextCondition['field'], value: string, compat: Compat): TextCondition => {
  const [, operator, rest = ''] = compat === '2024' && field !== 'comment' ? (prefixed.exec(value) ?? []) : []
  return operator === undefined ? { field, operator: 'exact', value } : { field, operator: operator.replace('_', '') as TextOperator, value: rest }
}

const textsOf = (query: Query, compat: Compat): TextCondition[] =>
  (['name', 'content', 'comment'] as const).flatMap((field) => [
    ...valuesOf(query[field]).map((value) => plain(field, value, compat)),
    ...operators.flatMap((operator) => valuesOf(query[`${field}.${operator}`]).map((value): TextCondition => ({ field, operator, value }))),
  ])

/** `name:value` as condition on a tag; a name alone asks for its presence. */
const tagged = (operator: TextOperator, text: string): TagCondition => {
  const colon = text.indexOf(':')
  return colon < 0 ? { operator: 'present', name: text } : { operator, name: text.slice(0, colon), value: text.slice(colon + 1) }
}

const tagsOf = (query: Query): TagCondition[] => [
  ...valuesOf(query['tag']).map((text) => tagged('exact', text)),
  ...operators.flatMap((operator) => valuesOf(query[`tag.${operator}`]).map((text) => tagged(operator, text))),
  ...valuesOf(query['tag.present']).map((name): TagCondition => ({ operator: 'present', name })),
  ...valuesOf(query['tag.absent']).map((name): TagCondition => ({ operator: 'absent', name })),
]

const proxiedOf = (query: Query): boolean | undefined => {
  const value = last(query['proxied'])
  if (value === undefined || value === '') return undefined
  if (value !== 'true' && value !== 'false') throw refuse('query_invalid', { detail: 'proxied must be true or false' })
  return value === 'true'
}

/**
 * The filter of a DNS list from its query: `name`, `content` and `comment` with operators behind a dot, tags, `type`, `proxied`,
 * `match`, `tag_match` and `search`. The older `name=contains:x` form ended in 2025 and is taken literally
 * today, as are lists of names with commas; lists of types, such as `type=A,AAAA`, were not among what ended.
 * @throws Refusal `query_invalid` for words that a parameter doesn't know.
 */
export const recordFilter = (query: Query, compat: Compat = 'today'): RecordFilter => {
  const proxied = proxiedOf(query)
  const comment = query['comment.present'] !== undefined ? 'present' : query['comment.absent'] !== undefined ? 'absent' : undefined
  return {
    texts: textsOf(query, compat),
    types: valuesOf(query['type']).flatMap((types) => types.toUpperCase().split(',')),
    tags: tagsOf(query),
    tagMatch: oneOf(query, 'tag_match', ['any', 'all'], 'all'),
    match: oneOf(query, 'match', ['any', 'all'], 'all'),
    search: valuesOf(query['search']).flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''),
    ...(proxied === undefined ? {} : { proxied }),
    ...(comment === undefined ? {} : { comment }),
  }
}

/**
 * The order of a DNS list from its query; by type, ascending, when nothing is said.
 * @throws Refusal `query_invalid`.
 */
export const recordOrder = (query: Query): RecordOrder => ({
  by: oneOf(query, 'order', ['type', 'name', 'content', 'ttl', 'proxied'], 'type'),
  direction: oneOf(query, 'direction', ['asc', 'desc'], 'asc'),
})
