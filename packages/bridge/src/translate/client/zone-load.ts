import { get } from '@zonewright/legacy-client/zones'
import { action } from '../translation.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** `zone_load`. */
export const zoneLoad = action(get, async (scene, { z }) => ({ response: { zone: { obj: zoneObject(scene, await zoneOf(scene, z)) } } }))
