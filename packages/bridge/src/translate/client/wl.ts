import { allow } from '@zonewright/legacy-client/access'
import { allow as allowByText } from '@zonewright/legacy-client/edition-2010'
import { action } from '../translation.ts'
import { setAddressRule } from './address-rule.ts'

/** `wl`: from now on the address is let through. */
export const wl = action(
  allow,
  async (scene, { key }) => {
    await setAddressRule(scene, key, 'WL')
    return { response: { result: { ip: key, action: 'WL' } } }
  },
  { also: [allowByText] },
)
