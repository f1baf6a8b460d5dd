import { visitors as visitorsOf2010 } from '@zonewright/legacy-client/edition-2010'
import { visitors } from '@zonewright/legacy-client/traffic'
import { noCounterpart } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneOf, zoneOfNumber } from './zone-of.ts'

const kinds = { r: 'regular', s: 'crawler', t: 'threat' } as const

/** `zone_ips`: API v4 lists no visitors by address. */
export const zoneIps = action(
  visitors,
  async (scene, input) => {
    const { own } = scene
    if (own === undefined) throw noCounterpart('zone_ips')
    const { zid } = input as { readonly zid?: number }
    const zone = zid === undefined ? await zoneOf(scene, input.z) : await zoneOfNumber(scene, zid)
    const found = own.visitors(zone.id, { hours: input.hours ?? 24, ...(input.class === undefined ? {} : { kind: kinds[input.class] }) })
    const place = scene.sent['geo'] !== undefined
    return { response: { ips: found.map(({ latitude = 0, longitude = 0, ...visitor }) => ({ ...visitor, ...(place ? { latitude, longitude } : {}), zone_name: zone.name })) } }
  },
  // In 2010 any value asked for places.
  { also: [visitorsOf2010], mend: (sent) => (sent['geo'] === undefined ? sent : { ...sent, geo: '1' }) },
)
