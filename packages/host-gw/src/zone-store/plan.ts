import { type Change, type ResourceRecord, rdataKey } from '@zonewright/zone'
import type { HostedName } from '../subdomains.ts'
import { fromService, nameOf, toService } from './convert.ts'

/** What a zone holds after some changes, and which of them can't be made. */
export interface Plan {
  /** All names of the zone after the changes that can be made. */
  readonly names: ReadonlyMap<string, Required<HostedName>>
  /** The changes that can't be made, and why. */
  readonly impossible: ReadonlyMap<Change, Error>
}

const order = { delete: 0, update: 1, create: 2 } as const

/**
 * The whole set-up of a zone after changes of it: the service takes nothing less. A name that is to be deleted and is not there
 * counts as deleted; a name that holds something else than a change assumes is left alone.
 */
export const planOf = (zone: string, held: Readonly<Record<string, string>>, changes: readonly Change[]): Plan => {
  const names = new Map(Object.entries(held).map(([name, origin]) => [nameOf(name), { host: name, origin }]))
  const isHeld = (record: ResourceRecord): boolean => {
    const now = names.get(record.name)
    if (now === undefined) return false
    const stored = fromService(now.host, now.origin)
    return stored.type === record.type && rdataKey(stored.type, stored.rdata) === rdataKey(record.type, record.rdata)
  }
  const make = (change: Change): void => {
    if (change.kind !== 'create') {
      if (names.has(change.before.name) && !isHeld(change.before)) throw new Error(`${change.before.name} has changed since it was read; read the zone again`)
      if (change.kind === 'update' && !names.has(change.before.name)) throw new Error(`${change.before.name} is gone since it was read; read the zone again`)
    }
    const next = change.kind === 'delete' ? undefined : toService(change.after, zone)
    const taken = change.kind === 'create' || (change.kind === 'update' && change.after.name !== change.before.name)
    if (taken && names.has(change.after.name)) throw new Error(`${change.after.name} is hosted already, and a name has one origin`)
    if (change.kind !== 'create') names.delete(change.before.name)
    if (next !== undefined && change.kind !== 'delete') names.set(change.after.name, next)
  }
  const impossible = new Map<Change, Error>()
  for (const change of changes.toSorted((one, other) => order[one.kind] - order[other.kind])) {
    try {
      make(change)
    } catch (cause) {
      impossible.set(change, cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return { names, impossible }
}
