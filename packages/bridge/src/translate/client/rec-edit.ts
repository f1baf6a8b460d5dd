import { edit } from '@zonewright/legacy-client/records'
import { dns } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import { action } from '../translation.ts'
import { recordBody } from './record-body.ts'
import { recordObject } from './record-object.ts'
import { recordOf } from './record-of.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_edit`: the record becomes what is sent; cloud and time to live stay when they are not. */
export const recEdit = action(
  edit,
  async (scene, input) => {
    const zone = await zoneOf(scene, input.z)
    const before = await recordOf(scene, zone, input.id)
    const { type, ...changes } = recordBody(input, zone.name)
    if (type !== before.type) throw new FormPostFault({ message: `The type of a record cannot change: it is ${before.type}, not ${input.type}. Delete the record and make a new one.`, word: 'E_INVLDINPUT' })
    const record = await scene.caller.v4.call(dns.records.edit, { zone_id: zone.id, dns_record_id: before.id, ...changes })
    return { response: { rec: { obj: recordObject(scene, zone, record) } } }
  },
  { echo: true, mend: (sent) => (sent['type'] === undefined ? sent : { ...sent, type: sent['type'].toUpperCase() }) },
)
