import { refuse } from '../errors.ts'
import type { StoredRecord, WireRecord } from '../state/records.ts'
import type { Zone } from '../state/zones.ts'
import { isProxiable } from './addresses.ts'
import { recordComment } from './comments.ts'
import type { Compat } from './compat.ts'
import { recordContent } from './content.ts'
import { fieldsOf } from './fields.ts'
import { recordName } from './names.ts'
import { hasData, recordType, type RecordTypeName } from './record-types.ts'
import { recordTags } from './tags.ts'
import { recordTtl } from './ttl.ts'

/** A record as a client sends it; fields that nobody knows are not looked at. */
export type RecordInput = Readonly<Record<string, unknown>>

/** What the rules need to know beside the request. */
export interface RecordContext {
  readonly zone: Zone
  /** Date of the write, as answers show it. */
  readonly now: string
  readonly compat: Compat
}

const settingsOf = (type: RecordTypeName, settings: unknown): Record<string, unknown> => {
  const result: Record<string, unknown> = type === 'CNAME' ? { flatten_cname: false } : {}
  if (settings === undefined || settings === null) return result
  if (typeof settings !== 'object' || Array.isArray(settings)) throw refuse('settings_invalid', { detail: 'they must be an object' })
  for (const name of ['flatten_cname', 'ipv4_only', 'ipv6_only']) {
    const value = (settings as Record<string, unknown>)[name]
    if (value === undefined || value === null || (name === 'flatten_cname' && type !== 'CNAME')) continue
    if (typeof value !== 'boolean') throw refuse('settings_invalid', { detail: `${name} must be true or false` })
    result[name] = value
  }
  return result
}

/**
 * SRV names its service in the record's name today; until 2024 it stood in `data`. Programs that still say it there are heard
 * where that is what the record's name says, too.
 */
const withSrvName = (input: RecordInput, type: RecordTypeName, { compat, zone }: RecordContext): RecordInput => {
  if (type !== 'SRV') return input
  const { service, proto, name: below } = fieldsOf(input['data'])
  if ([service, proto, below].every((part) => part === undefined || part === null)) return input
  const name = `${String(service)}.${String(proto)}.${recordName(below ?? '@', zone.name)}`
  if (compat === 'today' && (typeof input['name'] !== 'string' || recordName(input['name'], zone.name) !== name.toLowerCase())) throw refuse('data_forbidden')
  return { ...input, name }
}

interface Made {
  readonly input: RecordInput
  readonly type: RecordTypeName
  readonly before?: StoredRecord
  readonly id: string
  readonly context: RecordContext
}

const make = ({ input: raw, type, before, id, context }: Made): StoredRecord => {
  const { zone, now } = context
  const input = withSrvName(raw, type, context)
  const name = recordName(input['name'], zone.name)
  const { rdata, ...value } = recordContent(type, input, zone.name)
  if (type === 'CNAME' && value.content === name) throw refuse('cname_to_itself')
  const proxied = input['proxied'] ?? false
  if (typeof proxied !== 'boolean') throw refuse('proxied_not_boolean')
  const proxiable = isProxiable(type, value.content)
  if (proxied && !proxiable) throw refuse('cannot_be_proxied')
  const comment = recordComment(input['comment'], zone.plan)
  const tags = recordTags(input['tags'], zone.plan)
  const old = before?.wire
  const commentDate = comment === (old?.comment ?? null) ? old?.comment_modified_on : now
  const tagsDate = JSON.stringify(tags) === JSON.stringify(old?.tags ?? []) ? old?.tags_modified_on : now
  const wire: WireRecord = {
    id,
    name,
    type,
    content: value.content,
    ...(value.priority === undefined ? {} : { priority: value.priority }),
    proxiable,
    proxied,
    ttl: recordTtl(input['ttl'], { plan: zone.plan, proxied }),
    ...(value.data === undefined ? {} : { data: value.data }),
    settings: settingsOf(type, input['settings']),
    ...(input['private_routing'] === true && (type === 'A' || type === 'AAAA') ? { private_routing: true } : {}),
    meta: old?.meta ?? {},
    comment,
    tags,
    created_on: old?.created_on ?? now,
    modified_on: now,
    ...(commentDate === undefined ? {} : { comment_modified_on: commentDate }),
    ...(tagsDate === undefined ? {} : { tags_modified_on: tagsDate }),
  }
  return { wire: old !== undefined && isSame(old, wire) ? old : wire, rdata }
}

const isSame = (one: WireRecord, other: WireRecord): boolean => JSON.stringify({ ...one, modified_on: '' }) === JSON.stringify({ ...other, modified_on: '' })

/**
 * Refuses a change of a record that another product looks after.
 * @throws Refusal `record_read_only`.
 */
export const refuseReadOnly = (record: StoredRecord): void => {
  if (record.wire.meta['read_only'] === true) throw refuse('record_read_only', { owner: String(record.wire.meta['managed_by'] ?? 'another product') })
}

/**
 * A new record: the request normalised and checked by all rules that need no other record.
 * @throws Refusal of the field that is wrong.
 */
export const newRecord = (input: RecordInput, id: string, context: RecordContext): StoredRecord => {
  // A body that says nothing at all is refused as a body, not for the first field that it lacks.
  if (['type', 'name', 'content', 'data'].every((field) => input[field] === undefined)) throw refuse('request_invalid')
  return make({ input, type: recordType(input['type']), id, context })
}

const keptType = (before: StoredRecord, input: RecordInput, compat: Compat): RecordTypeName => {
  const type = recordType(input['type'] ?? before.wire.type)
  if (type !== before.wire.type && compat === 'today') throw refuse('type_change')
  return type
}

/**
 * The record that takes the place of another (PUT): what is not said goes back to its default; id and creation date stay.
 * @throws Refusal `type_change` since the middle of 2026, `record_read_only`, or of the field that is wrong.
 */
export const replacedRecord = (before: StoredRecord, input: RecordInput, context: RecordContext): StoredRecord => {
  refuseReadOnly(before)
  if (input['type'] === undefined) throw refuse('type_invalid', { type: '' })
  return make({ input, type: keptType(before, input, context.compat), before, id: before.wire.id, context })
}

/**
 * The record with some parts changed (PATCH): what is not said stays. A change that changes nothing keeps the dates.
 * @throws Refusal as {@link replacedRecord}.
 */
export const editedRecord = (before: StoredRecord, changes: RecordInput, context: RecordContext): StoredRecord => {
  refuseReadOnly(before)
  const type = keptType(before, changes, context.compat)
  const { wire } = before
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const newData = typeof given['data'] === 'object' && given['data'] !== null
  const newValue = newData || given['content'] !== undefined || type !== wire.type
  // A value in parts is kept by its parts; a new text or new parts take their place as a whole, a new priority goes into them.
  const data = newValue ? (newData ? given['data'] : undefined) : hasData(type) && given['priority'] !== undefined && type === 'SRV' ? { ...wire.data, priority: given['priority'] } : wire.data
  const settings = typeof given['settings'] === 'object' && given['settings'] !== null ? { ...wire.settings, ...given['settings'] } : wire.settings
  return make({ input: { ...wire, ...given, data, settings }, type, before, id: wire.id, context })
}
