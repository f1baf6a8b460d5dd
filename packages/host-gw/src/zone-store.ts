/**
 * Zones of a host's customer behind the ZoneStore port: the names that a CNAME set-up routes through Cloudflare.
 * @module
 */
import type { Client } from '@zonewright/core'
import { mayHaveHappened } from '@zonewright/core/form-post'
import { type ApplyReport, type Change, type RefusedChange, type StoredRecord, type Zone, type ZoneStore, parseName } from '@zonewright/zone'
// By their published names, so that a module stays one file when it is built.
import { type ListedZone, type SetZone, get, list, set } from '@zonewright/host-gw/zones'
import { hostFaultOf } from '@zonewright/host-gw/errors'
import { printSubdomains } from '@zonewright/host-gw/subdomains'
import { fromService, nameOf } from './zone-store/convert.ts'
import { planOf } from './zone-store/plan.ts'

export { aliasRecords, fromService, toService } from './zone-store/convert.ts'

/** Whose zones a store holds. */
export interface HostZoneStoreOptions {
  /** The customer's authorisation of this host. */
  readonly user_key: string
  /** E-mail address of the customer's account: `zones` then leaves out the zones of others. */
  readonly cloudflare_email?: string
  /** Where traffic of a zone goes when a name does not say; every name here does. Default `cloudflare-resolve-to.` and the zone. */
  readonly resolve_to?: string
}

const withoutDot = (name: string): string => name.replace(/\.$/, '')

const statuses: Readonly<Record<string, string>> = { V: 'active', P: 'pending', D: 'deleted' }

/**
 * A zone of the service as the port knows it, its state in the words of API v4.
 * @example for await (const zone of cf.zones.list({})) console.log(zoneFromService(zone).name)
 */
export const zoneFromService = ({ zone_id: id, zone_name: name, zone_status: status }: ListedZone): Zone => ({ id: String(id), name: parseName(name, '.'), status: statuses[status] ?? status })

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)))

/** The service failed in the middle: nobody can say how far it came. */
const failedInside = (error: unknown): boolean => [701, 702].includes(hostFaultOf(error)?.code ?? 0)

/** What the answer says of a name that was changed. */
const storedIn = ({ hosted_cnames: hosted }: SetZone, name: string): { readonly record?: StoredRecord } => {
  const found = Object.entries(hosted).find(([host]) => nameOf(host) === name)
  return found === undefined ? {} : { record: fromService(...found) }
}

/** All changes of a call that is not sent, because some of them can't be made: those are to blame. */
const refusedWith = (impossible: ReadonlyMap<Change, Error>, changes: readonly Change[]): readonly RefusedChange[] => {
  const others = new Error(`not sent: ${impossible.size} of the ${changes.length} changes of this call can't be made, and the service takes all of them or none`)
  return changes.map((change) => {
    const error = impossible.get(change)
    return error === undefined ? { change, error: others } : { change, error, blame: 'change' }
  })
}

/**
 * The zones of a customer. A record is a hosted name with its origin: a CNAME, or an A for an address. The service replaces the
 * whole set-up of a zone at once: all changes go in one call, made whole or not at all, after the zone was read anew.
 * It keeps no zone without names, so the last one is not deleted here: that is `zones.remove`.
 * @example const store = zoneStore(client, { user_key, cloudflare_email: 'user@example.com' })
 */
export const zoneStore = (client: Client, options: HostZoneStoreOptions): ZoneStore => {
  const { user_key, cloudflare_email: email } = options
  const read = async (zone: Zone, signal: AbortSignal | undefined): Promise<Readonly<Record<string, string>>> =>
    (await client.call(get, { user_key, zone_name: withoutDot(zone.name) }, signal === undefined ? {} : { signal })).hosted_cnames ?? {}

  return {
    name: 'host-gw',
    can: { types: ['A', 'CNAME'], attributes: ['proxied'], unit: 'zone', batch: () => Number.MAX_SAFE_INTEGER },
    async *zones(filter = {}) {
      // An empty name would be no filter at all, and the root is nobody's zone.
      if (filter.name === '.') return
      const input = { zone_status: 'V', ...(filter.name === undefined ? {} : { zone_name: withoutDot(filter.name) }) } as const
      for await (const zone of client.list(list, input, filter.signal === undefined ? {} : { signal: filter.signal })) {
        if (email === undefined || zone.user_email.toLowerCase() === email.toLowerCase()) yield zoneFromService(zone)
      }
    },
    async *records(zone, { signal } = {}): AsyncGenerator<StoredRecord> {
      for (const [name, origin] of Object.entries(await read(zone, signal))) yield fromService(name, origin)
    },
    async apply(zone, changes, { signal, onProgress } = {}): Promise<ApplyReport> {
      const report = (settled: Partial<ApplyReport>): ApplyReport => {
        onProgress?.(changes.length, changes.length)
        return { done: [], failed: [], unknown: [], ...settled }
      }
      const all = (of: readonly (typeof changes)[number][], error: Error) => of.map((change) => ({ change, error }))

      let held: Readonly<Record<string, string>>
      try {
        signal?.throwIfAborted()
        held = await read(zone, signal)
      } catch (cause) {
        return report({ failed: all(changes, asError(cause)) })
      }
      const { names, impossible } = planOf(zone.name, held, changes)
      if (impossible.size > 0) return report({ failed: refusedWith(impossible, changes) })
      // Whatever is to be deleted is gone already.
      if (names.size === 0 && Object.keys(held).length === 0) return report({ done: changes.map((change) => ({ change })) })
      if (names.size === 0) return report({ failed: all(changes, new Error(`${zone.name} would have no name left, and the service keeps no such zone; delete the zone with zones.remove`)) })
      try {
        const input = { user_key, zone_name: withoutDot(zone.name), resolve_to: options.resolve_to ?? `cloudflare-resolve-to.${withoutDot(zone.name)}`, subdomains: printSubdomains([...names.values()]) }
        const { result, rayId } = await client.exchange(set, input, signal === undefined ? {} : { signal })
        return report({ done: changes.map((change) => ({ change, ...(change.kind === 'delete' ? {} : storedIn(result, change.after.name)), ...(rayId === undefined ? {} : { call: rayId }) })) })
      } catch (cause) {
        const error = asError(cause)
        return report(mayHaveHappened(cause, signal) || failedInside(cause) ? { unknown: all(changes, error) } : { failed: all(changes, error) })
      }
    },
  }
}
