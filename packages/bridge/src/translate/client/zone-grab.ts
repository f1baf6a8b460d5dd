import { screenshot } from '@zonewright/legacy-client/edition-2010'
import { noCounterpart } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneOfNumber } from './zone-of.ts'

/** `zone_grab`: API v4 takes no screenshots. */
export const zoneGrab = action(screenshot, async (scene, { zid }) => {
  const { own } = scene
  if (own === undefined) throw noCounterpart('zone_grab')
  const zone = await zoneOfNumber(scene, zid)
  return { response: { set: [{ time: own.screenshot(zone.id) }] } }
})
