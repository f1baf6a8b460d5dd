/** The fields of an object, or nothing when it is none. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {})

/** Test of a filter's text: exact, any case. */
export const same = (text: string, wanted: string): boolean => text.toLowerCase() === wanted.toLowerCase()

/** Test of a filter's text: part of it, any case. */
export const contains = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.toLowerCase())

/** What of a row a filter looks at, and how. */
export interface Filter<T> {
  readonly name: string
  readonly test: (row: T, wanted: string) => boolean
}

/**
 * The rows that pass all filters given, or any of them with `match: any`. Empty values count as not given.
 * @example filtered([{ mode: 'on' }, { mode: 'off' }], { mode: 'on' }, [{ name: 'mode', test: (row, wanted) => row.mode === wanted }])
 */
export const filtered = <T>(rows: readonly T[], input: Readonly<Record<string, unknown>>, filters: readonly Filter<T>[]): readonly T[] => {
  const given = filters.filter(({ name }) => input[name] !== undefined && input[name] !== '')
  if (given.length === 0) return rows
  const passes = (row: T) => (filter: Filter<T>) => filter.test(row, String(input[filter.name]))
  return rows.filter((row) => (input['match'] === 'any' ? given.some(passes(row)) : given.every(passes(row))))
}

/** The rows in the order of a key; rows with the same key keep their order. */
export const ordered = <T>(rows: readonly T[], key: ((row: T) => string | number) | undefined, direction: unknown): readonly T[] => {
  const sign = direction === 'desc' ? -1 : 1
  if (key === undefined) return sign < 0 ? rows.toReversed() : rows
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
  return rows.toSorted((a, b) => sign * compare(key(a), key(b)))
}
