import { removeRecords } from '@zonewright/legacy-client/edition-2010'
import { dns } from '@zonewright/v4'
import { invalidInput } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_del`: all records of a name, in one call, so that none of them stays behind. */
export const recDel = action(
  removeRecords,
  async (scene, { zone: name, name: owner }) => {
    const zone = await zoneOf(scene, name)
    const { v4 } = scene.caller
    const found = await v4.list(dns.records.list, { zone_id: zone.id, 'name.exact': owner.toLowerCase().replace(/\.$/, '') }).all()
    if (found.length === 0) throw invalidInput(`There is no record of the name ${owner}.`)
    await v4.call(dns.records.batch, { zone_id: zone.id, deletes: found.map(({ id }) => ({ id })) })
    return {}
  },
  { nested: true },
)
