import { createChild } from '@zonewright/host-gw/hosts'
import { noCounterpart } from '../../fault.ts'
import { act } from '../translation.ts'

/** `host_child_new`. */
export const hostChildNew = act(createChild, async ({ own, caller, numbers }, facts) => {
  if (own === undefined) throw noCounterpart('host_child_new')
  const child = own.hosts.addChild(caller.id, { ...facts })
  return { response: { host_name: facts.host_name, child_id: numbers.of('child', child.id), host_key: child.key } }
})
