/**
 * Zones of the client API behind the ZoneStore port.
 * @module
 */
import { ApiError, type Client, DecodeError, TransportError } from '@zonewright/core'
import { mayHaveHappened } from '@zonewright/core/form-post'
import { type ApplyReport, type Change, RdataError, type RefusedChange, type StoredRecord, type Zone, type ZoneStore, parseName } from '@zonewright/zone'
// By their published names, so that a module stays one file when it is built.
import { type LegacyRecord, create, edit, recordTypes, remove } from '@zonewright/legacy-client/records'
import { type LegacyZone, list as listZones } from '@zonewright/legacy-client/zones'
import { fromService, toService } from './zone-store/convert.ts'
import { readRecords } from './zone-store/read-records.ts'

export { type RecordBody, fromService, toService } from './zone-store/convert.ts'
export { rdataOfText, textOfRdata } from './zone-store/text.ts'

const withoutDot = (name: string): string => name.replace(/\.$/, '')

const statuses: Readonly<Record<string, string>> = { V: 'active', P: 'pending', D: 'deleted' }

/**
 * A zone of the client API as the port knows it, its state in the words of API v4.
 * @example for await (const zone of cf.zones.list({})) console.log(zoneFromService(zone).name)
 */
export const zoneFromService = ({ zone_id: id, zone_name: name, zone_status: status }: LegacyZone): Zone => ({ id, name: parseName(name, '.'), status: statuses[status] ?? status })

/** Deleted by someone before, or by a try whose answer was lost: what was asked for is so. */
const isGone = (change: Change, error: unknown): boolean => change.kind === 'delete' && error instanceof ApiError && error.faults.some(({ message }) => /invalid record id/i.test(message))

/** The change was made even when its answer holds a value we can't read: a listing tells then. */
const storedOf = (record: LegacyRecord | undefined): { readonly record?: StoredRecord } => {
  if (record === undefined) return {}
  try {
    return { record: fromService(record) }
  } catch (error) {
    if (error instanceof RdataError) return {}
    throw error
  }
}

/** A call holds one change, so what is refused for what is in it, by the service or before it was sent, is refused for that change. */
const blameOf = (error: Error): Pick<RefusedChange, 'blame' | 'call'> => {
  if (error instanceof TransportError || error instanceof DecodeError) return {}
  if (!(error instanceof ApiError)) return { blame: 'change' }
  const call = error.rayId === undefined ? {} : { call: error.rayId }
  return error.rateLimited || error.status > 400 || error.has('E_UNAUTH') ? call : { blame: 'change', ...call }
}

const kinds = { delete: 0, update: 1, create: 2 } as const

/** A name must be free before something else takes it; apart from that the order stays. */
const inOrder = (changes: readonly Change[]): Change[] => {
  const names = new Map<string, Change[]>()
  for (const change of changes) {
    const name = change.kind === 'delete' ? change.before.name : change.after.name
    names.set(name, [...(names.get(name) ?? []), change])
  }
  return [...names.values()].flatMap((group) => group.toSorted((one, other) => kinds[one.kind] - kinds[other.kind]))
}

/**
 * Zones and records of the client API. It has no batch: each change is one call, and those of one name follow each other,
 * deletions first. After a lost answer nothing more is sent.
 * @example const store = zoneStore(client); for await (const zone of store.zones()) console.log(zone.name)
 */
export const zoneStore = (client: Client): ZoneStore => {
  const send = async (zone: string, change: Change, signal: AbortSignal | undefined): Promise<{ readonly record?: LegacyRecord; readonly call?: string }> => {
    const options = signal === undefined ? {} : { signal }
    if (change.kind === 'delete') {
      const { rayId } = await client.exchange(remove, { z: zone, id: change.before.id }, options)
      return rayId === undefined ? {} : { call: rayId }
    }
    const body = { z: zone, ...toService(change.after) }
    const { result, rayId } = change.kind === 'create' ? await client.exchange(create, body, options) : await client.exchange(edit, { ...body, id: change.before.id }, options)
    return { record: result.rec.obj, ...(rayId === undefined ? {} : { call: rayId }) }
  }

  return {
    name: 'legacy-client',
    can: { types: recordTypes, attributes: ['proxied'], unit: 'record', batch: () => 1 },
    async *zones(filter = {}) {
      const wanted = filter.name === undefined ? undefined : parseName(filter.name, '.')
      for await (const zone of client.list(listZones, {}, filter.signal === undefined ? {} : { signal: filter.signal })) {
        const found = zoneFromService(zone)
        if (wanted === undefined || found.name === wanted) yield found
      }
    },
    async *records(zone, options = {}): AsyncGenerator<StoredRecord> {
      for (const record of await readRecords(client, withoutDot(zone.name), options.signal)) yield fromService(record)
    },
    async apply(zone, changes, options = {}) {
      const done: ApplyReport['done'][number][] = []
      const failed: ApplyReport['failed'][number][] = []
      const unknown: ApplyReport['unknown'][number][] = []
      let going = true
      for (const change of inOrder(changes)) {
        going &&= options.signal?.aborted !== true
        if (going) {
          try {
            const { record, call } = await send(withoutDot(zone.name), change, options.signal)
            done.push({ change, ...storedOf(record), ...(call === undefined ? {} : { call }) })
          } catch (cause) {
            const error = cause instanceof Error ? cause : new Error(String(cause))
            const lost = mayHaveHappened(cause, options.signal)
            going = !(lost || error instanceof TransportError)
            if (isGone(change, error)) done.push({ change })
            else if (lost) unknown.push({ change, error })
            else failed.push({ change, error, ...blameOf(error) })
          }
        } else failed.push({ change, error: new Error('not sent: an earlier change had no answer, or the run was stopped') })
        options.onProgress?.(done.length + failed.length + unknown.length, changes.length)
      }
      return { done, failed, unknown }
    },
  }
}
