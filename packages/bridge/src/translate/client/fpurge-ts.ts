import { purge } from '@zonewright/legacy-client/cache'
import { cache } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** Seconds until a zone may be purged again. */
const cooldown = 20

/** Where the shelf keeps when a zone was purged, in Unix seconds. */
export const purgeTimes = 'purge of zone'

/** `fpurge_ts`: everything of the zone leaves the cache. API v4 knows no time of the last purge, so it is remembered here. */
export const fpurgeTs = action(purge, async (scene, { z }) => {
  const zone = await zoneOf(scene, z)
  const now = Math.floor(scene.now() / 1000)
  const last = Number(scene.shelf.get(purgeTimes, zone.id) ?? 0)
  if (now - last < cooldown) throw new FormPostFault({ message: `The zone was purged ${now - last} seconds ago; wait ${cooldown - (now - last)} seconds.`, word: 'E_MAXAPI', rateLimited: true })
  await scene.caller.v4.call(cache.purge, { zone_id: zone.id, purge_everything: true })
  scene.shelf.put(purgeTimes, zone.id, now)
  return { response: { fpurge_ts: now, zone: { obj: zoneObject(scene, zone) } }, attributes: { cooldown } }
})
