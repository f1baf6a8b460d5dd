import { zones } from '@zonewright/v4'
import { enclosingZone } from '../enclosing-zone.ts'
import type { HostScene } from '../scene.ts'
import type { Link } from './links.ts'

const list = (scene: HostScene, { accountId }: Link, name: string): Promise<zones.Zone | undefined> => scene.caller.v4For(accountId).list(zones.list, { name, 'account.id': accountId }, scene.signal === undefined ? {} : { signal: scene.signal }).first()

/** The user's zone that a name belongs to: its own, or the one that it stands below. */
export const zoneOfUser = (scene: HostScene, link: Link, name: string): Promise<zones.Zone | undefined> => enclosingZone(name, (one) => list(scene, link, one))
