import { ban as declaration } from '@zonewright/legacy-client/access'
import { ban as banByText } from '@zonewright/legacy-client/edition-2010'
import { action } from '../translation.ts'
import { setAddressRule } from './address-rule.ts'

/** `ban`: from now on the address is kept out. */
export const ban = action(
  declaration,
  async (scene, { key }) => {
    await setAddressRule(scene, key, 'BAN')
    return { response: { result: { ip: key, action: 'BAN' } } }
  },
  { also: [banByText] },
)
