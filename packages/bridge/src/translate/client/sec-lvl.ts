import { setSecurityLevel } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { rowOfWord, securityLevels } from './setting-words.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** `sec_lvl`. */
export const secLvl = action(setSecurityLevel, async (scene, { z, v }) => {
  const zone = await zoneOf(scene, z)
  await changeSetting(scene, zone, 'security_level', rowOfWord(securityLevels, v)?.value)
  return { response: { zone: { obj: zoneObject(scene, zone) } } }
})
