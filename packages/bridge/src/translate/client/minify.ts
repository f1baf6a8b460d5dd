import { setMinify } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { zoneOf } from './zone-of.ts'

const onOff = (mask: number, bit: number): 'on' | 'off' => ((mask & bit) === 0 ? 'off' : 'on')

/** `minify`: a sum of 1 for JavaScript, 2 for CSS and 4 for HTML. The service removed the setting in 2024 and says so. */
export const minify = action(setMinify, async (scene, { z, v }) => {
  await changeSetting(scene, await zoneOf(scene, z), 'minify', { js: onOff(v, 1), css: onOff(v, 2), html: onOff(v, 4) })
  return {}
})
