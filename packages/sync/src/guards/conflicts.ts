import type { ResourceRecord } from '@zonewright/zone'
import { impossibleBeside } from '../conflicts.ts'
import { recordAfter, recordBefore } from '../record-state.ts'
import { type Guard, about, recordText, written } from './guard.ts'

/** Records that no service holds at one name: CNAME beside an address or another CNAME, a delegation beside other data, DS without NS. */
export const conflictsGuard: Guard = {
  id: 'conflicts',
  summary: 'records that cannot stand at one name: CNAME beside A or AAAA, NS beside other data, DS without NS',
  permitted: true,
  *check(context) {
    const { changes, held, zone } = context
    const touched = new Map<string, ResourceRecord[]>()
    for (const record of written(changes)) touched.set(record.name, [])
    for (const change of changes) if (change.kind === 'delete' && !touched.has(change.before.name)) touched.set(change.before.name, [])
    const gone = new Set(changes.flatMap((change) => recordBefore(change)?.id ?? []))
    for (const record of held) if (!gone.has(record.id)) touched.get(record.name)?.push(record)
    for (const change of changes) {
      const after = recordAfter(change)
      if (after !== undefined) touched.get(after.name)?.push(after)
    }
    for (const record of written(changes)) {
      const others = touched.get(record.name) ?? []
      const beside = others.length < 2 ? undefined : others.find((other) => other.rdata !== record.rdata && impossibleBeside(record.type, other.type, record.name === zone.name))
      if (beside !== undefined) yield about(record, `cannot stand beside ${recordText(beside)}; keep one of them`, context)
      if (record.type === 'DS' && record.name !== zone.name && !others.some(({ type }) => type === 'NS')) yield about(record, 'needs NS records at its name; add them', context)
    }
    for (const change of changes) {
      if (change.kind !== 'delete' || change.before.type !== 'NS' || change.before.name === zone.name) continue
      const rest = touched.get(change.before.name) ?? []
      if (rest.some(({ type }) => type === 'DS') && !rest.some(({ type }) => type === 'NS')) yield { message: `${recordText(change.before)} would be deleted while DS records of its name stay; delete them too`, name: change.before.name }
    }
  },
}
