import type { StoredRecord, WireRecord } from '../state/records.ts'

/** More hidden records than these are not counted. */
const most = 10_000

const isWithin = (name: string, parent: string): boolean => name === parent || name.endsWith(`.${parent}`)

/** What a list says of its records when it is asked for shadow metadata. */
export interface Shadows {
  /** The record with what hides it, or how much it hides. */
  readonly of: (record: WireRecord) => WireRecord
}

/**
 * Which records of a zone are hidden by a delegation: those at or below the name of NS records that are not the zone's own. Records
 * with the addresses of the delegation's servers are its glue; glue that a delegation above hides is dead.
 * @param records All records of the zone.
 */
export const shadowsIn = (zone: string, records: readonly StoredRecord[]): Shadows => {
  // The one nearest to the zone comes first: it is the one that answers.
  const delegations = records
    .map(({ wire }) => wire)
    .filter(({ type, name }) => type === 'NS' && name !== zone)
    .toSorted((a, b) => a.name.length - b.name.length)
  const names = [...new Set(delegations.map(({ name }) => name))]
  const hides = (name: string, record: WireRecord): boolean => isWithin(record.name, name) && !(record.type === 'NS' && record.name === name)
  return {
    of(record) {
      const above = new Set(names.filter((name) => hides(name, record)))
      const shadowedBy = delegations.filter(({ name }) => above.has(name))
      const glue = (record.type === 'A' || record.type === 'AAAA') && shadowedBy.some(({ content }) => content === record.name)
      const needed = glue ? shadowedBy.filter(({ content }) => content === record.name).map(({ name }) => name) : []
      const dead = glue && needed.every((name) => names.some((other) => other !== name && isWithin(name, other)))
      const count = record.type === 'NS' && record.name !== zone ? Math.min(most, records.filter(({ wire }) => hides(record.name, wire)).length) : 0
      const found = { ...(shadowedBy.length === 0 ? {} : { shadowed_by: shadowedBy.map(({ id }) => id) }), ...(glue ? { is_glue: true } : {}), ...(dead ? { dead_glue: true } : {}), ...(count === 0 ? {} : { shadowed_records_count: count }) }
      return { ...record, meta: { ...record.meta, ...found } }
    },
  }
}
