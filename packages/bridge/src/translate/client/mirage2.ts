import { setMirage } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { zoneOf } from './zone-of.ts'

/** `mirage2`. The service ended Mirage in January 2026 and says so. */
export const mirage2 = action(setMirage, async (scene, { z, v }) => {
  await changeSetting(scene, await zoneOf(scene, z), 'mirage', v === 1 ? 'on' : 'off')
  return {}
})
