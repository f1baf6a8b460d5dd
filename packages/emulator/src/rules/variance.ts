import { createHash } from 'node:crypto'

import { microsecondDate } from '../clock.ts'
import { seededId } from '../ids.ts'
import type { WireRecord } from '../state/records.ts'

/** Ways in which the real service was seen to differ from its own rules. All are off when not said; none depends on chance. */
export interface Variance {
  /** Milliseconds for which a new zone answers 403, as permissions spread slowly. */
  readonly zonePermissionDelayMs?: number
  /** Two SRV records that are the same in everything are accepted. */
  readonly srvTwins?: boolean
  /** Milliseconds for which lists of records still show what was deleted, and do not yet show what was created. */
  readonly listDelayMs?: number
  /** The tags of a record come in another order than they were given in, for each record its own. */
  readonly tagOrder?: 'given' | 'other'
  /** Text of TXT records comes without its quotes, where it is one string without escapes. */
  readonly bareText?: boolean
  /** Lists of records hold one of a type that no program knows yet. */
  readonly unknownType?: boolean
}

/** A type that no program knows, in a form of its own. */
const strangeType = 'STRANGE'

const orderKey = (id: string, tag: string): string => createHash('sha256').update(`${id}:${tag}`).digest('hex')

const bare = (content: string): string => /^"([^"\\]*)"$/.exec(content)?.[1] ?? content

/** A record as an answer with these ways shows it. */
export const variedRecord = (record: WireRecord, { tagOrder, bareText }: Variance): WireRecord => ({
  ...record,
  ...(tagOrder === 'other' ? { tags: record.tags.toSorted((a, b) => (orderKey(record.id, a) < orderKey(record.id, b) ? -1 : 1)) } : {}),
  ...(bareText === true && record.type === 'TXT' ? { content: bare(record.content) } : {}),
})

/** The record of an unknown type in a zone; the same every time. */
export const strangeRecord = (zone: { readonly id: string; readonly name: string; readonly details: { readonly createdOn: string } }): WireRecord => ({
  id: seededId('strange record', zone.id),
  name: `strange.${zone.name}`,
  type: strangeType,
  content: 'something new',
  proxiable: false,
  proxied: false,
  ttl: 1,
  settings: {},
  meta: {},
  comment: null,
  tags: [],
  created_on: microsecondDate(Date.parse(zone.details.createdOn)),
  modified_on: microsecondDate(Date.parse(zone.details.createdOn)),
})
