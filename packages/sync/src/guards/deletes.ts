import type { Guard } from './guard.ts'

/** Zones with fewer records are too small for shares to mean something. */
const smallest = 10

/** Deleting a large part of a zone is more often a wrong file than a wish. */
export const deletesGuard: Guard = {
  id: 'deletes',
  summary: 'deleting more than a share of the records (30 %, of zones with 10 or more)',
  permitted: true,
  *check({ managed, changes, deleteShare }) {
    const deleted = changes.filter(({ kind }) => kind === 'delete').length
    if (managed.length < smallest || deleted <= managed.length * deleteShare) return
    const percent = (part: number): number => Math.round(part * 100)
    yield { message: `${deleted} of ${managed.length} records (${percent(deleted / managed.length)} %) would be deleted, the limit is ${percent(deleteShare)} %; check that it is the right file` }
  },
}
