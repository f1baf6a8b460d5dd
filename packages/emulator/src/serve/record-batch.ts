import { dns } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { plans } from '../rules/plans.ts'
import type { RecordInput } from '../rules/records.ts'
import type { StoredRecord } from '../state/records.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { type ShownRecord, shownRecord } from './record-view.ts'
import { createRecord, deleteRecord, editRecord, replaceRecord } from './record-writes.ts'

const operationsOf = (value: unknown): readonly RecordInput[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null || Array.isArray(item))) throw refuse('request_invalid')
  return value as RecordInput[]
}

/**
 * Deletes, patches, puts and posts, in this order and each in its own, whatever order the body has. The call is one
 * transaction and every operation sees what those before it did: an A can go and a CNAME come at one name.
 */
const batch = (context: ZoneContext): Outcome => {
  const { input, zone } = context
  const [deletes, patches, puts, posts] = ['deletes', 'patches', 'puts', 'posts'].map((name) => operationsOf(input[name])) as [readonly RecordInput[], readonly RecordInput[], readonly RecordInput[], readonly RecordInput[]]
  const count = deletes.length + patches.length + puts.length + posts.length
  const limit = plans[zone.plan].batch
  if (count === 0) throw refuse('batch_empty')
  if (count > limit) throw refuse('batch_too_large', { count, limit })
  const show = (record: StoredRecord): ShownRecord => shownRecord(record.wire, context)
  return {
    result: {
      deletes: deletes.map((operation) => show(deleteRecord(context, operation['id']))),
      patches: patches.map((operation) => show(editRecord(context, operation['id'], operation))),
      puts: puts.map((operation) => show(replaceRecord(context, operation['id'], operation))),
      posts: posts.map((operation) => show(createRecord(context, operation))),
    },
  }
}

/** Handler of many changes in one transaction. */
export const recordBatchHandlers: readonly Handler[] = [serveZone(dns.records.batch, batch)]
