import { setCacheLevel } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { cacheLevels, rowOfWord } from './setting-words.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** `cache_lvl`. */
export const cacheLvl = action(setCacheLevel, async (scene, { z, v }) => {
  const zone = await zoneOf(scene, z)
  await changeSetting(scene, zone, 'cache_level', rowOfWord(cacheLevels, v)?.value)
  return { response: { zone: { obj: zoneObject(scene, zone) } } }
})
