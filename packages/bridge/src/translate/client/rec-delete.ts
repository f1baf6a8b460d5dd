import { remove } from '@zonewright/legacy-client/records'
import { dns } from '@zonewright/v4'
import { action } from '../translation.ts'
import { recordOf } from './record-of.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_delete`. */
export const recDelete = action(
  remove,
  async (scene, { z, id }) => {
    const zone = await zoneOf(scene, z)
    const record = await recordOf(scene, zone, id)
    await scene.caller.v4.call(dns.records.remove, { zone_id: zone.id, dns_record_id: record.id })
    return {}
  },
  { echo: true },
)
