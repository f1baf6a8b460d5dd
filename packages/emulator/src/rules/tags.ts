import { refuse } from '../errors.ts'
import { type PlanName, plans } from './plans.ts'

const problemOf = (tag: unknown): string | undefined => {
  if (typeof tag !== 'string') return 'it must be text'
  const colon = tag.indexOf(':')
  const name = colon < 0 ? tag : tag.slice(0, colon)
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(name)) return 'its name must have 1 to 32 letters, digits, hyphens or underscores'
  if (name.toLowerCase().startsWith('cf-')) return 'names that start with cf- are reserved'
  if (colon >= 0 && Array.from(tag.slice(colon + 1)).length > 100) return 'its value must have at most 100 characters'
  return undefined
}

/**
 * The tags a record keeps, each once, in the order given.
 * @throws Refusal `tag_quota` beyond the plan's number (none on Free, 20 on the others), `tag_invalid` for a malformed one.
 */
export const recordTags = (tags: unknown, plan: PlanName): readonly string[] => {
  if (tags === undefined || tags === null) return []
  if (!Array.isArray(tags)) throw refuse('tag_invalid', { tag: JSON.stringify(tags), detail: 'tags must be a list' })
  const quota = plans[plan].tags
  if (tags.length > quota) throw refuse('tag_quota', { count: tags.length, quota })
  for (const tag of tags) {
    const detail = problemOf(tag)
    if (detail !== undefined) throw refuse('tag_invalid', { tag: String(tag), detail })
  }
  return [...new Set(tags as string[])]
}
