import { lookUp as lookUpOf2010 } from '@zonewright/legacy-client/edition-2010'
import { lookUp } from '@zonewright/legacy-client/traffic'
import { isIP } from 'node:net'
import { FormPostFault } from '../../fault.ts'
import { action } from '../translation.ts'

/** `ip_lkup`: API v4 tells nothing of an address, and "nothing is known" is an answer that the action has. */
export const ipLkup = action(
  lookUp,
  async ({ own }, { ip }) => {
    if (isIP(ip) === 0) throw new FormPostFault({ message: `${ip} is not an IP address.`, word: 'E_INVLDINPUT' })
    return { response: { [ip]: own?.reputation(ip) ?? false } }
  },
  { also: [lookUpOf2010] },
)
