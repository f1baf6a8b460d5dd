import { dns } from '@zonewright/v4'

import { dnsResultInfo, pageRequest } from '../rules/paging.ts'
import { recordQuota } from '../rules/plans.ts'
import { recordFilter, recordOrder } from '../rules/record-filter.ts'
import { shadowsIn } from '../rules/shadows.ts'
import { strangeRecord } from '../rules/variance.ts'
import { fromJson, type JsonText } from '../state/json.ts'
import type { StoredRecord, WireRecord } from '../state/records.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { seenLate } from './late-records.ts'
import { shownRecord, shownText, type Viewer } from './record-view.ts'
import { createRecord, deleteRecord, editRecord, readRecord, replaceRecord } from './record-writes.ts'

const { records } = dns

const one = (record: StoredRecord, viewer: Viewer): Outcome => ({ result: shownRecord(record.wire, viewer) })

/** Whether the call wants to know what delegations hide. */
const wantsShadows = ({ input }: ZoneContext): boolean => input['include_shadow_metadata'] === true

const shadowed = ({ state, zone }: ZoneContext): ((record: WireRecord) => WireRecord) => shadowsIn(zone.name, state.records.all(zone.id)).of

const pageRows = (context: ZoneContext, items: readonly JsonText[]): readonly unknown[] => {
  if (!wantsShadows(context)) return items.map((item) => shownText(item, context))
  const of = shadowed(context)
  return items.map((item) => shownRecord(of(fromJson<WireRecord>(item.text)), context))
}

/** What a list without filters may say. */
const unfiltered: ReadonlySet<string> = new Set(['zone_id', 'page', 'per_page', 'order', 'direction'])

const list = (context: ZoneContext): Outcome => {
  const { state, zone, input, variance } = context
  const request = pageRequest(input, { perPage: 100, most: wantsShadows(context) ? 1000 : 5_000_000 })
  const query = { filter: recordFilter(input, context.compat), order: recordOrder(input), limit: request.perPage, offset: (request.page - 1) * request.perPage }
  const { items, total } = seenLate(context, () => state.records.page(zone.id, query))
  const rows = pageRows(context, items)
  const ends = query.offset < total + 1 && query.offset + items.length >= total
  // Beside what the page holds, at the end of a list without filters.
  const result = variance?.unknownType === true && ends && Object.keys(input).every((name) => unfiltered.has(name)) ? [...rows, strangeRecord(zone)] : rows
  return { result, info: dnsResultInfo(request, result.length, total) }
}

const get = (context: ZoneContext): Outcome => {
  const { wire } = readRecord(context, context.input['dns_record_id'])
  return { result: shownRecord(wantsShadows(context) ? shadowed(context)(wire) : wire, context) }
}

/** Handlers of single records and their list. */
export const recordHandlers: readonly Handler[] = [
  serveZone(records.list, list),
  serveZone(records.create, (context) => one(createRecord(context, context.input), context)),
  serveZone(records.get, get),
  serveZone(records.update, (context) => one(replaceRecord(context, context.input['dns_record_id'], context.input), context)),
  serveZone(records.edit, (context) => one(editRecord(context, context.input['dns_record_id'], context.input), context)),
  serveZone(records.remove, (context) => ({ result: { id: deleteRecord(context, context.input['dns_record_id']).wire.id } })),
  serveZone(records.usage, ({ zone }) => ({ result: { record_quota: recordQuota(zone), record_usage: zone.recordCount } })),
]
