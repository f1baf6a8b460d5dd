import { ApiError } from '@zonewright/core'
import { proxy } from '@zonewright/legacy-client/records'
import { dns } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import { action } from '../translation.ts'
import { recordIdOf } from './record-of.ts'
import { allZones } from './zone-of.ts'

/** `rec_proxy`: names a record without its zone, so the zone is looked for. */
export const recProxy = action(proxy, async (scene, { id, rtag, service_mode }) => {
  const record = scene.numbers.idOf('record', id) === undefined ? rtag : recordIdOf(scene, id)
  for (const zone of await allZones(scene)) {
    try {
      await scene.caller.v4.call(dns.records.edit, { zone_id: zone.id, dns_record_id: record, proxied: service_mode === 1 })
      return {}
    } catch (error) {
      // It is in another zone.
      if (!(error instanceof ApiError) || error.status !== 404) throw error
    }
  }
  throw new FormPostFault({ message: 'Invalid record id.' })
})
