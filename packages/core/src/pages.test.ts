import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { memoryTransport } from './memory.ts'
import { cursor, offset, pageNumber } from './page-strategies.ts'
import type { Page, PageStrategy } from './pages.ts'
import { Pages } from './pages.ts'
import { cursorList, numberedList } from './test-kit/plain.ts'
import { until } from './test-kit/server.ts'
import { Walk } from './walk.ts'

type Input = Readonly<Record<string, unknown>>

/** A walk over pages made up by a function, and the inputs it asked for. */
const walkOf = (strategy: PageStrategy, answer: (input: Input, number: number) => Page<number> | Promise<Page<number>>, prefetch?: number) => {
  const asked: Input[] = []
  const walk = new Walk<number>({
    route: 'GET /items',
    strategy,
    input: {},
    prefetch,
    fetch: async (input) => {
      asked.push(input)
      return answer(input, asked.length)
    },
  })
  return { asked, pages: new Pages(() => Promise.resolve(walk)) }
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** A service with `total` items that tells its totals, or only the page size, or nothing. */
const service = (total: number, tells: 'total_pages' | 'total_count' | 'per_page' | 'nothing') => (input: Input): Page<number> => {
  const page = Number(input['page'])
  const size = Number(input['per_page'])
  const items = range((page - 1) * size, Math.min(page * size, total))
  const info = { total_pages: { total_pages: Math.ceil(total / size) }, total_count: { total_count: total, per_page: size }, per_page: { per_page: size }, nothing: {} }[tells]
  return { items, info }
}

describe('a listing by page number', () => {
  it.each([0, 1, 9, 10, 11, 20, 25])('of %i items is complete, without a request for an empty last page where the totals are told', async (total) => {
    for (const tells of ['total_pages', 'total_count'] as const) {
      for (const prefetch of [0, 1, 8]) {
        const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), service(total, tells), prefetch)
        expect(await pages.all()).toEqual(range(0, total))
        expect(asked).toHaveLength(Math.max(1, Math.ceil(total / 10)))
      }
    }
  })

  it.each([0, 1, 9, 11, 25])('of %i items ends with a short page where nothing is told', async (total) => {
    for (const tells of ['per_page', 'nothing'] as const) {
      const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), service(total, tells))
      expect(await pages.all()).toEqual(range(0, total))
      expect(asked).toHaveLength(Math.max(1, Math.ceil(total / 10)))
    }
  })

  it('believes the page size of the answer, not the one it asked for', async () => {
    const { pages } = walkOf(pageNumber({ perPage: 5000 }), (input) => {
      const { items } = service(250, 'nothing')({ ...input, per_page: 100 })
      return { items, info: { per_page: 100 } }
    })
    expect(await pages.all()).toHaveLength(250)
  })

  it('asks for the declared page size unless the caller says otherwise, from the page that the caller names', async () => {
    const strategy = pageNumber({ perPage: 50 })
    expect(strategy.first({ name: 'x' })).toEqual({ name: 'x', per_page: 50, page: 1 })
    expect(strategy.first({ per_page: 5, page: 3 })).toEqual({ per_page: 5, page: 3 })
  })

  it('that grows during the walk is read to its new end', async () => {
    const { pages } = walkOf(pageNumber({ perPage: 10 }), (input, number) => service(number === 1 ? 20 : 35, 'total_pages')(input))
    expect(await pages.all()).toEqual(range(0, 35))
  })

  it('that shrinks, or counts what a filter leaves out, ends at the first empty page', async () => {
    const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), (input) => ({ ...service(15, 'nothing')(input), info: { total_pages: 1000 } }), 0)
    expect(await pages.all()).toEqual(range(0, 15))
    expect(asked).toHaveLength(3)
  })

  it('is not led into a list of a billion pages by a wrong total', async () => {
    const { pages } = walkOf(pageNumber({ perPage: 10 }), (input) => ({ ...service(15, 'nothing')(input), info: { total_pages: 1e12 } }))
    expect(await pages.all()).toEqual(range(0, 15))
  })

  it.each([0, 1, 8])('from an endpoint that ignores the page number is an error, not an endless loop (prefetch %i)', async (prefetch) => {
    for (const info of [{}, { total_pages: 50 }]) {
      const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), () => ({ items: range(0, 10), info, status: 200 }), prefetch)
      await expect(pages.all()).rejects.toMatchObject({ code: 'DECODE', status: 200, message: expect.stringContaining('GET /items: the service sent the same page twice (10 items)') as string })
      expect(asked.length).toBeLessThanOrEqual(2 + prefetch)
    }
  })

  it('may have pages that only begin and end alike', async () => {
    const { pages } = walkOf(pageNumber({ perPage: 3 }), (input) => ({ items: [0, Number(input['page']), 0], info: { total_pages: 4 } }))
    expect(await pages.all()).toHaveLength(12)
  })
})

describe('a listing by cursor', () => {
  it.each(['cursor', 'cursors.after'])('goes on while the answer names one in %s', async (place) => {
    const { asked, pages } = walkOf(cursor({ limit: 2 }), (_, number) => {
      const after = number < 3 ? `c${number}` : ''
      return { items: [number], info: place === 'cursor' ? { cursor: after } : { cursors: { after } } }
    })
    expect(await pages.all()).toEqual([1, 2, 3])
    expect(asked).toEqual([{ limit: 2 }, { limit: 2, cursor: 'c1' }, { limit: 2, cursor: 'c2' }])
  })

  it('that comes back to a cursor it had is an error, after the items of the last page', async () => {
    const { asked, pages } = walkOf(cursor(), (_, number) => ({ items: [number], info: { cursor: number % 2 === 0 ? 'a' : 'b' } }))
    const seen: number[] = []
    const read = async (): Promise<void> => {
      for await (const item of pages) seen.push(item)
    }
    await expect(read()).rejects.toThrow('the next page would be one that was read already')
    expect(seen).toEqual([1, 2, 3])
    expect(asked).toHaveLength(3)
  })
})

describe('a listing by offset', () => {
  it('starts each page where the items so far end, while the answer says there is more', async () => {
    const strategy = offset({ parameter: 'o', items: (result) => (result as { objs: number[] }).objs, hasMore: (result) => (result as { more: boolean }).more })
    const all = range(0, 25)
    const { asked, pages } = walkOf(strategy, (input) => {
      const start = Number(input['o'] ?? 0)
      const result = { objs: all.slice(start, start + 10), more: start + 10 < 25 }
      return { items: strategy.items?.(result) as number[], info: strategy.info?.(result) ?? {} }
    })
    expect(await pages.all()).toEqual(all)
    expect(asked).toEqual([{}, { o: 10 }, { o: 20 }])
  })
})

describe('a walk', () => {
  it('sends nothing before it is read, and each reading starts anew', async () => {
    const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), service(15, 'total_pages'))
    await Promise.resolve()
    expect(asked).toHaveLength(0)
    expect(await pages.all()).toEqual(await pages.all())
    expect(asked).toHaveLength(4)
  })

  it.each([0, 1, 4, 8, 99])('asks for at most %i pages ahead of its reader, and never more than 8', async (prefetch) => {
    let underWay = 0
    let most = 0
    const { asked, pages } = walkOf(
      pageNumber({ perPage: 10 }),
      async (input) => {
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        underWay--
        return service(300, 'total_pages')(input)
      },
      prefetch,
    )
    let read = 0
    for await (const page of pages.pages()) {
      read++
      expect(page.items[0]).toBe((read - 1) * 10)
      expect(asked.length - read).toBeLessThanOrEqual(Math.min(8, prefetch))
    }
    expect(most).toBeLessThanOrEqual(Math.max(1, Math.min(8, prefetch)))
    expect(read).toBe(30)
  })

  it('left early asks for nothing more, and ends what was asked for ahead', async () => {
    const stopped: unknown[] = []
    const transport = memoryTransport(async (request, options) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      if (page > 1) await new Promise((_, reject) => options.signal?.addEventListener('abort', () => (stopped.push(page), reject(options.signal?.reason as Error))))
      return { body: { result: [{ id: page }], info: { total_pages: 100 } } }
    })
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport })
    for await (const _ of client.list(numberedList(1), {}, { prefetch: 3 })) {
      await until(() => transport.requests.length === 4)
      break
    }
    await until(() => stopped.length === 3)
    expect(transport.requests).toHaveLength(4)
  })

  it('reports an error of a page asked for ahead when its turn comes, and not as an unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const onUnhandled = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', onUnhandled)
    const { pages } = walkOf(
      pageNumber({ perPage: 10 }),
      (input) => {
        if (Number(input['page']) > 1) throw new Error(`page ${String(input['page'])}`)
        return service(50, 'total_pages')(input)
      },
      4,
    )
    const seen: number[] = []
    const read = async (): Promise<void> => {
      for await (const item of pages) {
        seen.push(item)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    await expect(read()).rejects.toThrow('page 2')
    for await (const _ of pages) break
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.off('unhandledRejection', onUnhandled)
    expect(seen).toEqual(range(0, 10))
    expect(unhandled).toEqual([])
  })

  it('gives its first item for one request', async () => {
    const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), service(50, 'total_pages'))
    expect(await pages.first()).toBe(0)
    expect(asked).toHaveLength(1)
    expect(await walkOf(pageNumber({ perPage: 10 }), service(0, 'total_pages')).pages.first()).toBeUndefined()
  })

  it('collected whole stops at its limit', async () => {
    const { asked, pages } = walkOf(pageNumber({ perPage: 10 }), service(1000, 'total_pages'))
    await expect(pages.all({ limit: 25 })).rejects.toMatchObject({ code: 'INPUT', message: 'GET /items: given up after 30 items: limit: there are more than 25 items; ask for more with all({ limit }), or iterate over the listing', issues: [{ path: ['limit'] }] })
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(await walkOf(pageNumber({ perPage: 10 }), service(25, 'total_pages')).pages.all({ limit: 25 })).toHaveLength(25)
  })
})

describe('a listing of a client', () => {
  const client = (body: unknown) => createClient({ baseUrl: 'http://127.0.0.1:1', transport: memoryTransport(() => ({ body })), retry: false })

  it.each([[{}], [{ result: 'text' }], [{ result: { items: [] } }]])('whose answer has no list is an error, never an empty list: %j', async (body) => {
    await expect(client(body).list(cursorList(), {}).all()).rejects.toMatchObject({ code: 'DECODE', status: 200, message: expect.stringContaining('expected a list of items') as string })
  })

  it('takes null for an empty list, as the service sends it', async () => {
    expect(await client({ result: null }).list(cursorList(), {}).all()).toEqual([])
  })
})
