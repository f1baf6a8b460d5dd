import { forget } from '@zonewright/legacy-client/access'
import { forget as forgetByText } from '@zonewright/legacy-client/edition-2010'
import { action } from '../translation.ts'
import { setAddressRule } from './address-rule.ts'

/** `nul`: from now on the address is on neither list. */
export const nul = action(
  forget,
  async (scene, { key }) => {
    await setAddressRule(scene, key, 'NUL')
    return { response: { result: { ip: key, action: 'NUL' } } }
  },
  { also: [forgetByText] },
)
