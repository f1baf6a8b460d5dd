import { FormPostFault, type OwnState } from '@zonewright/bridge'
import { randomBytes } from 'node:crypto'

import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { State } from '../state/state.ts'
import { passwordUsers } from './password-users.ts'
import { reputationOf, visitorsOf } from './visitors.ts'

const dayMs = 24 * 3600 * 1000
const hourMs = 3600 * 1000

/** Most reports an hour. */
const mostReports = 150

/** What the old APIs had and API v4 has nothing for: the emulator keeps it, so that every action works here. */
export const ownState = (state: State, clock: Clock, ids: Ids): OwnState => {
  const kept = <T>(kind: string) => state.documents.collection<T>(`form-post own ${kind}`)
  return {
    visitors: visitorsOf,
    reputation: reputationOf,
    screenshot(zoneId) {
      const last = kept<number>('screenshot').get(zoneId, 'last')
      const now = clock.now()
      if (last !== undefined && now - last < dayMs) throw new FormPostFault({ message: 'A screenshot of the zone was taken less than a day ago.', word: 'E_MAXAPI', rateLimited: true })
      kept<number>('screenshot').put(zoneId, 'last', now)
      return Math.floor(now / 1000)
    },
    purgePreloader: (zoneId) => kept<number>('preloader').put(zoneId, 'purged', clock.now()),
    report(email, kind, event) {
      const reports = kept<{ readonly at: number; readonly kind: string; readonly event: unknown }>('report')
      const recent = reports.all(email).filter(({ value }) => clock.now() - value.at < hourMs)
      if (recent.length >= mostReports) throw new FormPostFault({ message: `At most ${mostReports} reports an hour.`, word: 'E_MAXAPI', rateLimited: true })
      reports.put(email, randomBytes(8).toString('hex'), { at: clock.now(), kind, event })
    },
    users: passwordUsers(state, clock, ids),
    hosts: {
      changeKey(hostId) {
        const host = state.hostKeys.byId(hostId)
        if (host === undefined) throw new Error(`there is no host ${hostId}`)
        const apiKey = ids.next()
        state.hostKeys.replace(host.apiKey, { ...host, apiKey, details: { ...host.details, id: host.id } })
        return apiKey
      },
      addChild(parent, facts) {
        const child = { id: ids.next(), key: ids.next() }
        state.hostKeys.add({ apiKey: child.key, name: facts['pub_name'] ?? facts['host_name'] ?? 'child', details: { id: child.id, parent, facts } })
        return child
      },
      stopChild(parent, childId) {
        const child = state.hostKeys.byId(childId)
        if (child?.details?.parent !== parent) return false
        state.hostKeys.replace(child.apiKey, { ...child, details: { ...child.details, stopped: true } })
        return true
      },
    },
  }
}
