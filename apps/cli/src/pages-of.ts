import type { Pages } from '@zonewright/core'

/** The items of a listing page by page, as the output wants them, at most `limit` in all. */
export async function* pagesOf<T>(pages: Pages<T>, limit = Number.POSITIVE_INFINITY): AsyncGenerator<readonly T[], void, void> {
  let left = limit
  for await (const page of pages.pages()) {
    yield page.items.length > left ? page.items.slice(0, left) : page.items
    left -= page.items.length
    if (left <= 0) return
  }
}
