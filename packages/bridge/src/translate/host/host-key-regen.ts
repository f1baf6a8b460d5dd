import { regenerateKey } from '@zonewright/host-gw/hosts'
import { noCounterpart } from '../../fault.ts'
import { act } from '../translation.ts'

/** `host_key_regen`: the old key is dead from the next call on. */
export const hostKeyRegen = act(regenerateKey, async ({ own, caller }) => {
  if (own === undefined) throw noCounterpart('host_key_regen')
  return { response: { host_key: own.hosts.changeKey(caller.id) } }
})
