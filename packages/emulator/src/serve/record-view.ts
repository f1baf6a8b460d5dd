import { variedRecord } from '../rules/variance.ts'
import { fromJson, type JsonText } from '../state/json.ts'
import type { WireRecord } from '../state/records.ts'
import type { ZoneContext } from './handler.ts'

/** A record as the answers of this year show it. */
export type ShownRecord = WireRecord | Readonly<Record<string, unknown>>

/** For whom a record is shown. */
export type Viewer = Pick<ZoneContext, 'zone' | 'compat' | 'variance'>

const formerRecord = (record: WireRecord, { zone }: Viewer): ShownRecord => {
  const { id, ...rest } = record
  const former = { id, zone_id: zone.id, zone_name: zone.name, ...rest, locked: false }
  if (record.type !== 'SRV') return former
  const [, service, proto, name] = /^(_[^.]+)\.(_[^.]+)\.(.+)$/.exec(record.name) ?? []
  return { ...former, content: record.content.replaceAll(' ', '\t'), ...(service === undefined || record.data === undefined ? {} : { data: { ...record.data, service, proto, name } }) }
}

/** The record as it is, or with the fields and the SRV form that answers had until 2024; varied where that is asked for. */
export const shownRecord = (record: WireRecord, viewer: Viewer): ShownRecord => {
  const varied = viewer.variance === undefined ? record : variedRecord(record, viewer.variance)
  return viewer.compat === 'today' ? varied : formerRecord(varied, viewer)
}

/** The same for a record that is JSON already; today's answers take it as it is. */
export const shownText = (text: JsonText, viewer: Viewer): JsonText | ShownRecord => (viewer.compat === 'today' && viewer.variance === undefined ? text : shownRecord(fromJson<WireRecord>(text.text), viewer))
