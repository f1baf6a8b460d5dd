import { refuse } from '../errors.ts'

type Query = Readonly<Record<string, unknown>>
type Value = string | number | null | undefined

/** One of the words that a parameter may have; the first is the default. @throws Refusal `query_invalid`. */
export const wordOf = <W extends string>(query: Query, name: string, words: readonly W[], fallback: W): W => {
  const value = query[name]
  if (value === undefined || value === '') return fallback
  const found = words.find((word) => word === value)
  if (found === undefined) throw refuse('query_invalid', { detail: `${name} must be one of ${words.join(', ')}` })
  return found
}

const compare = (a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a ?? ''), String(b ?? '')]
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Rows in the order that a query asks for with `order` and `direction`; rows that are equal stay as they were.
 * @param keys What can be sorted by; when the query says nothing, the rows keep their order.
 * @throws Refusal `query_invalid`.
 */
export const sorted = <T>(rows: readonly T[], query: Query, keys: Readonly<Record<string, (row: T) => Value>>): readonly T[] => {
  const names = Object.keys(keys)
  const sign = wordOf(query, 'direction', ['asc', 'desc'], 'asc') === 'desc' ? -1 : 1
  const order = query['order'] === undefined || query['order'] === '' ? undefined : wordOf(query, 'order', names, names[0] ?? '')
  const key = order === undefined ? undefined : keys[order]
  if (key === undefined) return sign === 1 ? rows : [...rows].reverse()
  return [...rows].sort((a, b) => sign * compare(key(a), key(b)))
}

/**
 * Rows that the filters of a query let through: all of them, or any when `match` says so.
 * @throws Refusal `query_invalid`.
 */
export const filtered = <T>(rows: readonly T[], query: Query, tests: Readonly<Record<string, (row: T, value: string) => boolean>>): readonly T[] => {
  const match = wordOf(query, 'match', ['all', 'any'], 'all')
  const given = Object.entries(tests).flatMap(([name, test]) => {
    const value = query[name]
    return value === undefined || value === '' ? [] : [(row: T) => test(row, String(value))]
  })
  if (given.length === 0) return rows
  return rows.filter((row) => (match === 'all' ? given.every((test) => test(row)) : given.some((test) => test(row))))
}
