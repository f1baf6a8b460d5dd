import type { Page, PageStrategy } from './pages.ts'

type Input = Readonly<Record<string, unknown>>

const numberIn = (info: Readonly<Record<string, unknown>>, key: string): number | undefined => {
  const value = info[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const lastPage = (info: Readonly<Record<string, unknown>>): number | undefined => {
  const pages = numberIn(info, 'total_pages')
  if (pages !== undefined) return pages
  const total = numberIn(info, 'total_count')
  const size = numberIn(info, 'per_page')
  return total === undefined || size === undefined || size < 1 ? undefined : Math.ceil(total / size)
}

/**
 * Pages by number: `page` and `per_page`, the end from `total_pages`, `total_count` or a short page.
 * @example pageNumber({ perPage: 5000 })
 */
export const pageNumber = (options: { readonly perPage: number }): PageStrategy => {
  const numbered = (input: Input, page: number): Input => ({ ...input, page })
  const pageOf = (input: Input): number => (typeof input['page'] === 'number' ? input['page'] : 1)
  return {
    kind: 'page',
    first: (input) => ({ per_page: options.perPage, ...input, page: pageOf(input) }),
    next(input, page) {
      if (page.items.length === 0) return undefined
      const last = lastPage(page.info)
      if (last !== undefined) return pageOf(input) < last ? numbered(input, pageOf(input) + 1) : undefined
      const size = numberIn(page.info, 'per_page') ?? Number(input['per_page'])
      return page.items.length < size ? undefined : numbered(input, pageOf(input) + 1)
    },
    rest(input, page) {
      const last = lastPage(page.info)
      // A number of pages that no list has is not believed: page by page, the walk ends where the items do.
      if (last === undefined || last > 100_000) return undefined
      const inputs: Input[] = []
      if (page.items.length > 0) for (let number = pageOf(input) + 1; number <= last; number++) inputs.push(numbered(input, number))
      return inputs
    },
  }
}

/**
 * Pages by cursor: the answer names the next one, in `result_info.cursor` or `result_info.cursors.after`.
 * @example cursor({ limit: 1000 })
 */
export const cursor = (options: { readonly limit?: number; readonly sizeParameter?: string } = {}): PageStrategy => ({
  kind: 'cursor',
  first: (input) => (options.limit === undefined ? input : { [options.sizeParameter ?? 'limit']: options.limit, ...input }),
  next(input, page) {
    const after = page.info['cursor'] ?? (page.info['cursors'] as { after?: unknown } | undefined)?.after
    return typeof after === 'string' && after !== '' ? { ...input, cursor: after } : undefined
  },
})

/**
 * Pages by offset: the next one starts where the items so far end, while the answer says there is more.
 * @example
 * interface Answer { readonly objs: readonly unknown[]; readonly has_more: boolean }
 * const page = offset({ parameter: 'o', items: (result) => (result as Answer).objs, hasMore: (result) => (result as Answer).has_more })
 */
export const offset = (options: { readonly parameter: string; readonly items: (result: unknown) => readonly unknown[]; readonly hasMore: (result: unknown) => boolean }): PageStrategy => {
  const start = (input: Input): number => Number(input[options.parameter] ?? 0)
  return {
    kind: 'offset',
    first: (input) => input,
    next: (input: Input, page: Page<unknown>) => (page.info['has_more'] === true && page.items.length > 0 ? { ...input, [options.parameter]: start(input) + page.items.length } : undefined),
    items: options.items,
    info: (result) => ({ has_more: options.hasMore(result) }),
  }
}
