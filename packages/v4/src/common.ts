import * as z from '@zonewright/core/schema'

/** The smallest result: an identifier. */
export const Id = z.object({
  /** Identifier of what was changed or removed. */
  id: z.string(),
})
export interface Id extends z.output<typeof Id> {}

/** Page number and page size, as every page-numbered listing takes them. */
export const paging = {
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Items a page. */
  per_page: z.optional(z.int().check(z.gte(1))),
}

/** Sorting direction. */
export const direction = z.enum(['asc', 'desc'])

/** Whether all filters must match or any of them. */
export const match = z.enum(['any', 'all'])

/** Identifier in a path: opaque text, checked again when it is put into the path. */
export const identifier = z.string().check(z.minLength(1))

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: identifier,
}
