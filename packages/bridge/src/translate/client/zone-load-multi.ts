import { list } from '@zonewright/legacy-client/zones'
import { action } from '../translation.ts'
import { page } from './page.ts'
import { zoneObject } from './zone-object.ts'
import { allZones } from './zone-of.ts'

/** `zone_load_multi`. */
export const zoneLoadMulti = action(
  list,
  async (scene, { o }) => {
    const { objs, ...rest } = page(await allZones(scene), o)
    return { response: { zones: { ...rest, objs: objs.map((zone) => zoneObject(scene, zone)) } } }
  },
  { echo: true },
)
