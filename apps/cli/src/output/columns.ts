/** One row of a listing. */
export type Row = Readonly<Record<string, unknown>>

/** The value at a dotted path such as `plan.name`; a key with that very name comes first. */
export const valueAt = (row: Row, path: string): unknown => {
  if (path in row || !path.includes('.')) return row[path]
  let value: unknown = row
  for (const key of path.split('.')) value = typeof value === 'object' && value !== null ? (value as Row)[key] : undefined
  return value
}

/** A value as one line of text: nothing for null, lists and objects as JSON, lists of simple values with commas. */
export const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const simple = (value: unknown): boolean => typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item !== 'object'))

/** A column without any simple value says little on a line; one that is empty everywhere may stay. */
const readable = (rows: readonly Row[], key: string): boolean => {
  const said = rows.map((row) => row[key]).filter((value) => value !== undefined && value !== null)
  return said.length === 0 || said.some(simple)
}

/** The columns of rows that no command has chosen columns for: keys in order of appearance, without those that hold objects alone if `simpleOnly`. */
export const columnsOf = (rows: readonly Row[], simpleOnly: boolean): string[] => {
  const keys = new Set<string>()
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key)
  return simpleOnly ? [...keys].filter((key) => readable(rows, key)) : [...keys]
}

/** Anything as a row: values that are no objects stand in a column `value`. */
export const asRow = (value: unknown): Row => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : { value })
