import { refuse } from '../errors.ts'

/** Which page of a list was asked for. */
export interface PageRequest {
  /** From 1. */
  readonly page: number
  readonly perPage: number
}

/** What a list says about its paging; each service has its own key order. */
export interface ResultInfo {
  readonly page: number
  readonly per_page: number
  readonly count: number
  readonly total_count: number
  readonly total_pages: number
}

const whole = (name: string, value: unknown, fallback: number, least: number): number => {
  if (value === undefined || value === '') return fallback
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < least) throw refuse('query_invalid', { detail: `${name} must be a whole number from ${least} up` })
  return number
}

/**
 * The page that was asked for. Sizes outside the documented bounds are no mistake: a list accepts 1 where its document says 5, and
 * programs in use ask for 500 or 1,000 zones a page; what is too large becomes `most`, and the answer says so. Page 0 is the first.
 * @throws Refusal `query_invalid` for what is no whole number, and for no rows at all.
 */
export const pageRequest = (input: Readonly<Record<string, unknown>>, { perPage, most }: { readonly perPage: number; readonly most: number }): PageRequest => ({
  page: Math.max(1, whole('page', input['page'], 1, 0)),
  perPage: Math.min(most, whole('per_page', input['per_page'], perPage, 1)),
})

/** Paging of a DNS list; one page is counted even when nothing matches. */
export const dnsResultInfo = ({ page, perPage }: PageRequest, count: number, total: number): ResultInfo => ({
  page,
  per_page: perPage,
  count,
  total_count: total,
  total_pages: Math.max(1, Math.ceil(total / perPage)),
})

/** Paging of every other list; no page is counted when nothing matches. */
export const resultInfo = ({ page, perPage }: PageRequest, count: number, total: number): ResultInfo => ({ page, per_page: perPage, total_pages: Math.ceil(total / perPage), count, total_count: total })

/** The rows of one page. */
export const pageOf = <T>(rows: readonly T[], { page, perPage }: PageRequest): readonly T[] => rows.slice((page - 1) * perPage, page * perPage)
