import { updateAddress, updateAddressByText } from '@zonewright/legacy-client/edition-2010'
import { dns } from '@zonewright/v4'
import { isIPv4 } from 'node:net'
import { FormPostFault, invalidInput } from '../../fault.ts'
import { action } from '../translation.ts'
import { plainName } from '../enclosing-zone.ts'
import type { ClientScene } from '../scene.ts'
import { type V4Zone, zoneOfHost } from './zone-of.ts'

interface Found {
  readonly zone: V4Zone
  readonly id: string
  readonly content: string
}

/** The A record of a host. */
const recordOfHost = async (scene: ClientScene, host: string): Promise<Found> => {
  const zone = await zoneOfHost(scene, host)
  const record = await scene.caller.v4.list(dns.records.list, { zone_id: zone.id, 'name.exact': plainName(host), type: 'A' }).first()
  if (record === undefined) throw invalidInput(`There is no A record of the name ${host}.`)
  return { zone, id: record.id, content: record.content }
}

/**
 * `DIUP`, dynamic DNS: A records that exist get another address. All hosts are found before the first one is changed, so
 * that a name that does not exist changes nothing; those of one zone change together.
 */
export const diup = action(
  updateAddress,
  async (scene, { ip, hosts }) => {
    if (!isIPv4(ip)) throw new FormPostFault({ message: `${ip} is not an IPv4 address.`, word: 'E_INVLDIP' })
    const changes = new Map<string, string[]>()
    for (const host of hosts) {
      const { zone, id, content } = await recordOfHost(scene, host)
      if (content !== ip) changes.set(zone.id, [...(changes.get(zone.id) ?? []), id])
    }
    for (const [zone_id, ids] of changes) {
      const [only] = ids
      if (ids.length === 1 && only !== undefined) await scene.caller.v4.call(dns.records.edit, { zone_id, dns_record_id: only, content: ip })
      else await scene.caller.v4.call(dns.records.batch, { zone_id, patches: ids.map((id) => ({ id, content: ip })) })
    }
    return {}
  },
  { also: [updateAddressByText], nested: true, mend: (sent) => ({ ...sent, hosts: (sent['hosts'] ?? '').split(/[,\s]+/).filter((name) => name !== '').join(',') }) },
)
