import { type Guard, about, written } from './guard.ts'

/** More tags than the plan of the zone takes. */
export const tagsGuard: Guard = {
  id: 'tags',
  summary: 'more tags on a record than the plan of the zone takes',
  permitted: true,
  *check(context) {
    const { tags: most } = context.limits
    if (most === undefined) return
    for (const record of written(context.changes)) {
      const { tags = [] } = record.attributes ?? {}
      if (tags.length > most) yield about(record, `has ${tags.length === 1 ? '1 tag' : `${tags.length} tags`}, the plan of the zone takes ${most === 0 ? 'none' : most}; remove some`, context)
    }
  },
}
