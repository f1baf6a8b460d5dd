import { createRecord } from '@zonewright/legacy-client/edition-2010'
import { dns } from '@zonewright/v4'
import { action } from '../translation.ts'
import { completeName, recordBody } from './record-body.ts'
import { zoneOf } from './zone-of.ts'

/** `rec_set`: adds an A, and puts a CNAME in the place of the one that is there. */
export const recSet = action(
  createRecord,
  async (scene, { zone: name, ...input }) => {
    const zone = await zoneOf(scene, name)
    const { v4 } = scene.caller
    const body = recordBody({ ...input, ttl: 1 }, zone.name)
    const there = input.type === 'CNAME' ? await v4.list(dns.records.list, { zone_id: zone.id, 'name.exact': completeName(input.name, zone.name).slice(0, -1), type: 'CNAME' }).first() : undefined
    if (there === undefined) await v4.call(dns.records.create, { zone_id: zone.id, ...body })
    else await v4.call(dns.records.edit, { zone_id: zone.id, dns_record_id: there.id, ...body })
    return {}
  },
  { nested: true },
)
