import { limitGuard } from './limit.ts'

/** A longer comment than the plan of the zone takes. */
export const commentGuard = limitGuard({
  id: 'comment',
  summary: 'a longer comment than the plan of the zone takes',
  excess({ attributes }, most) {
    const { length } = [...(attributes?.comment ?? '')]
    return length > most ? `has a comment of ${length} characters, the plan of the zone takes ${most}; shorten it` : undefined
  },
})
