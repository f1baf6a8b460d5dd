import { limitGuard } from './limit.ts'

/** More tags than the plan of the zone takes. */
export const tagsGuard = limitGuard({
  id: 'tags',
  summary: 'more tags on a record than the plan of the zone takes',
  excess({ attributes }, most) {
    const { length } = attributes?.tags ?? []
    return length > most ? `has ${length === 1 ? '1 tag' : `${length} tags`}, the plan of the zone takes ${most === 0 ? 'none' : most}; remove some` : undefined
  },
})
