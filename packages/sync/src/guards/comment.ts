import { type Guard, about, written } from './guard.ts'

/** A longer comment than the plan of the zone takes. */
export const commentGuard: Guard = {
  id: 'comment',
  summary: 'a longer comment than the plan of the zone takes',
  permitted: true,
  *check(context) {
    const { comment: most } = context.limits
    if (most === undefined) return
    for (const record of written(context.changes)) {
      const { length } = [...(record.attributes?.comment ?? '')]
      if (length > most) yield about(record, `has a comment of ${length} characters, the plan of the zone takes ${most}; shorten it`, context)
    }
  },
}
