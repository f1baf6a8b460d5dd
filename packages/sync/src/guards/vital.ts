import type { Guard } from './guard.ts'

const isVital = (name: string, type: string, apex: string): boolean => {
  if (type === 'DS') return true
  if (name === apex) return type === 'NS' || type === 'MX'
  return type === 'TXT' && name.startsWith('_dmarc.')
}

/** The whole of a record set whose loss takes down mail or a delegation. */
export const vitalGuard: Guard = {
  id: 'vital',
  summary: 'the last NS or MX record of the zone itself, the last DS of a name, the last TXT of a _dmarc name',
  permitted: true,
  *check({ changes, managed, zone }) {
    const left = new Map<string, number>()
    const count = (name: string, type: string, by: number): void => {
      if (isVital(name, type, zone.name)) left.set(`${name} ${type}`, (left.get(`${name} ${type}`) ?? 0) + by)
    }
    for (const { name, type } of managed) count(name, type, 1)
    for (const change of changes) {
      if (change.kind === 'create') count(change.after.name, change.after.type, 1)
      else if (change.kind === 'delete') count(change.before.name, change.before.type, -1)
    }
    // In the order of the changes, and each set once.
    for (const change of changes) {
      if (change.kind !== 'delete') continue
      const { name, type } = change.before
      const set = `${name} ${type}`
      if (left.get(set) === 0) yield { message: `${set}: all records of this set would be deleted; put them into the file if they should stay`, name }
      left.delete(set)
    }
  },
}
