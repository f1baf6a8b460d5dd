import { DecodeError } from './errors.ts'

type Input = Readonly<Record<string, unknown>>

/** One page of a listing. */
export interface Page<T> {
  readonly items: readonly T[]
  /** What the service says about the listing: counts, cursors. */
  readonly info: Readonly<Record<string, unknown>>
}

/** How a listing goes on; declared on it, never guessed from an answer. Pure. */
export interface PageStrategy {
  readonly kind: 'page' | 'cursor' | 'offset'
  /** The input of the first page. */
  first(input: Input): Input
  /** The input of the page after this one, or undefined when this one is the last. */
  next(input: Input, page: Page<unknown>): Input | undefined
  /** Inputs of all later pages when this one tells how many there are: they can be asked for at the same time. */
  rest?(input: Input, page: Page<unknown>): readonly Input[] | undefined
  /** Where the items are in the result; the result itself when not said. */
  items?(result: unknown): readonly unknown[]
  /** What the result itself says about the listing, where the envelope does not. */
  info?(result: unknown): Readonly<Record<string, unknown>>
}

/** Settings of one walk over a listing. */
export interface PagesOptions {
  /** Most pages asked for ahead of the reader, 0 to 8. Default 1. */
  readonly prefetch?: number
}

/** Fetches the page of an input. */
export type FetchPage<T> = (input: Input) => Promise<Page<T>>

/** What two equal pages have in common, cheap to compare and safe to keep. */
const mark = (page: Page<unknown>): string => {
  const { items } = page
  return `${items.length} ${JSON.stringify(items[0])} ${JSON.stringify(items[items.length - 1])}`
}

/**
 * The items of a listing, asked for page by page as they are read. Not a promise: nothing is sent until it is iterated,
 * and each iteration starts anew.
 * @example for await (const zone of client.list(zones.list, {})) console.log(zone.name)
 */
export class Pages<T> implements AsyncIterable<T> {
  readonly #strategy: PageStrategy
  readonly #input: Input
  readonly #fetch: FetchPage<T>
  readonly #prefetch: number
  readonly #route: string

  constructor(details: { readonly route: string; readonly strategy: PageStrategy; readonly input: Input; readonly fetch: FetchPage<T>; readonly prefetch?: number | undefined }) {
    this.#route = details.route
    this.#strategy = details.strategy
    this.#input = details.input
    this.#fetch = details.fetch
    this.#prefetch = Math.max(0, Math.min(8, details.prefetch ?? 1))
  }

  /**
   * The pages themselves. Never asks for an empty last page when the answers tell the end.
   * @throws DecodeError when a page comes a second time, as it would for ever from an endpoint that ignores its page parameter.
   */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    const seen = new Set<string>()
    const ahead: { readonly input: Input; readonly page: Promise<Page<T>> }[] = []
    const ask = (input: Input): void => {
      const page = this.#fetch(input)
      // A page asked for ahead may fail before anyone reads it; it is reported when its turn comes.
      page.catch(() => undefined)
      ahead.push({ input, page })
    }
    // Inputs of pages not asked for yet; with `all`, of every page there is.
    let known: Input[] = []
    let all = false
    const refill = (most: number): void => {
      while (known.length > 0 && ahead.length < most) ask(known.shift() as Input)
    }
    ask(this.#strategy.first(this.#input))
    for (let head = ahead.shift(); head !== undefined; head = ahead.shift()) {
      const page = await head.page
      if (page.items.length > 0) {
        const key = mark(page)
        if (seen.has(key)) throw new DecodeError({ route: this.#route, status: 200, message: `the service sent the same page twice (${page.items.length} items, ${seen.size} pages so far); the walk was stopped because it would not end` })
        seen.add(key)
      }
      if (!all) {
        const rest = this.#strategy.rest?.(head.input, page)
        all = rest !== undefined
        const next = rest ?? [this.#strategy.next(head.input, page)]
        known = next.filter((input) => input !== undefined)
      }
      refill(this.#prefetch)
      yield page
      refill(1)
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.items
  }

  /** The first item, or undefined when there is none; asks for one page. */
  async first(): Promise<T | undefined> {
    const page = await this.#fetch(this.#strategy.first(this.#input))
    return page.items[0]
  }

  /**
   * All items in one list.
   * @throws DecodeError when there are more than `limit` (default 1,000,000): a list that long belongs in a loop.
   */
  async all(options: { readonly limit?: number } = {}): Promise<T[]> {
    const limit = options.limit ?? 1_000_000
    const items: T[] = []
    for await (const page of this.pages()) {
      for (const item of page.items) items.push(item)
      if (items.length > limit) throw new DecodeError({ route: this.#route, status: 200, message: `more than ${limit} items; raise the limit or iterate over the listing` })
    }
    return items
  }
}
