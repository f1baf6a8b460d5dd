import { cache, historic } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { plans } from '../rules/plans.ts'
import { purgeRequest } from '../rules/purge.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** Single files have a bucket of their own, counted in files; all other kinds share one, counted in calls. */
const purge = ({ state, zone, input, ids, clock, purgeBuckets }: ZoneContext): Outcome => {
  const request = purgeRequest(input, zone)
  if (purgeBuckets !== undefined) {
    const plan = plans[zone.plan]
    const allowed = 'files' in request ? purgeBuckets.take(`files:${zone.id}`, plan.purgeFileRate, request.files.length) : purgeBuckets.take(`other:${zone.id}`, plan.purgeRate)
    if (!allowed) throw refuse('purge_rate')
  }
  const id = ids.next()
  state.purges.add({ id, zoneId: zone.id, request, at: clock.now() })
  return { result: { id: zone.id } }
}

/** Handlers of purges, in today's form and in that of 2015. */
export const cacheHandlers: readonly Handler[] = [serveZone(cache.purge, purge), serveZone(historic.purgeCache.purge, purge)]
