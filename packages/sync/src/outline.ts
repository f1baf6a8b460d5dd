import type { Change, RecordAttributes, ResourceRecord } from '@zonewright/zone'
import { relativeName } from '@zonewright/zone'
import { nameOf, recordAfter } from './record-state.ts'

/** A field of a record before and after a change. */
export interface FieldChange {
  readonly field: 'rdata' | 'ttl' | 'proxied' | 'flattenCname' | 'comment' | 'tags'
  readonly before: string
  readonly after: string
}

/** One change as a reader sees it. */
export interface OutlineLine {
  readonly change: Change
  readonly sign: '+' | '-' | '~'
  readonly type: string
  /** The value that goes, comes, or stays. */
  readonly rdata: string
  readonly ttl: string
  /** What else the record has or had: proxied, comment, tags. */
  readonly notes: readonly string[]
  /** What an update changes. */
  readonly fields: readonly FieldChange[]
}

/** The changes of one name. */
export interface OutlineGroup {
  /** Relative to the zone, `@` for the zone itself. */
  readonly name: string
  readonly lines: readonly OutlineLine[]
}

const ttlText = ({ ttl, attributes }: ResourceRecord): string => (ttl === 1 || attributes?.proxied === true ? 'auto' : String(ttl))

const attributeTexts = ({ proxied = false, flattenCname = false, comment = '', tags = [] }: RecordAttributes = {}): Record<'proxied' | 'flattenCname' | 'comment' | 'tags', string> => ({
  proxied: proxied ? 'yes' : 'no',
  flattenCname: flattenCname ? 'yes' : 'no',
  comment,
  tags: [...tags].sort().join(', '),
})

const notesOf = ({ attributes = {} }: ResourceRecord): string[] => [
  ...(attributes.proxied === true ? ['proxied'] : []),
  ...(attributes.flattenCname === true ? ['flattened'] : []),
  ...((attributes.comment ?? '') === '' ? [] : [`"${attributes.comment}"`]),
  ...(attributes.tags ?? []).map((tag) => `#${tag}`),
]

const fieldsOf = (before: ResourceRecord, after: ResourceRecord): FieldChange[] => {
  const old = { rdata: before.rdata, ttl: ttlText(before), ...attributeTexts(before.attributes) }
  const now = { rdata: after.rdata, ttl: ttlText(after), ...attributeTexts(after.attributes) }
  return (Object.keys(old) as FieldChange['field'][]).filter((field) => old[field] !== now[field]).map((field) => ({ field, before: old[field], after: now[field] }))
}

const lineOf = (change: Change): OutlineLine => {
  if (change.kind === 'update') {
    const after = recordAfter(change) ?? change.after
    return { change, sign: '~', type: after.type, rdata: change.before.rdata, ttl: ttlText(change.before), notes: notesOf(change.before), fields: fieldsOf(change.before, after) }
  }
  const record = change.kind === 'create' ? change.after : change.before
  return { change, sign: change.kind === 'create' ? '+' : '-', type: record.type, rdata: record.rdata, ttl: ttlText(record), notes: notesOf(record), fields: [] }
}

const signs = { '-': 0, '~': 1, '+': 2 } as const

/**
 * Changes for a reader: grouped by name, what goes first.
 * @example for (const { name, lines } of outline([], 'example.com.')) console.log(name, lines.length)
 */
export const outline = (changes: readonly Change[], zone: string): OutlineGroup[] => {
  const groups = new Map<string, OutlineLine[]>()
  for (const change of changes) {
    const name = relativeName(nameOf(change), zone)
    const lines = groups.get(name)
    if (lines === undefined) groups.set(name, [lineOf(change)])
    else lines.push(lineOf(change))
  }
  return [...groups].map(([name, lines]) => ({ name, lines: lines.sort((left, right) => signs[left.sign] - signs[right.sign]) }))
}
