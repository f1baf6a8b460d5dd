import { compareLabelLists, nameLabels } from './name-order.ts'
import { recordKey } from './record-key.ts'
import type { ResourceRecord } from './record.ts'
import type { Change } from './zone-store.ts'

const kinds = { delete: 0, update: 1, create: 2 } as const

/**
 * Sorts changes by name in canonical order, then by kind, so that a name is free before something else takes it,
 * then by type, rdata and identifier.
 * @internal
 */
export function sortChanges(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => {
      const record: ResourceRecord = change.kind === 'delete' ? change.before : change.after
      return { change, labels: nameLabels(record.name), key: recordKey(record), id: change.kind === 'create' ? '' : change.before.id }
    })
    .sort((left, right) => compareLabelLists(left.labels, right.labels) || kinds[left.change.kind] - kinds[right.change.kind] || compare(left.key, right.key) || compare(left.id, right.id))
    .map(({ change }) => change)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
