import type { SQLInputValue } from 'node:sqlite'

/** How a text is compared with a field; letter case never counts. */
export type TextOperator = 'exact' | 'contains' | 'startswith' | 'endswith'

/** One condition on a text field. */
export interface TextCondition {
  readonly field: 'name' | 'content' | 'comment'
  readonly operator: TextOperator
  readonly value: string
}

/** One condition on the tags of a record; `name` is a tag's name, `value` what follows its colon. */
export interface TagCondition {
  readonly operator: 'present' | 'absent' | TextOperator
  readonly name: string
  readonly value?: string
}

/** Which records a list shows. */
export interface RecordFilter {
  readonly texts?: readonly TextCondition[]
  readonly comment?: 'present' | 'absent'
  readonly types?: readonly string[]
  readonly proxied?: boolean
  readonly tags?: readonly TagCondition[]
  readonly tagMatch?: 'any' | 'all'
  readonly match?: 'any' | 'all'
  /** Words that must all occur somewhere in the record, whatever `match` says. */
  readonly search?: readonly string[]
}

/** By what a list is ordered; inside one type and name the newest record comes first. */
export interface RecordOrder {
  readonly by: 'type' | 'name' | 'content' | 'ttl' | 'proxied'
  readonly direction: 'asc' | 'desc'
}

interface Clause {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** A comparison of a lower-case expression with a lower-case value. */
const compare = (operator: TextOperator, expression: string, value: string): Clause => {
  if (operator === 'exact') return { sql: `${expression} = ?`, values: [value] }
  if (operator === 'contains') return { sql: `instr(${expression}, ?) > 0`, values: [value] }
  if (operator === 'startswith') return { sql: `instr(${expression}, ?) = 1`, values: [value] }
  // SQLite counts characters, not UTF-16 units; and the last 0 characters can't be asked for.
  return value === '' ? { sql: '1', values: [] } : { sql: `substr(${expression}, ?) = ?`, values: [-Array.from(value).length, value] }
}

const column = { name: 'name', content: 'content_key', comment: "lower(coalesce(comment, ''))" } as const

const textClause = ({ field, operator, value }: TextCondition): Clause => {
  const wanted = value.toLowerCase()
  if (field !== 'content') return compare(operator, column[field], field === 'name' && operator === 'exact' ? wanted.replace(/\.$/, '') : wanted)
  const collapsed = wanted.replace(/\s+/g, ' ')
  return either([compare(operator, column.content, wanted), ...(collapsed === wanted ? [] : [compare(operator, column.content, collapsed)])], ' OR ')
}

const tagName = "lower(CASE instr(t.value, ':') WHEN 0 THEN t.value ELSE substr(t.value, 1, instr(t.value, ':') - 1) END)"
const tagValue = "lower(CASE instr(t.value, ':') WHEN 0 THEN '' ELSE substr(t.value, instr(t.value, ':') + 1) END)"

const tagClause = ({ operator, name, value }: TagCondition): Clause => {
  const named = `SELECT 1 FROM json_each(records.tags) AS t WHERE ${tagName} = ?`
  if (operator === 'absent') return { sql: `NOT EXISTS (${named})`, values: [name.toLowerCase()] }
  if (operator === 'present' || value === undefined) return { sql: `EXISTS (${named})`, values: [name.toLowerCase()] }
  const valued = compare(operator, tagValue, value.toLowerCase())
  return { sql: `EXISTS (${named} AND ${valued.sql})`, values: [name.toLowerCase(), ...valued.values] }
}

const searchClause = (word: string): Clause => {
  const wanted = word.toLowerCase()
  const fields = ['name', 'content_key', column.comment, 'lower(tags)']
  return { sql: `(${fields.map((field) => `instr(${field}, ?) > 0`).join(' OR ')})`, values: fields.map(() => wanted) }
}

const either = (clauses: readonly Clause[], joiner: ' OR ' | ' AND '): Clause => ({
  sql: clauses.length === 1 ? (clauses[0] as Clause).sql : `(${clauses.map((clause) => clause.sql).join(joiner)})`,
  values: clauses.flatMap((clause) => clause.values),
})

/**
 * The filter as SQL that goes behind `WHERE zone_id = ?`; empty when everything is shown.
 * `match` joins the groups, `tagMatch` the conditions on tags, as the list endpoint documents it.
 */
export const filterClause = (filter: RecordFilter = {}): Clause => {
  const groups: Clause[] = (filter.texts ?? []).map(textClause)
  if (filter.comment !== undefined) groups.push({ sql: filter.comment === 'present' ? 'comment IS NOT NULL' : 'comment IS NULL', values: [] })
  if (filter.types !== undefined && filter.types.length > 0) groups.push({ sql: 'type IN (SELECT value FROM json_each(?))', values: [JSON.stringify(filter.types)] })
  if (filter.proxied !== undefined) groups.push({ sql: 'proxied = ?', values: [filter.proxied ? 1 : 0] })
  if (filter.tags !== undefined && filter.tags.length > 0) groups.push(either(filter.tags.map(tagClause), filter.tagMatch === 'any' ? ' OR ' : ' AND '))
  const joined = groups.length === 0 ? [] : [either(groups, filter.match === 'any' ? ' OR ' : ' AND ')]
  const all = [...joined, ...(filter.search ?? []).map(searchClause)]
  return all.length === 0 ? { sql: '', values: [] } : { sql: ` AND ${either(all, ' AND ').sql}`, values: either(all, ' AND ').values }
}

/** The order as SQL; without a wish it is type, then name, then newest first. */
export const orderClause = ({ by, direction }: RecordOrder = { by: 'type', direction: 'asc' }): string => {
  const rest = ['type', 'name'].filter((name) => name !== by)
  return [`${by} ${direction}`, ...rest, 'position DESC'].join(', ')
}
