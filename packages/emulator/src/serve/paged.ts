import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import type { Outcome } from '../wire/v4-json.ts'

/** The page of a list that was asked for, with its `result_info`. */
export const paged = (rows: readonly unknown[], input: Readonly<Record<string, unknown>>, sizes: { readonly perPage: number; readonly most: number }): Outcome => {
  const request = pageRequest(input, sizes)
  const page = pageOf(rows, request)
  return { result: page, info: resultInfo(request, page.length, rows.length) }
}
