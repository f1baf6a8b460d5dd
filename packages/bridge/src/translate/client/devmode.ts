import { setDevelopmentMode } from '@zonewright/legacy-client/settings'
import { zones } from '@zonewright/v4'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { developmentSeconds } from './setting-words.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** `devmode`: the cache is bypassed for three hours. */
export const devmode = action(setDevelopmentMode, async (scene, { z, v }) => {
  const zone = await zoneOf(scene, z)
  const { time_remaining = developmentSeconds } = await changeSetting(scene, zone, 'development_mode', v === 1 ? 'on' : 'off')
  const changed = await scene.caller.v4.call(zones.get, { zone_id: zone.id })
  return { response: { expires_on: Math.floor(scene.now() / 1000) + (v === 1 ? time_remaining : 0), zone: { obj: zoneObject(scene, changed) } } }
})
