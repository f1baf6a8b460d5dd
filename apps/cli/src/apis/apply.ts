import type { Change, ResourceRecord, StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { Failure } from '../failures.ts'
import { type ApiName, apiTitles } from './names.ts'

const attributeFlags = { proxied: '--proxied', comment: '--comment', tags: '--tag', flattenCname: 'flattening' } as const

/** What of a record tells whether a store can hold it. */
type Wanted = Pick<ResourceRecord, 'type' | 'name' | 'attributes'>

/**
 * What a store can't hold of records, said before anything is sent.
 * @throws Failure that names every type and attribute.
 */
export const refuseUnheld = (store: ZoneStore, api: ApiName, records: readonly Wanted[]): void => {
  const problems = new Set<string>()
  for (const record of records) {
    if (!store.can.types.includes(record.type)) problems.add(`${record.name} ${record.type}: ${apiTitles[api]} holds no ${record.type} records, only ${store.can.types.join(', ')}`)
    for (const [name, value] of Object.entries(record.attributes ?? {})) {
      const empty = value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
      if (!empty && !store.can.attributes.includes(name as never)) problems.add(`${record.name} ${record.type}: ${apiTitles[api]} keeps no ${name}; leave ${attributeFlags[name as keyof typeof attributeFlags]} out`)
    }
  }
  if (problems.size > 0) throw new Failure([...problems])
}

/** Applies changes, and says what of them was carried out when one was not. @throws the first refusal. */
export const applyAll = async (context: Context, { store, zone, changes, say }: { readonly store: ZoneStore; readonly zone: Zone; readonly changes: readonly Change[]; readonly say?: (text: string) => void }): Promise<readonly (StoredRecord | undefined)[]> => {
  const report = await store.apply(zone, changes, { signal: context.call.signal, onProgress: (settled, total) => say?.(`${settled} of ${total}`) })
  const [first] = [...report.unknown, ...report.failed]
  if (first === undefined) return report.done.map(({ record }) => record)
  if (report.unknown.length > 0) context.carriedOut(`${report.done.length} of ${count(changes.length, 'change')} were carried out, of ${report.unknown.length} the answer was lost; list the zone before you go on`)
  else if (changes.length > 1) context.carriedOut(`${report.done.length} of ${count(changes.length, 'change')} were carried out before that`)
  throw first.error
}
