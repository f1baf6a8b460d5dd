import type { ResourceRecord } from '@zonewright/zone'
import { relativeName } from '@zonewright/zone'
import picomatch from 'picomatch'

/**
 * Which records of a zone a plan looks after. It travels with a saved plan, so that the zone is judged in the same way later.
 * @example const scope: Scope = { ignore: ['_acme-challenge*', 'TXT:*'], owner: { tag: 'managed-by:git' }, unlisted: 'keep' }
 */
export interface Scope {
  /**
   * Globs of names that are left alone, relative to the zone and `@` for the zone itself; a type and a colon in front narrow one
   * down, as in `TXT:_acme-challenge*`. A `*` stands for any text, dots too; a wildcard record is written `\*`.
   */
  readonly ignore?: readonly string[]
  /** Only records with this tag, or with this text in their comment, are ours; new ones get it. */
  readonly owner?: { readonly tag: string } | { readonly comment: string }
  /** `keep` never deletes: records that are not wanted stay. Default `delete`. */
  readonly unlisted?: 'delete' | 'keep'
  /** Look after the NS records of the zone's own name as well, which belong to the service otherwise. */
  readonly apexNameServers?: boolean
  /** `ignore` for a store that keeps no time to live. Default `compare`. */
  readonly ttl?: 'compare' | 'ignore'
}

/** The questions that a scope answers about a record. */
export interface ScopeRules {
  /** The service looks after it itself: the SOA record, and the zone's own NS records unless the scope takes them. */
  ofService(record: ResourceRecord): boolean
  /** The first pattern that leaves it alone. */
  ignoredBy(record: ResourceRecord): string | undefined
  /** Whether the plan may speak about it; whose it is, is another question. */
  covers(record: ResourceRecord): boolean
  /** Whether it bears the owner's mark; everything does when there is no owner. */
  owned(record: ResourceRecord): boolean
}

interface Pattern {
  readonly text: string
  readonly type: string | undefined
  readonly matches: (name: string) => boolean
}

/** A slash is a character of a name like any other, not the end of a folder. */
const withoutSlash = (text: string): string => text.replaceAll('/', '\u0001')

const patternOf = (text: string): Pattern => {
  const colon = /^([A-Za-z0-9]+):/.exec(text)
  const glob = text.slice(colon?.[0].length ?? 0).toLowerCase()
  // Names are matched without their final dot.
  const matches = picomatch(withoutSlash(glob.replace(/(?<=[^\\])\.$/, '')), { dot: true, nonegate: true })
  return { text, type: colon?.[1]?.toUpperCase(), matches: (name) => matches(withoutSlash(name)) }
}

/** Whether a record bears the mark of an owner. */
export const isOwned = (record: ResourceRecord, owner: Scope['owner']): boolean => {
  if (owner === undefined) return true
  if ('tag' in owner) return record.attributes?.tags?.includes(owner.tag) === true
  return record.attributes?.comment?.includes(owner.comment) === true
}

/** Makes the questions of a scope for the zone with this absolute name. */
export const scopeRules = (scope: Scope, apex: string): ScopeRules => {
  const patterns = (scope.ignore ?? []).map(patternOf)
  const ofService = ({ type, name }: ResourceRecord): boolean => type === 'SOA' || (type === 'NS' && name === apex && scope.apexNameServers !== true)
  const ignoredBy = (record: ResourceRecord): string | undefined => {
    if (patterns.length === 0) return undefined
    const name = relativeName(record.name, apex)
    return patterns.find(({ type, matches }) => (type === undefined || type === record.type) && (matches(name) || matches(record.name.slice(0, -1))))?.text
  }
  return { ofService, ignoredBy, covers: (record) => !ofService(record) && ignoredBy(record) === undefined, owned: (record) => isOwned(record, scope.owner) }
}
