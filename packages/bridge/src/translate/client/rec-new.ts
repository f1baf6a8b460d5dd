import { create } from '@zonewright/legacy-client/records'
import { dns } from '@zonewright/v4'
import { action } from '../translation.ts'
import { recordBody } from './record-body.ts'
import { recordObject } from './record-object.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_new`: without a `service_mode` the cloud is grey, without a `ttl` it is automatic. */
export const recNew = action(
  create,
  async (scene, input) => {
    const zone = await zoneOf(scene, input.z)
    const record = await scene.caller.v4.call(dns.records.create, { zone_id: zone.id, ...recordBody({ ttl: 1, ...input }, zone.name) })
    return { response: { rec: { obj: recordObject(scene, zone, record) } } }
  },
  // A complete SRV has no content and its name below the zone; scripts send it all the same, or leave it out.
  { echo: true, mend: (sent) => (sent['type']?.toUpperCase() === 'SRV' && !sent['name'] ? { ...sent, type: 'SRV', name: '@' } : { ...sent, ...(sent['type'] === undefined ? {} : { type: sent['type'].toUpperCase() }) }) },
)
