import { printZone } from '@zonewright/bind'
import { dns } from '@zonewright/v4'

import { Refusal, refuse } from '../errors.ts'
import { timingOf } from '../rules/timing.ts'
import { readZoneFile, zoneRecords } from '../rules/zone-file.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { createRecord, type RecordWriter, removals } from './record-writes.ts'
import type { RecordInput } from '../rules/records.ts'

/** What imports and scans added. */
export interface Additions {
  readonly recs_added: number
  readonly recs_added_by_type: Readonly<Record<string, number>>
  readonly total_records_parsed: number
}

/** Adds records; those that are there already are passed over, any other refusal ends the call. */
export const addRecords = (writer: RecordWriter, inputs: readonly RecordInput[], parsed: number, passedOver: (refusal: Refusal) => boolean = ({ key }) => key === 'identical_record'): Additions => {
  const byType: Record<string, number> = {}
  let added = 0
  for (const input of inputs) {
    try {
      const { type } = createRecord(writer, input).wire
      byType[type] = (byType[type] ?? 0) + 1
      added++
    } catch (error) {
      if (!(error instanceof Refusal && passedOver(error))) throw error
    }
  }
  return { recs_added: added, recs_added_by_type: byType, total_records_parsed: parsed }
}

const fileOf = (value: unknown): string | Uint8Array => {
  const content = typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? (value as { readonly content?: unknown }).content : value
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) throw refuse('import_file')
  return content
}

const importZone = (context: ZoneContext): Outcome => {
  const start = context.clock.now()
  const proxied = context.input['proxied'] ?? false
  if (typeof proxied !== 'boolean') throw refuse('proxied_not_boolean')
  const { inputs, parsed } = readZoneFile(fileOf(context.input['file']), { zone: context.zone, proxied })
  const result = addRecords(context, inputs, parsed)
  return { result, timing: timingOf(start, context.clock.now()) }
}

const exportZone = ({ state, zone, clock }: ZoneContext): Outcome => {
  const records = zoneRecords(zone, state.records.all(zone.id), removals(state).get(zone.id, 'last'))
  return { result: printZone(records, { layout: 'cloudflare', origin: `${zone.name}.`, exported: new Date(clock.now()) }) }
}

/** Handlers of zone files. */
export const recordFileHandlers: readonly Handler[] = [serveZone(dns.records.importZone, importZone), serveZone(dns.records.exportZone, exportZone)]
