import type { ResourceRecord } from '@zonewright/zone'
import { impossibleBeside } from '../conflicts.ts'
import { nameOf, recordAfter, recordBefore } from '../record-state.ts'
import { type Guard, type GuardContext, about, recordText, written } from './guard.ts'

/** What each name that a plan touches holds in the end, by type. */
type EndState = ReadonlyMap<string, Map<string, ResourceRecord[]>>

const endOf = ({ changes, held }: GuardContext): EndState => {
  const names = new Map(changes.map((change) => [nameOf(change), new Map<string, ResourceRecord[]>()]))
  const gone = new Set(changes.flatMap((change) => recordBefore(change)?.id ?? []))
  const add = (record: ResourceRecord): void => {
    const types = names.get(record.name)
    const same = types?.get(record.type)
    if (same === undefined) types?.set(record.type, [record])
    else same.push(record)
  }
  for (const record of held) if (!gone.has(record.id)) add(record)
  for (const change of changes) {
    const after = recordAfter(change)
    if (after !== undefined) add(after)
  }
  return names
}

/** Another record of its name that a record cannot stand beside. */
const besideOf = (record: ResourceRecord, end: EndState, apex: string): ResourceRecord | undefined => {
  for (const [type, others] of end.get(record.name) ?? []) {
    if (!impossibleBeside(record.type, type, record.name === apex)) continue
    const other = others.find(({ rdata }) => type !== record.type || rdata !== record.rdata)
    if (other !== undefined) return other
  }
  return undefined
}

/** Records that no service holds at one name: CNAME beside an address or another CNAME, a delegation beside other data, DS without NS. */
export const conflictsGuard: Guard = {
  id: 'conflicts',
  summary: 'records that cannot stand at one name: CNAME beside A or AAAA, NS beside other data, DS without NS',
  permitted: true,
  *check(context) {
    const apex = context.zone.name
    const end = endOf(context)
    for (const record of written(context.changes)) {
      const beside = besideOf(record, end, apex)
      if (beside !== undefined) yield about(record, `cannot stand beside ${recordText(beside)}; keep one of them`, context)
      if (record.type === 'DS' && record.name !== apex && end.get(record.name)?.has('NS') !== true) yield about(record, 'needs NS records at its name; add them', context)
    }
    for (const change of context.changes) {
      if (change.kind !== 'delete' || change.before.type !== 'NS' || change.before.name === apex) continue
      const rest = end.get(change.before.name)
      if (rest?.has('DS') === true && !rest.has('NS')) yield { message: `${recordText(change.before)} would be deleted while DS records of its name stay; delete them too`, name: change.before.name }
    }
  },
}
