import { printZone } from '@zonewright/bind'
import { ApiError } from '@zonewright/core'
import { records } from '@zonewright/v4/dns'
import { zoneStore } from '@zonewright/v4/zone-store'
import { recordKey } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { Failure } from '../failures.ts'
import type { FoundZone } from '../zone-lookup.ts'
import { heldIn } from './missing.ts'
import { type PlacedRecord, recordName, withProxy } from './records.ts'

/** Most bytes that the import endpoint takes. */
export const fileLimit = 262_144

/** What is sent where. */
export interface Shipment {
  readonly zone: FoundZone
  readonly records: readonly PlacedRecord[]
  readonly proxied: boolean | undefined
}

/** What became of the records. */
export interface Delivery {
  readonly added: number
  /** How many were in the zone before, or stand in the file twice. */
  readonly present: number
  /** Those that say what a record before them in the file says. */
  readonly repeated: readonly PlacedRecord[]
  /** Those that the zone does not hold although they were sent. */
  readonly refused: readonly PlacedRecord[]
}

/**
 * Sends the records as one file to the import endpoint. When it adds fewer than were sent, the zone is listed to tell those that it has
 * already from those that were refused.
 * @throws Failure when the file is too large for the endpoint.
 */
export const sendFile = async (context: Context, { zone, records: all, proxied }: Shipment): Promise<Delivery> => {
  const client = await context.client()
  // What we checked is what we send: $INCLUDE, $GENERATE and the records of the service are worked out already.
  const content = printZone(all.map(({ record }) => record), { layout: 'cloudflare', origin: `${zone.name}.` })
  if (Buffer.byteLength(content) > fileLimit) throw new Failure(`the records make ${Buffer.byteLength(content)} bytes, the import endpoint takes ${fileLimit}; use --method batch`)
  const { recs_added: added } = await client.call(records.importZone, { zone_id: zone.id, file: { name: `${zone.name}.zone`, type: 'text/plain', content }, ...(proxied === undefined ? {} : { proxied }) }, context.call)
  if (added >= all.length) return { added, present: 0, repeated: [], refused: [] }
  context.carriedOut(`${added} of ${count(all.length, 'record')} ${added === 1 ? 'was' : 'were'} added before that`)
  const { missing } = await heldIn(context, zone.id, all)
  return { added, present: Math.max(0, all.length - added - missing.length), repeated: repeatedIn(all.filter((placed) => !missing.includes(placed))), refused: missing }
}

/** Records that say what one before them says: the same name, type and value. */
const repeatedIn = (all: readonly PlacedRecord[]): readonly PlacedRecord[] => {
  const keys = new Set<string>()
  return all.filter(({ record }) => keys.size === keys.add(recordKey(record)).size)
}

/** Which records keep a transaction from being carried out, when the service says that they are there already. */
const twins = async (context: Context, zone: FoundZone, failed: readonly PlacedRecord[]): Promise<readonly string[]> => {
  const { present } = await heldIn(context, zone.id, failed)
  const advice = 'remove it from the file, or use --method file, which passes over it'
  return [
    ...present.map(({ record, place }) => `${place}: ${recordName(record)} is in the zone already; ${advice}`),
    ...repeatedIn(failed).map(({ record, place }) => `${place}: ${recordName(record)} stands in the file a second time; ${advice}`),
  ]
}

/**
 * Sends the records as transactions, each of them all or nothing.
 * @throws what refused the first transaction that was not carried out.
 */
export const sendBatches = async (context: Context, shipment: Shipment, say: (text: string) => void): Promise<Delivery> => {
  const { id, name, plan } = shipment.zone
  const store = zoneStore(await context.client())
  const changes = shipment.records.map(({ record }) => ({ kind: 'create', after: withProxy(record, shipment.proxied) }) as const)
  const outcome = await store.apply({ id, name: `${name}.`, ...(plan === undefined ? {} : { plan }) }, changes, { signal: context.call.signal, onProgress: (settled, total) => say(`${settled} of ${total}`) })
  const done = outcome.done.length
  const were = `${done} of ${count(changes.length, 'record')} ${done === 1 ? 'was' : 'were'} added`
  if (outcome.unknown.length > 0) context.carriedOut(`${were}, of ${outcome.unknown.length} the answer was lost; list the zone before you import again`)
  else if (outcome.failed.length > 0) context.carriedOut(done === 0 ? 'no record was added' : `${were} before that`)
  const [first] = [...outcome.unknown, ...outcome.failed]
  if (first === undefined) return { added: done, present: 0, repeated: [], refused: [] }
  if (first.error instanceof ApiError && first.error.has(81058)) {
    const failed = new Set<unknown>(outcome.failed.map(({ change }) => change))
    // The refusal is what counts: a listing that fails after it must not hide it.
    const lines = await twins(context, shipment.zone, shipment.records.filter((_, index) => failed.has(changes[index]))).catch(() => [])
    for (const line of lines) await context.note(`zw: ${line}`)
  }
  throw first.error
}
