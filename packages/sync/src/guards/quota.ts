import type { Guard } from './guard.ts'

/** More records than the plan of the zone takes. */
export const quotaGuard: Guard = {
  id: 'quota',
  summary: 'more records than the plan of the zone takes',
  permitted: true,
  *check({ held, changes, limits, zone }) {
    const { records } = limits
    const after = changes.reduce((sum, { kind }) => sum + (kind === 'create' ? 1 : kind === 'delete' ? -1 : 0), held.length)
    if (records !== undefined && after > records && after > held.length) yield { message: `the zone would hold ${after} records, the ${zone.plan ?? 'current'} plan takes ${records}; remove some, or ask for a larger quota` }
  },
}
