import { zones } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import { enclosingZone, plainName } from '../enclosing-zone.ts'
import type { ClientScene } from '../scene.ts'

/** A zone of API v4. */
export type V4Zone = zones.Zone

const find = ({ caller, signal }: ClientScene, name: string): Promise<V4Zone | undefined> =>
  caller.v4.list(zones.list, { name, ...(caller.accountId === undefined ? {} : { 'account.id': caller.accountId }) }, signal === undefined ? {} : { signal }).first()

const existing = (zone: V4Zone | undefined, word?: string): V4Zone => {
  if (zone === undefined) throw new FormPostFault({ message: 'Invalid zone.', ...(word === undefined ? {} : { word }) })
  return zone
}

/**
 * The zone of a name that this caller may use.
 * @throws FormPostFault `Invalid zone.`
 */
export const zoneOf = async (scene: ClientScene, name: string): Promise<V4Zone> => {
  const wanted = plainName(name)
  return existing(wanted === '' ? undefined : await find(scene, wanted))
}

/**
 * The zone that a host's name belongs to.
 * @throws FormPostFault `Invalid zone.`
 */
export const zoneOfHost = async (scene: ClientScene, host: string): Promise<V4Zone> => existing(await enclosingZone(host, (name) => find(scene, name)), 'E_INVLDINPUT')

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
