import { ApiError, InputError } from '@zonewright/core'
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

/** Where in a batch the mistake is, by JSON pointers such as `/posts/3/content` or, when we sent nothing, by the paths of the issues. */
const pathsOf = (error: ApiError | InputError): readonly (readonly PropertyKey[])[] =>
  error instanceof InputError ? error.issues.map(({ path }) => path) : error.faults.flatMap(({ pointer }) => (pointer?.startsWith('/') === true ? [pointer.slice(1).split('/')] : []))

/** The changes of a batch that some paths lead to. */
const pointedAt = (paths: readonly (readonly PropertyKey[])[], changes: readonly Change[]): ReadonlySet<Change> =>
  new Set(paths.flatMap(([list = '', index = '']) => (/^\d+$/.test(String(index)) ? (changes.filter(({ kind }) => kind === lists[String(list)])[Number(index)] ?? []) : [])))

const isOfRecords = (error: ApiError): boolean => (error.status === 400 || error.has(recordMissing)) && !error.rateLimited && !aboutTheCall.some((code) => error.has(code))

/** The changes of a batch that was refused, by the service or by us, each with what it is blamed for. */
export const refusedChanges = (error: Error, changes: readonly Change[]): RefusedChange[] => {
  const isOurs = error instanceof InputError
  const ofRecords = isOurs || (error instanceof ApiError && isOfRecords(error))
  const named = ofRecords ? pointedAt(pathsOf(error), changes) : new Set<Change>()
  const blameOf = (change: Change): RefusedChange['blame'] => (named.has(change) ? 'change' : ofRecords && !isOurs && named.size === 0 ? 'batch' : undefined)
  const call = error instanceof ApiError && error.rayId !== undefined ? { call: error.rayId } : {}
  return changes.map((change) => {
    const blame = blameOf(change)
    return { change, error, ...call, ...(blame === undefined ? {} : { blame }) }
  })
}
