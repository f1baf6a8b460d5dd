import { stopChild } from '@zonewright/host-gw/hosts'
import { FormPostFault, noCounterpart } from '../../fault.ts'
import { act } from '../translation.ts'

/** `host_child_stop`. */
export const hostChildStop = act(stopChild, async ({ own, caller, numbers }, { child_id: number }) => {
  if (own === undefined) throw noCounterpart('host_child_stop')
  const id = numbers.idOf('child', number)
  if (id === undefined || !own.hosts.stopChild(caller.id, id)) throw new FormPostFault({ message: `There is no child host ${number} of this host.`, number: 700 })
  return { response: { child_id: number, stopped: true } }
})
