import type { ResourceRecord } from '@zonewright/zone'
import { type Guard, about, written } from './guard.ts'

/** What tells the guard of one limit from that of another. */
export interface LimitRule {
  /** The limit; where the store tells none, nothing is refused. It is the name of the guard, too. */
  readonly id: 'comment' | 'tags' | 'text'
  readonly summary: string
  /** What is wrong with a record, and what to do; undefined when it keeps to the limit. */
  readonly excess: (record: ResourceRecord, most: number) => string | undefined
}

/** Makes the guard of a number that no written record may exceed. */
export const limitGuard = ({ id, summary, excess }: LimitRule): Guard => ({
  id,
  summary,
  permitted: true,
  *check(context) {
    const most = context.limits[id]
    if (most === undefined) return
    for (const record of written(context.changes)) {
      const what = excess(record, most)
      if (what !== undefined) yield about(record, what, context)
    }
  },
})
