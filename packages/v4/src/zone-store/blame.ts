import { ApiError } from '@zonewright/core'
import type { Change, RefusedChange } from '@zonewright/zone'

/** The lists of a batch, and what stands in them. */
const lists: Readonly<Record<string, Change['kind']>> = { deletes: 'delete', patches: 'update', posts: 'create' }

/**
 * Refusals with HTTP 400 that are not about the records: headers, credentials, the route, the JSON, the quota of the zone. What does
 * not fit into a quota must not be tried in halves: then half of it would be there. The service's words vary, so its codes decide.
 */
const aboutTheCall: readonly number[] = [6003, 6007, 6102, 6103, 6111, 7000, 7001, 7003, 9103, 9106, 9109, 10000, 81045]

/** 404 for one record of a batch, where every other 404 is about the zone. */
const recordMissing = 81044

/** The changes that JSON pointers such as `/posts/3/content` lead to. */
const pointedAt = (error: ApiError, changes: readonly Change[]): ReadonlySet<Change> => {
  const found = new Set<Change>()
  for (const { pointer = '' } of error.faults) {
    const [, list = '', index = ''] = pointer.split('/')
    const change = changes.filter(({ kind }) => kind === lists[list])[Number(index === '' ? Number.NaN : index)]
    if (change !== undefined) found.add(change)
  }
  return found
}

/** The changes of a batch that the service refused, each with what it is blamed for. */
export const refusedChanges = (error: Error, changes: readonly Change[]): RefusedChange[] => {
  if (!(error instanceof ApiError)) return changes.map((change) => ({ change, error }))
  const ofRecords = (error.status === 400 || error.has(recordMissing)) && !error.rateLimited && !aboutTheCall.some((code) => error.has(code))
  const named = pointedAt(error, ofRecords ? changes : [])
  const blameOf = (change: Change): Pick<RefusedChange, 'blame'> => {
    if (!ofRecords) return {}
    if (named.size === 0) return { blame: 'batch' }
    return named.has(change) ? { blame: 'change' } : {}
  }
  return changes.map((change) => ({ change, error, ...(error.rayId === undefined ? {} : { call: error.rayId }), ...blameOf(change) }))
}
