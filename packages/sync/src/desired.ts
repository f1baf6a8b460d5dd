import { type Capabilities, type RecordAttributes, type ResourceRecord, recordKey } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import { about } from './guards/guard.ts'
import { markStated } from './ownership.ts'
import type { Scope, ScopeRules } from './scope.ts'

/** The wanted records as a plan takes them, and what was left out of them. */
export interface Desired {
  readonly records: readonly ResourceRecord[]
  readonly warnings: readonly Finding[]
  /** Records of the file that an ignore pattern covers: the file and the pattern contradict each other. */
  readonly ignored: readonly Finding[]
  /** How many belong to the service. */
  readonly ofService: number
}

/** What the wanted records are looked at with. */
export interface DesiredOptions {
  readonly scope: Scope
  readonly rules: ScopeRules
  readonly keeps: Capabilities['attributes']
  readonly place: (record: ResourceRecord) => string | undefined
}

/** Attributes without those that the store does not keep; the same object when it keeps all. */
const kept = (attributes: RecordAttributes, keeps: Capabilities['attributes']): RecordAttributes =>
  Object.keys(attributes).every((name) => keeps.includes(name as keyof RecordAttributes)) ? attributes : Object.fromEntries(Object.entries(attributes).filter(([name]) => keeps.includes(name as keyof RecordAttributes)))

/** Looks through the wanted records: those of the service go, twins go, attributes that the store does not keep go, the owner's mark is added. */
export const lookThrough = (wanted: Iterable<ResourceRecord>, { scope, rules, keeps, place }: DesiredOptions): Desired => {
  const records: ResourceRecord[] = []
  const warnings: Finding[] = []
  const ignored: Finding[] = []
  const seen = new Set<string>()
  const lost = new Set<string>()
  let ofService = 0
  for (const record of wanted) {
    if (rules.ofService(record)) {
      ofService++
      continue
    }
    const pattern = rules.ignoredBy(record)
    if (pattern !== undefined) {
      ignored.push({ rule: 'ignored', ...about(record, `is covered by the ignore pattern "${pattern}"; remove one of the two`, { place }) })
      continue
    }
    const key = recordKey(record)
    if (seen.has(key)) {
      warnings.push({ rule: 'twin', ...about(record, 'stands in the file a second time; the first one counts', { place }) })
      continue
    }
    seen.add(key)
    const attributes = record.attributes === undefined ? undefined : kept(record.attributes, keeps)
    if (attributes !== record.attributes) for (const name of Object.keys(record.attributes ?? {})) if (!keeps.includes(name as keyof RecordAttributes)) lost.add(name)
    const plain = attributes === record.attributes ? record : { ...record, attributes: attributes ?? {} }
    const marked = markStated(plain, scope.owner)
    records.push(marked)
  }
  for (const name of lost) warnings.push({ rule: 'attribute', message: `this service keeps no ${name}: what the file says of it is left out` })
  return { records, warnings, ignored, ofService }
}
