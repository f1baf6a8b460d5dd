import * as z from '@zonewright/core/schema'
import { Done, basic, inZone, onOff } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { ChangedRecord, LegacyRecord, hasCloud, isComplete, recordFields } from './record.ts'

const identifier = z.string().check(z.regex(/^\d{1,20}$/))

const RecordList = z.strictObject({
  ...inZone,
  /** Records to leave out at the start. */
  o: z.optional(z.int().check(z.gte(0))),
})
export interface RecordList extends z.input<typeof RecordList> {}

/**
 * List the records of a zone, 180 a page. Edition 2012.
 *
 * Pages go by offset: a record that is created or deleted meanwhile moves the others, so that one may come twice or not at
 * all. `zoneStore` notices that and reads again.
 * @example for await (const record of cf.records.list({ z: 'example.com' })) console.log(record.rec_id, record.name, record.content)
 */
export const list = listing<RecordList, LegacyRecord>('rec_load_all', 'recs', { input: RecordList, item: LegacyRecord })

const RecordCreate = z.strictObject(recordFields).check(isComplete, hasCloud)
export interface RecordCreate extends z.input<typeof RecordCreate> {}

/**
 * Create a DNS record. Edition 2012. Without `service_mode` its cloud is grey, without `ttl` the time to live is automatic.
 * @example const { rec } = await cf.records.create({ z: 'example.com', type: 'A', name: 'www', content: '192.0.2.1', ttl: 1, service_mode: 1 })
 */
export const create = endpoint<RecordCreate, ChangedRecord>('rec_new', { input: RecordCreate, result: ChangedRecord })

const RecordEdit = z
  .strictObject({
    ...recordFields,
    /** Identifier of the record: its `rec_id`. */
    id: identifier,
  })
  .check(isComplete, hasCloud)
export interface RecordEdit extends z.input<typeof RecordEdit> {}

/**
 * Change a DNS record to what is said here. Edition 2012. Without `service_mode` its cloud stays as it is.
 * @example await cf.records.edit({ z: 'example.com', id: '16606009', type: 'A', name: 'www', content: '192.0.2.2', ttl: 300 })
 */
export const edit = endpoint<RecordEdit, ChangedRecord>('rec_edit', { input: RecordEdit, result: ChangedRecord, safety: 'idempotent' })

const RecordRemove = z.strictObject({
  ...inZone,
  /** Identifier of the record: its `rec_id`. */
  id: identifier,
})
export interface RecordRemove extends z.input<typeof RecordRemove> {}

/**
 * Delete a DNS record. Edition 2012. When the answer of a first try was lost, the second says `Invalid record id.`: then
 * the record is gone.
 * @example await cf.records.remove({ z: 'example.com', id: '16606009' })
 */
export const remove = endpoint<RecordRemove, Done>('rec_delete', { input: RecordRemove, result: Done, safety: 'idempotent' })

const RecordProxy = z.strictObject({
  ...basic,
  /** Identifier of the record: its `rec_id`. */
  id: identifier,
  /** Second identifier of the record: its `rec_tag`. */
  rtag: z.string().check(z.minLength(1)),
  /** 1 sends traffic through Cloudflare (orange cloud), 0 does not (grey cloud). */
  service_mode: onOff,
})
export interface RecordProxy extends z.input<typeof RecordProxy> {}

/**
 * Switch the cloud of a record. In no edition, but scripts of the time call it.
 * @example await cf.records.proxy({ id: '16606009', rtag: '7f8e77bac02ba65d34e20c4b994a202c', service_mode: 1 })
 */
export const proxy = endpoint<RecordProxy, Done>('rec_proxy', { input: RecordProxy, result: Done, safety: 'idempotent' })
