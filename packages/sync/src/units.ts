import { type Change, compareNames } from '@zonewright/zone'
import { nameOf, subjectOf } from './record-state.ts'

/** All changes of one name: they travel together. */
export interface Unit {
  readonly name: string
  readonly changes: readonly Change[]
  /** What the unit does to its name; in this order units are sent. */
  readonly kind: 'gains' | 'changes' | 'loses'
  /** How many units have to be there before it: an alias comes after the name that it leads to. */
  readonly depth: number
}

/** The end of a chain of aliases longer than this is not looked for; a chain of aliases that long answers nothing. */
const longestChain = 16

const kindOf = (changes: readonly Change[]): Unit['kind'] => {
  if (changes.every(({ kind }) => kind === 'create')) return 'gains'
  return changes.every(({ kind }) => kind === 'delete') ? 'loses' : 'changes'
}

/** The name that a change makes its own name an alias of. */
const aliasOf = (change: Change): string | undefined => {
  const { type, rdata } = subjectOf(change)
  return change.kind !== 'delete' && type === 'CNAME' ? rdata.toLowerCase() : undefined
}

const ranks = { gains: 0, changes: 1, loses: 2 } as const

/**
 * Cuts changes into units, in the order in which they are sent: names that only gain records, names that change, and last of all names
 * that only lose records; so a run that ends half-way has left too much rather than too little. Among equals an alias follows its
 * target, and else names go in canonical order.
 */
export const unitsOf = (changes: readonly Change[]): Unit[] => {
  const byName = new Map<string, Change[]>()
  for (const change of changes) {
    const name = nameOf(change)
    const unit = byName.get(name)
    if (unit === undefined) byName.set(name, [change])
    else unit.push(change)
  }
  const targets = new Map<string, string>()
  for (const change of changes) {
    const target = aliasOf(change)
    if (target !== undefined && byName.has(target)) targets.set(nameOf(change), target)
  }
  const depthOf = (name: string): number => {
    let depth = 0
    for (let at = targets.get(name); at !== undefined && depth < longestChain; at = targets.get(at)) depth++
    return depth
  }
  const units = [...byName].map(([name, own]): Unit => ({ name, changes: own, kind: kindOf(own), depth: targets.size === 0 ? 0 : depthOf(name) }))
  // The changes come in canonical order of their names, so a stable sort keeps it.
  const inOrder = units.every((unit, index) => index === 0 || compareNames((units[index - 1] as Unit).name, unit.name) < 0)
  return (inOrder ? units : units.sort((left, right) => compareNames(left.name, right.name))).sort((left, right) => ranks[left.kind] - ranks[right.kind] || left.depth - right.depth)
}
