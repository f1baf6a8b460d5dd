import { setRocketLoader } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { zoneOf } from './zone-of.ts'

/** `async`, Rocket Loader: today it is on or off, so `m`, which left the choice to the page, is on. */
export const async = action(setRocketLoader, async (scene, { z, v }) => {
  await changeSetting(scene, await zoneOf(scene, z), 'rocket_loader', v === '0' ? 'off' : 'on')
  return {}
})
