import type { Compat } from '../rules/compat.ts'
import { fromJson, type JsonText } from '../state/json.ts'
import type { WireRecord } from '../state/records.ts'
import type { Zone } from '../state/zones.ts'

/** A record as the answers of this year show it. */
export type ShownRecord = WireRecord | Readonly<Record<string, unknown>>

/** The record as it is, or with the fields and the SRV form that answers had until 2024. */
export const shownRecord = (record: WireRecord, zone: Zone, compat: Compat): ShownRecord => {
  if (compat === 'today') return record
  const { id, ...rest } = record
  const content = record.type === 'SRV' ? record.content.replaceAll(' ', '\t') : record.content
  return { id, zone_id: zone.id, zone_name: zone.name, ...rest, content, locked: false }
}

/** The same for a record that is JSON already; today's answers take it as it is. */
export const shownText = (text: JsonText, zone: Zone, compat: Compat): JsonText | ShownRecord => (compat === 'today' ? text : shownRecord(fromJson<WireRecord>(text.text), zone, compat))
