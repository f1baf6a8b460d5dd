import { dns } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { newRecord, type RecordInput } from '../rules/records.ts'
import { timingOf } from '../rules/timing.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { addRecords } from './record-files.ts'
import { shownRecord } from './record-view.ts'
import { createRecord } from './record-writes.ts'

/** What a scan would find is part of the zone: nobody's real name servers are asked. */
const findable = ({ zone }: ZoneContext): readonly RecordInput[] => zone.details.findable ?? []

/** The older form: what is found is added at once; records in the way of it are left alone. */
const run = (context: ZoneContext): Outcome => {
  const start = context.clock.now()
  const found = findable(context)
  return { result: addRecords(context, found, found.length, () => true), timing: timingOf(start, context.clock.now()) }
}

const build = ({ zone, clock, compat }: ZoneContext, id: string, input: RecordInput) => newRecord(input, id, { zone, now: microsecondDate(clock.now()), compat })

const trigger = (context: ZoneContext): Outcome => {
  const { state, zone, ids } = context
  state.scans.clear(zone.id)
  for (const input of findable(context)) {
    const id = ids.next()
    const { rdata, wire } = build(context, id, input)
    const isThere = state.records.atName(zone.id, wire.name).some((other) => other.wire.type === wire.type && other.rdata === rdata)
    if (!isThere) state.scans.add(zone.id, { id, found: input })
  }
  return { result: null }
}

const finds = (context: ZoneContext): Outcome => {
  const { state, zone } = context
  return { result: state.scans.ofZone(zone.id).map(({ id, found }) => shownRecord(build(context, id, found).wire, context)) }
}

const listOf = (value: unknown): readonly RecordInput[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null)) throw refuse('request_invalid')
  return value as RecordInput[]
}

const review = (context: ZoneContext): Outcome => {
  const { state, zone, input } = context
  const waiting = new Map(state.scans.ofZone(zone.id).map((scanned) => [scanned.id, scanned.found]))
  const accepts = listOf(input['accepts']).map((accepted) => {
    const id = String(accepted['id'] ?? '')
    // Reviewed records come whole, so what the client sends counts; the find fills in what is left out.
    const record = createRecord(context, { ...waiting.get(id), ...accepted })
    state.scans.remove(zone.id, id)
    return shownRecord(record.wire, context)
  })
  const rejects = listOf(input['rejects']).map((rejected) => {
    const id = String(rejected['id'] ?? '')
    if (!waiting.has(id)) throw refuse('record_not_found')
    state.scans.remove(zone.id, id)
    return { id }
  })
  return { result: { accepts, rejects } }
}

/** Handlers of scans for records that a zone lacks. */
export const scanHandlers: readonly Handler[] = [serveZone(dns.scan.run, run), serveZone(dns.scan.trigger, trigger), serveZone(dns.scan.finds, finds), serveZone(dns.scan.review, review)]
