import { dns } from '@zonewright/v4'

import { dnsResultInfo, pageRequest } from '../rules/paging.ts'
import { recordQuota } from '../rules/plans.ts'
import { recordFilter, recordOrder } from '../rules/record-filter.ts'
import type { StoredRecord } from '../state/records.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { shownRecord, shownText } from './record-view.ts'
import { createRecord, deleteRecord, editRecord, readRecord, replaceRecord } from './record-writes.ts'

const { records } = dns

const one = (record: StoredRecord, { zone, compat }: ZoneContext): Outcome => ({ result: shownRecord(record.wire, zone, compat) })

const list = ({ state, zone, input, compat }: ZoneContext): Outcome => {
  const request = pageRequest(input, { perPage: 100, most: 5_000_000 })
  const { items, total } = state.records.page(zone.id, { filter: recordFilter(input), order: recordOrder(input), limit: request.perPage, offset: (request.page - 1) * request.perPage })
  return { result: items.map((item) => shownText(item, zone, compat)), info: dnsResultInfo(request, items.length, total) }
}

/** Handlers of single records and their list. */
export const recordHandlers: readonly Handler[] = [
  serveZone(records.list, list),
  serveZone(records.create, (context) => one(createRecord(context, context.input), context)),
  serveZone(records.get, (context) => one(readRecord(context, context.input['dns_record_id']), context)),
  serveZone(records.update, (context) => one(replaceRecord(context, context.input['dns_record_id'], context.input), context)),
  serveZone(records.edit, (context) => one(editRecord(context, context.input['dns_record_id'], context.input), context)),
  serveZone(records.remove, (context) => ({ result: { id: deleteRecord(context, context.input['dns_record_id']).wire.id } })),
  serveZone(records.usage, ({ zone }) => ({ result: { record_quota: recordQuota(zone), record_usage: zone.recordCount } })),
]
