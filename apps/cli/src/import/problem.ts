import type { ResourceRecord } from '@zonewright/zone'
import { belongsToService } from './records.ts'

/** What the zone of an import takes. */
export interface ImportRules {
  /** Absolute name of the zone. */
  readonly apex: string
  /** Types that the service holds. */
  readonly types: readonly string[]
}

/** Most characters in the comment of a record, with any plan. */
const longestComment = 500
/** Most characters in the content of a TXT record, its quotes included. */
const longestTxt = 2048
/** Most tags on a record. */
const mostTags = 20
/** Fewest seconds with any plan; others than Enterprise take 60, and the service tells. */
const lowestTtl = 30
const highestTtl = 86_400

// The class is checked by the reader, which takes files of class IN alone.
const place = ({ name, type }: ResourceRecord, { apex, types }: ImportRules): string | undefined => {
  if (name !== apex && !name.endsWith(`.${apex}`)) return `is not in ${apex}; remove it, or import it into its own zone`
  return types.includes(type) ? undefined : 'has a type that the service does not hold; remove it'
}

/** The service gives proxied records an automatic TTL, whatever the file says. */
const ttlFits = ({ ttl, attributes }: ResourceRecord): boolean => attributes?.proxied === true || ttl === 1 || (ttl >= lowestTtl && ttl <= highestTtl)

/**
 * Everything that keeps a record from being imported, each as a clause with its next step; whatever the plan of the zone decides is left
 * to the service.
 * @example problemsOf(record, { apex: 'example.com.', types: ['A'] }) // ['has TTL 5; write 1 for automatic, or ...']
 */
export const problemsOf = (record: ResourceRecord, rules: ImportRules): readonly string[] => {
  const { type, ttl, rdata, attributes: { comment = '', tags = [] } = {} } = record
  const misplaced = place(record, { ...rules, types: belongsToService(record, rules.apex) ? [type] : rules.types })
  if (misplaced !== undefined) return [misplaced]
  // It is not sent, so what else it says does not matter.
  if (belongsToService(record, rules.apex)) return []
  const characters = [...comment].length
  return [
    ...(ttlFits(record) ? [] : [`has TTL ${ttl}; write 1 for automatic, or 60 to ${highestTtl} seconds (from ${lowestTtl} with Enterprise)`]),
    ...(characters > longestComment ? [`has a comment of ${characters} characters, the service keeps ${longestComment}; shorten it`] : []),
    ...(type === 'TXT' && rdata.length > longestTxt ? [`has ${rdata.length} characters of content, the service takes ${longestTxt}; shorten it`] : []),
    ...(tags.length > mostTags ? [`has ${tags.length} tags, the service keeps ${mostTags}; remove some`] : []),
  ]
}
