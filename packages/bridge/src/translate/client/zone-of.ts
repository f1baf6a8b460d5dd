import { zones } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import type { ClientScene } from '../scene.ts'

/** A zone of API v4. */
export type V4Zone = zones.Zone

/**
 * The zone of a name that this caller may use.
 * @throws FormPostFault `Invalid zone.`
 */
export const zoneOf = async ({ caller, signal }: ClientScene, name: string): Promise<V4Zone> => {
  const wanted = name.trim().toLowerCase().replace(/\.$/, '')
  const account = caller.accountId === undefined ? {} : { 'account.id': caller.accountId }
  const zone = wanted === '' ? undefined : await caller.v4.list(zones.list, { name: wanted, ...account }, signal === undefined ? {} : { signal }).first()
  if (zone === undefined) throw new FormPostFault({ message: 'Invalid zone.' })
  return zone
}

/**
 * The zone of a number that was given out.
 * @throws FormPostFault `Invalid zone.`
 */
export const zoneOfNumber = async (scene: ClientScene, number: number): Promise<V4Zone> => {
  const id = scene.numbers.idOf('zone', number)
  if (id === undefined) throw new FormPostFault({ message: 'Invalid zone.' })
  return scene.caller.v4.call(zones.get, { zone_id: id })
}

/** All zones of the caller, by name. */
export const allZones = async ({ caller, signal }: ClientScene): Promise<readonly V4Zone[]> => {
  const account = caller.accountId === undefined ? {} : { 'account.id': caller.accountId }
  const found: V4Zone[] = []
  for await (const zone of caller.v4.list(zones.list, account, signal === undefined ? {} : { signal })) found.push(zone)
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}
