import { DecodeError } from './errors.ts'

type Input = Readonly<Record<string, unknown>>

/** One page of a listing. */
export interface Page<T> {
  readonly items: readonly T[]
  /** What the service says about the listing: counts, cursors. */
  readonly info: Readonly<Record<string, unknown>>
  /** HTTP status of the answer that brought it. */
  readonly status?: number
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

/** Fetches the page of an input; the signal ends it when nobody will read it. */
export type FetchPage<T> = (input: Input, signal?: AbortSignal) => Promise<Page<T>>

/** Two pages with the same items. The cheap comparisons go first, so that ordinary pages are never written out. */
const samePage = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.length > 0 && JSON.stringify(one[0]) === JSON.stringify(other[0]) && JSON.stringify(one.at(-1)) === JSON.stringify(other.at(-1)) && JSON.stringify(one) === JSON.stringify(other)

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
  readonly #signal: AbortSignal | undefined

  constructor(details: { readonly route: string; readonly strategy: PageStrategy; readonly input: Input; readonly fetch: FetchPage<T>; readonly prefetch?: number | undefined; readonly signal?: AbortSignal | undefined }) {
    this.#route = details.route
    this.#strategy = details.strategy
    this.#input = details.input
    this.#fetch = details.fetch
    this.#prefetch = Math.max(0, Math.min(8, details.prefetch ?? 1))
    this.#signal = details.signal
  }

  /**
   * The pages themselves. Never asks for an empty last page when the answers tell the end.
   * Leaving the loop early ends what was asked for ahead.
   * @throws DecodeError when a page comes a second time, as it would for ever from an endpoint that ignores its page parameter.
   */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    const left = new AbortController()
    const signal = this.#prefetch === 0 || this.#signal === undefined ? (this.#signal ?? left.signal) : AbortSignal.any([this.#signal, left.signal])
    const asked = new Set<string>()
    const ahead: { readonly input: Input; readonly page: Promise<Page<T>> }[] = []
    // Inputs of pages not asked for yet: the next one, or all of them when the service told how many there are.
    let known: Input[] = [this.#strategy.first(this.#input)]
    let all = false
    let before: Page<T> | undefined
    const refill = (most: number): void => {
      while (known.length > 0 && ahead.length < most) {
        const input = known.shift() as Input
        const key = JSON.stringify(input)
        const page = asked.has(key) ? Promise.reject(this.#endless(before, 'the next page would be one that was read already')) : this.#fetch(input, signal)
        asked.add(key)
        // A page asked for ahead may fail before anyone reads it; it is reported when its turn comes.
        page.catch(() => undefined)
        ahead.push({ input, page })
      }
    }
    try {
      refill(1)
      for (let head = ahead.shift(); head !== undefined; head = ahead.shift()) {
        const page = await head.page
        this.#signal?.throwIfAborted()
        if (before !== undefined && samePage(before.items, page.items)) throw this.#endless(page, 'the service sent the same page twice')
        before = page
        if (page.items.length === 0) known = []
        else if (!all) {
          const rest = this.#strategy.rest?.(head.input, page)
          all = rest !== undefined
          known = [...(rest ?? [this.#strategy.next(head.input, page)])].filter((input) => input !== undefined)
        } else if (known.length === 0 && ahead.length === 0) {
          // The list may have grown since the first page told its length.
          const more = this.#strategy.next(head.input, page)
          if (more !== undefined) known = [more]
        }
        refill(this.#prefetch)
        yield page
        refill(1)
      }
    } finally {
      if (ahead.length > 0) left.abort()
    }
  }

  #endless(page: Page<T> | undefined, what: string): DecodeError {
    return new DecodeError({ route: this.#route, status: page?.status ?? 0, message: `${what} (${page?.items.length ?? 0} items); the walk was stopped because it would not end` })
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.items
  }

  /** The first item, or undefined when there is none; asks for one page. */
  async first(): Promise<T | undefined> {
    const page = await this.#fetch(this.#strategy.first(this.#input), this.#signal)
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
      if (items.length > limit) throw new DecodeError({ route: this.#route, status: page.status ?? 0, message: `more than ${limit} items; raise the limit or iterate over the listing` })
    }
    return items
  }
}
