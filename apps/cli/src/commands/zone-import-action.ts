import { recordTypes } from '@zonewright/v4/dns'
import type { Action } from '../command.ts'
import { count } from '../count.ts'
import { exit } from '../failures.ts'
import { checkedRecords } from '../import/check.ts'
import { type PlacedRecord, belongsToService, recordName } from '../import/records.ts'
import { type Delivery, fileLimit, sendBatches, sendFile } from '../import/send.ts'
import { inputName, readInput } from '../input-file.ts'
import { type Step, runSteps } from '../progress.ts'
import { readZoneFile } from '../read-zone-file.ts'
import { type FoundZone, isIdentifier, zoneName, zoneOf } from '../zone-lookup.ts'

interface Arguments {
  readonly file: string
  readonly zone: string
}

interface Options {
  readonly method?: 'file' | 'batch'
  readonly proxied?: boolean
}

interface State {
  bytes: Uint8Array
  zone: FoundZone
  records: readonly PlacedRecord[]
  /** Records of the file that the service looks after itself. */
  skipped: readonly PlacedRecord[]
  method: 'file' | 'batch'
  delivery: Delivery
}

/** Imports a zone file: all of it is read and checked before anything is sent. */
export const run: Action<Arguments, Options> = async (context, { file, zone }, options) => {
  const steps: Step<State>[] = [
    {
      title: `Read ${inputName(file)}`,
      async run(state) {
        state.bytes = await readInput(file, context.io)
      },
    },
    {
      title: `Find ${zone}`,
      async run(state) {
        // A name says enough to read the file, so that a bad file is reported without any call.
        state.zone = isIdentifier(zone) ? await zoneOf(context, zone) : { id: '', name: await zoneName(zone) }
      },
    },
    {
      title: 'Check the records',
      async run(state, say) {
        const apex = `${state.zone.name}.`
        const records = checkedRecords(readZoneFile(state.bytes, file, apex), { apex, types: recordTypes }, options.proxied)
        state.records = records.filter(({ record }) => !belongsToService(record, apex))
        state.skipped = records.filter(({ record }) => belongsToService(record, apex))
        if (state.zone.id === '') state.zone = await zoneOf(context, zone)
        say(`${state.records.length} to add, ${state.skipped.length} skipped`)
      },
    },
    {
      title: 'Send them',
      async run(state, say) {
        state.method = options.method ?? (state.bytes.length > fileLimit ? 'batch' : 'file')
        const shipment = { zone: state.zone, records: state.records, proxied: options.proxied }
        state.delivery = state.method === 'file' ? await sendFile(context, shipment) : await sendBatches(context, shipment, say)
      },
    },
  ]
  const state: State = { bytes: new Uint8Array(0), zone: { id: '', name: '' }, records: [], skipped: [], method: 'file', delivery: { added: 0, present: 0, repeated: [], refused: [] } }
  await runSteps(context, state, steps)
  const { added, present, repeated, refused } = state.delivery
  for (const { record } of state.skipped) await context.note(`zw: skipped ${record.name} ${record.type} ${record.rdata}: the service looks after it`)
  const before = present - repeated.length
  if (before > 0) await context.note(`zw: ${count(before, 'record')} ${before === 1 ? 'was' : 'were'} not added: the zone has ${before === 1 ? 'it' : 'them'} already`)
  for (const { record, place } of repeated) await context.note(`zw: ${place}: ${recordName(record)} was not added: it stands in the file a second time; remove it from the file`)
  for (const { record, place } of refused) await context.note(`zw: ${place}: ${recordName(record)} was not added: the service gave no reason; zw record add with this record tells it`)
  await context.output.item({ zone: state.zone.name, method: state.method, in_file: state.records.length + state.skipped.length, added, skipped: state.skipped.length, present, refused: refused.length })
  return refused.length > 0 ? exit.refused : exit.done
}
