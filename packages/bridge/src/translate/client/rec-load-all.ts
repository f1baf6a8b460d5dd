import { list } from '@zonewright/legacy-client/records'
import { action } from '../translation.ts'
import { page } from './page.ts'
import { recordObject } from './record-object.ts'
import { sortedRecords } from './record-of.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_load_all`: one page of the zone's records. */
export const recLoadAll = action(
  list,
  async (scene, { z, o }) => {
    const zone = await zoneOf(scene, z)
    const { objs, ...rest } = page(await sortedRecords(scene, zone), o)
    return { response: { recs: { ...rest, objs: objs.map((record) => recordObject(scene, zone, record)) } } }
  },
  { echo: true },
)
