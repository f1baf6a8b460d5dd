/**
 * Zones of API v4 behind the ZoneStore port.
 * @module
 */
import { ApiError, type Client, DecodeError, type Reply, TransportError } from '@zonewright/core'
import { type ApplyOptions, type ApplyReport, type Change, RdataError, type StoredRecord, type Zone, type ZoneStore, parseName } from '@zonewright/zone'
// By their published names, so that a product stays one file when it is built.
import { type DnsRecord, recordTypes, records } from '@zonewright/v4/dns'
import type { RecordBatch, RecordBatchResult } from './dns/records.ts'
import { type Zone as ServiceZone, list as listZones } from '@zonewright/v4/zones'
import { refusedChanges } from './zone-store/blame.ts'
import { fromService, listedFromService, toService } from './zone-store/convert.ts'
import { limitsOf } from './zone-store/limits.ts'
import { packChanges } from './zone-store/pack.ts'

export { fromService, toService, type RecordBody } from './zone-store/convert.ts'

const withoutDot = (name: string): string => name.replace(/\.$/, '')

/**
 * A zone of the service as the port knows it.
 * @example const zone = zoneFromService(await cf.zones.get({ zone_id }))
 */
export const zoneFromService = (zone: ServiceZone): Zone => ({
  id: zone.id,
  name: parseName(zone.name, '.'),
  status: zone.status,
  ...(typeof zone.plan?.legacy_id === 'string' ? { plan: zone.plan.legacy_id } : {}),
  ...(typeof zone.created_on === 'string' ? { created: zone.created_on } : {}),
})

const bodyOf = (zone: Zone, changes: readonly Change[]): RecordBatch => {
  const deletes = changes.flatMap((change) => (change.kind === 'delete' ? [{ id: change.before.id }] : []))
  const patches = changes.flatMap((change) => (change.kind === 'update' ? [{ id: change.before.id, ...toService(change.after) }] : []))
  const posts = changes.flatMap((change) => (change.kind === 'create' ? [toService(change.after)] : []))
  return { zone_id: zone.id, ...(deletes.length > 0 ? { deletes } : {}), ...(patches.length > 0 ? { patches } : {}), ...(posts.length > 0 ? { posts } : {}) }
}

type Done = ApplyReport['done'][number]

/** Sent, and no answer that tells: it may have happened, whole. A refusal by the rate limiter comes before anything happens. */
const mayHaveHappened = (error: Error): boolean =>
  (error instanceof TransportError && error.phase === 'sent') || (error instanceof DecodeError && error.status !== 429) || (error instanceof ApiError && error.status >= 500)

/** The change was made even when its answer holds a value we can't read: a listing tells then. */
const storedOf = (record: DnsRecord | undefined): { readonly record?: StoredRecord } => {
  if (record === undefined) return {}
  try {
    return { record: fromService(record) }
  } catch (error) {
    if (error instanceof RdataError) return {}
    throw error
  }
}

interface Report {
  done: Done[]
  failed: ApplyReport['failed'][number][]
  unknown: ApplyReport['unknown'][number][]
}

/**
 * Zones and records of API v4. Changes travel in batches, each one transaction: 200 operations with a free plan, 3,500 else.
 * @example const store = zoneStore(client); for await (const zone of store.zones()) console.log(zone.name)
 */
export const zoneStore = (client: Client): ZoneStore => {
  const sendBatch = async (zone: Zone, changes: readonly Change[], report: Report, signal: AbortSignal | undefined): Promise<boolean> => {
    let reply: Reply<RecordBatchResult>
    try {
      reply = await client.exchange(records.batch, bodyOf(zone, changes), signal === undefined ? {} : { signal })
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause))
      const lost = mayHaveHappened(error) || signal?.aborted === true
      if (lost) report.unknown.push(...changes.map((change) => ({ change, error })))
      else report.failed.push(...refusedChanges(error, changes))
      return !(lost || error instanceof TransportError)
    }
    const changed = (reply.result.patches ?? []).values()
    const created = (reply.result.posts ?? []).values()
    for (const change of changes) {
      const record = change.kind === 'delete' ? undefined : (change.kind === 'update' ? changed : created).next().value
      report.done.push({ change, ...storedOf(record), ...(reply.rayId === undefined ? {} : { call: reply.rayId }) })
    }
    return true
  }

  return {
    name: 'v4',
    can: {
      types: recordTypes,
      attributes: ['proxied', 'comment', 'tags', 'flattenCname'],
      unit: 'record',
      batch: (zone) => (zone.plan === undefined || zone.plan === 'free' ? 200 : 3500),
      limits: limitsOf,
    },
    async *zones(filter = {}) {
      // An empty name would be no filter at all, and the root is nobody's zone.
      if (filter.name === '.') return
      const input = filter.name === undefined ? {} : { name: withoutDot(filter.name) }
      for await (const zone of client.list(listZones, input, filter.signal === undefined ? {} : { signal: filter.signal })) yield zoneFromService(zone)
    },
    async *records(zone, options = {}): AsyncGenerator<StoredRecord> {
      for await (const record of client.list(records.list, { zone_id: zone.id }, options.signal === undefined ? {} : { signal: options.signal })) yield listedFromService(record)
    },
    async apply(zone, changes, options: ApplyOptions = {}) {
      const report: Report = { done: [], failed: [], unknown: [] }
      const groups = packChanges(changes, this.can.batch(zone))
      let going = true
      for (const group of groups) {
        going &&= options.signal?.aborted !== true
        if (going) going = await sendBatch(zone, group, report, options.signal)
        else for (const change of group) report.failed.push({ change, error: new Error('not sent: an earlier batch had no answer, or the run was stopped') })
        options.onProgress?.(report.done.length + report.failed.length + report.unknown.length, changes.length)
      }
      return report
    },
  }
}
