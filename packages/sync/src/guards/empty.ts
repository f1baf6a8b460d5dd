import type { Guard } from './guard.ts'

/** An empty file must not empty a zone. */
export const emptyGuard: Guard = {
  id: 'empty',
  summary: 'a file without records for a zone that has some',
  permitted: true,
  *check({ desired, managed, changes }) {
    if (desired.length === 0 && managed.length > 0 && changes.length > 0) yield { message: `the file has no records for this zone, and ${managed.length} would be deleted; check that it is the right file` }
  },
}
