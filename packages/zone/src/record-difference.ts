import type { RecordAttributes, ResourceRecord } from './record.ts'

/**
 * Tells whether `after` states an attribute that `before` has otherwise; an attribute that is nowhere stated has its
 * natural value: not proxied, not flattened, no comment, no tags. The order of tags is of no account.
 * @internal
 */
export function differsInAttributes(before: RecordAttributes | undefined, after: RecordAttributes | undefined): boolean {
  if (after === undefined) return false
  return Object.keys(after).some((name) => {
    const stated = after[name as keyof RecordAttributes]
    return stated !== undefined && attributeKey(stated) !== attributeKey(before?.[name as keyof RecordAttributes])
  })
}

/**
 * The time to live, unless the record is proxied, and the named attributes of a record, as one text to compare by.
 * @internal
 */
export function statedKey(record: ResourceRecord, names: readonly string[], withTtl: boolean): string {
  return JSON.stringify([withTtl && record.attributes?.proxied !== true ? record.ttl : 0, ...names.map((name) => attributeKey(record.attributes?.[name as keyof RecordAttributes]))])
}

/** `false`, an empty comment, no tags and nothing at all are one and the same. */
function attributeKey(value: boolean | string | readonly string[] | undefined): string {
  if (value === undefined || value === false || value === '') return ''
  if (value === true || typeof value === 'string') return String(value)
  return value.length === 0 ? '' : JSON.stringify([...value].sort())
}
