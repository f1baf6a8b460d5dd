import { zones } from '@zonewright/v4'
import type { HostScene } from '../scene.ts'
import type { Link } from './links.ts'

const list = (scene: HostScene, { accountId }: Link, name: string): Promise<zones.Zone | undefined> => scene.caller.v4For(accountId).list(zones.list, { name, 'account.id': accountId }, scene.signal === undefined ? {} : { signal: scene.signal }).first()

/** A zone's name as it is compared. */
export const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** The user's zone that a name belongs to: its own, or the one that it stands below. */
export const zoneOfUser = async (scene: HostScene, link: Link, name: string): Promise<zones.Zone | undefined> => {
  const labels = plainName(name).split('.')
  for (let start = 0; start + 1 < labels.length; start++) {
    const zone = await list(scene, link, labels.slice(start).join('.'))
    if (zone !== undefined) return zone
  }
  return undefined
}
