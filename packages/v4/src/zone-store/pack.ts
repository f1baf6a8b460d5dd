import type { Change } from '@zonewright/zone'

const nameOf = (change: Change): string => (change.kind === 'delete' ? change.before.name : change.after.name)

/**
 * Changes in as few groups as the limit allows. All changes of one name stay together where they fit,
 * so that no name is between two states; groups of deletions alone come last.
 */
export const packChanges = (changes: readonly Change[], limit: number): Change[][] => {
  const byName = new Map<string, Change[]>()
  for (const change of changes) {
    const name = nameOf(change)
    const unit = byName.get(name)
    if (unit === undefined) byName.set(name, [change])
    else unit.push(change)
  }
  const units = [...byName.values()].flatMap((unit) => (unit.length <= limit ? [unit] : split(unit, limit)))
  const removing = (unit: readonly Change[]): number => (unit.every((change) => change.kind === 'delete') ? 1 : 0)
  units.sort((left, right) => removing(left) - removing(right))
  const groups: Change[][] = []
  for (const unit of units) {
    const last = groups.at(-1)
    if (last !== undefined && last.length + unit.length <= limit) last.push(...unit)
    else groups.push([...unit])
  }
  return groups
}

/** A name with more changes than a batch takes: what it gains comes before what it loses. */
const split = (unit: readonly Change[], limit: number): Change[][] => {
  const ordered = [...unit.filter((change) => change.kind !== 'delete'), ...unit.filter((change) => change.kind === 'delete')]
  const parts: Change[][] = []
  for (let start = 0; start < ordered.length; start += limit) parts.push(ordered.slice(start, start + limit))
  return parts
}
