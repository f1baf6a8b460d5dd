/**
 * DNS records of a zone.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, identifier, match, paging } from '../common.ts'
import { download, endpoint, listing } from '../protocol.ts'
import { DnsRecord, recordChanges, recordFields, recordType } from './record.ts'

/** The zone that a call is about. */
const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

/** The record that a call is about. */
const oneRecord = {
  ...inZone,
  /** Identifier of the record. */
  dns_record_id: hexIdentifier,
}

const text = z.optional(z.string())

const RecordList = z.strictObject({
  ...inZone,
  /** Exact name, any case. At most 255 characters. */
  name: z.optional(z.string().check(z.maxLength(255))),
  /** Exact name, any case; the same as `name`. */
  'name.exact': text,
  /** Part of the name. */
  'name.contains': text,
  /** Start of the name. */
  'name.startswith': text,
  /** End of the name. */
  'name.endswith': text,
  /** Record type. */
  type: z.optional(recordType),
  /** Exact content. */
  content: text,
  /** Exact content; the same as `content`. */
  'content.exact': text,
  /** Part of the content. */
  'content.contains': text,
  /** Start of the content. */
  'content.startswith': text,
  /** End of the content. */
  'content.endswith': text,
  /** Proxied records only, or others only. */
  proxied: z.optional(z.boolean()),
  /** Exact comment. */
  comment: text,
  /** Records with a comment; any value. */
  'comment.present': text,
  /** Records without a comment; any value. */
  'comment.absent': text,
  /** Exact comment; the same as `comment`. */
  'comment.exact': text,
  /** Part of the comment. */
  'comment.contains': text,
  /** Start of the comment. */
  'comment.startswith': text,
  /** End of the comment. */
  'comment.endswith': text,
  /** Tag as `name` or `name:value`. */
  tag: text,
  /** Name of a tag that must be there. */
  'tag.present': text,
  /** Name of a tag that must not be there. */
  'tag.absent': text,
  /** Tag as `name:value`; the same as `tag`. */
  'tag.exact': text,
  /** Part of a tag's value, as `name:part`. */
  'tag.contains': text,
  /** Start of a tag's value, as `name:start`. */
  'tag.startswith': text,
  /** End of a tag's value, as `name:end`. */
  'tag.endswith': text,
  /** Whether all tag filters must match or any. Default `all`. */
  tag_match: z.optional(match),
  /** Words to be found in name, content, comment or tags. */
  search: text,
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  /** What to sort by. Default `type`. */
  order: z.optional(z.enum(['type', 'name', 'content', 'ttl', 'proxied'])),
  /** Sorting direction. Default `asc`. */
  direction: z.optional(direction),
  /** Say in `meta` which records a delegation hides; then at most 1,000 records a page. Default false. */
  include_shadow_metadata: z.optional(z.boolean()),
  ...paging,
})
export interface RecordList extends z.input<typeof RecordList> {}

/**
 * List the DNS records of a zone, filtered and sorted.
 * @example for await (const record of cf.dns.records.list({ zone_id, type: 'MX' })) console.log(record.name, record.content)
 */
export const list = listing<RecordList, DnsRecord>('GET /zones/{zone_id}/dns_records', { input: RecordList, item: DnsRecord, page: pageNumber({ perPage: 5000 }), permission: '#dns_records:read' })

const RecordCreate = z.strictObject({ ...inZone, ...recordFields })
export interface RecordCreate extends z.input<typeof RecordCreate> {}

/**
 * Create a DNS record. A and AAAA cannot share a name with CNAME.
 * @example await cf.dns.records.create({ zone_id, name: 'www', type: 'A', content: '192.0.2.1', ttl: 1 })
 */
export const create = endpoint<RecordCreate, DnsRecord>('POST /zones/{zone_id}/dns_records', { input: RecordCreate, result: DnsRecord, permission: '#dns_records:edit' })

const RecordGet = z.strictObject({
  ...oneRecord,
  /** Say in `meta` whether a delegation hides the record. Default false. */
  include_shadow_metadata: z.optional(z.boolean()),
})
export interface RecordGet extends z.input<typeof RecordGet> {}

/**
 * Read one DNS record.
 * @example const record = await cf.dns.records.get({ zone_id, dns_record_id })
 */
export const get = endpoint<RecordGet, DnsRecord>('GET /zones/{zone_id}/dns_records/{dns_record_id}', { input: RecordGet, result: DnsRecord, permission: '#dns_records:read' })

const RecordUpdate = z.strictObject({ ...oneRecord, ...recordFields })
export interface RecordUpdate extends z.input<typeof RecordUpdate> {}

/**
 * Replace a DNS record: what is not said goes back to its default. Identifier and creation date stay; the type must be the same.
 * @example await cf.dns.records.update({ zone_id, dns_record_id, name: 'www', type: 'A', content: '192.0.2.2' })
 */
export const update = endpoint<RecordUpdate, DnsRecord>('PUT /zones/{zone_id}/dns_records/{dns_record_id}', { input: RecordUpdate, result: DnsRecord, permission: '#dns_records:edit' })

const RecordEdit = z.strictObject({ ...oneRecord, ...recordChanges })
export interface RecordEdit extends z.input<typeof RecordEdit> {}

/**
 * Change parts of a DNS record; what is not said stays.
 * @example await cf.dns.records.edit({ zone_id, dns_record_id, proxied: true })
 */
export const edit = endpoint<RecordEdit, DnsRecord>('PATCH /zones/{zone_id}/dns_records/{dns_record_id}', { input: RecordEdit, result: DnsRecord, permission: '#dns_records:edit', safety: 'idempotent' })

const RecordDelete = z.strictObject(oneRecord)
export interface RecordDelete extends z.input<typeof RecordDelete> {}

/**
 * Delete a DNS record.
 * @example await cf.dns.records.remove({ zone_id, dns_record_id })
 */
export const remove = endpoint<RecordDelete, Id>('DELETE /zones/{zone_id}/dns_records/{dns_record_id}', {
  input: RecordDelete,
  result: Id,
  permission: '#dns_records:edit',
  repeated: { codes: [81044], result: (input) => ({ id: input['dns_record_id'] }) },
})

const RecordBatch = z.strictObject({
  ...inZone,
  /** Records to delete, first of all. */
  deletes: z.optional(z.array(z.strictObject({ id: identifier }))),
  /** Changes of parts, after the deletions. */
  patches: z.optional(z.array(z.strictObject({ id: identifier, ...recordChanges }))),
  /** Replacements, after the changes. */
  puts: z.optional(z.array(z.strictObject({ id: identifier, ...recordFields }))),
  /** New records, last. */
  posts: z.optional(z.array(z.strictObject(recordFields))),
})
export interface RecordBatch extends z.input<typeof RecordBatch> {}

const RecordBatchResult = z.object({
  /** The records that were deleted, as they were. */
  deletes: z.optional(z.nullable(z.array(DnsRecord))),
  /** The records that were changed, as they are now. */
  patches: z.optional(z.nullable(z.array(DnsRecord))),
  /** The records that were replaced, as they are now. */
  puts: z.optional(z.nullable(z.array(DnsRecord))),
  /** The new records. */
  posts: z.optional(z.nullable(z.array(DnsRecord))),
})
export interface RecordBatchResult extends z.output<typeof RecordBatchResult> {}

/**
 * Delete, change, replace and create records in one transaction: all of it happens, or nothing.
 * At most 200 operations with Free, 3,500 with a paid plan. Not repeated by itself: a second one could create twins.
 * @example await cf.dns.records.batch({ zone_id, deletes: [{ id }], posts: [{ name: 'www', type: 'CNAME', content: 'example.com' }] })
 */
export const batch = endpoint<RecordBatch, RecordBatchResult>('POST /zones/{zone_id}/dns_records/batch', { input: RecordBatch, result: RecordBatchResult, permission: '#dns_records:edit', since: '2024-09' })

const RecordImport = z.strictObject({
  ...inZone,
  /** Zone file, at most 262,144 bytes. */
  file: z.upload(),
  /** Proxy imported records that can be. Default false; a `cf-proxied` tag in the file wins. */
  proxied: z.optional(z.boolean()),
})
export interface RecordImport extends z.input<typeof RecordImport> {}

const RecordImportResult = z.object({
  /** Records that were added. */
  recs_added: z.number(),
  /** Records that the file has. */
  total_records_parsed: z.number(),
})
export interface RecordImportResult extends z.output<typeof RecordImportResult> {}

/**
 * Add the records of a zone file. It only adds; SOA and NS of the zone itself are left out.
 * @example await cf.dns.records.importZone({ zone_id, file: await readFile('example.com.zone') })
 */
export const importZone = endpoint<RecordImport, RecordImportResult>('POST /zones/{zone_id}/dns_records/import', { input: RecordImport, result: RecordImportResult, permission: '#dns_records:edit', body: { files: ['file'] } })

const RecordExport = z.strictObject(inZone)
export interface RecordExport extends z.input<typeof RecordExport> {}

/**
 * Download the zone as a zone file, with proxy state, comments and tags in the file's comments.
 * @example const file = await (await cf.dns.records.exportZone({ zone_id })).text()
 */
export const exportZone = download<RecordExport>('GET /zones/{zone_id}/dns_records/export', { input: RecordExport, permission: '#dns_records:read', answer: 'text' })

const RecordUsageGet = z.strictObject(inZone)
export interface RecordUsageGet extends z.input<typeof RecordUsageGet> {}

const RecordUsage = z.object({
  /** Most records the zone may have, or null for no limit. */
  record_quota: z.nullable(z.number()),
  /** Records it has. */
  record_usage: z.number(),
})
export interface RecordUsage extends z.output<typeof RecordUsage> {}

/**
 * How many records the zone has and may have.
 * @example const { record_quota, record_usage } = await cf.dns.records.usage({ zone_id })
 */
export const usage = endpoint<RecordUsageGet, RecordUsage>('GET /zones/{zone_id}/dns_records/usage', { input: RecordUsageGet, result: RecordUsage, permission: '#dns_records:read' })
