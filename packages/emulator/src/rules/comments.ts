import { refuse } from '../errors.ts'
import { type PlanName, plans } from './plans.ts'

/**
 * The comment a record keeps; an empty one is none.
 * @throws Refusal `comment_text` for line breaks, `comment_length` beyond the plan's limit (100 characters on Free, 500 on the others).
 */
export const recordComment = (comment: unknown, plan: PlanName): string | null => {
  if (comment === undefined || comment === null || comment === '') return null
  if (typeof comment !== 'string' || /[\r\n]/.test(comment)) throw refuse('comment_text')
  const longest = plans[plan].comment
  if (Array.from(comment).length > longest) throw refuse('comment_length', { longest })
  return comment
}
