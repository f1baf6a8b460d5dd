import { setIpv6 as setIpv6Of2010 } from '@zonewright/legacy-client/edition-2010'
import { setIpv6 } from '@zonewright/legacy-client/settings'
import { action } from '../translation.ts'
import { changeSetting } from './setting.ts'
import { zoneObject } from './zone-object.ts'
import { zoneOf } from './zone-of.ts'

/** `ipv46`: 0 is off; 1, as in 2010 and in later clients, and 3 are on. */
export const ipv46 = action(
  setIpv6,
  async (scene, { z, v }) => {
    const zone = await zoneOf(scene, z)
    await changeSetting(scene, zone, 'ipv6', v === 0 ? 'off' : 'on')
    return { response: { zone: { obj: zoneObject(scene, zone) } } }
  },
  { also: [setIpv6Of2010], nested: true },
)
