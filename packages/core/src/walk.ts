import { DecodeError, InputError } from './errors.ts'
import type { Page, PageStrategy } from './pages.ts'

type Input = Readonly<Record<string, unknown>>

/** Two pages with the same items. The cheap comparisons go first, so that ordinary pages are never written out. */
const samePage = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.length > 0 && JSON.stringify(one[0]) === JSON.stringify(other[0]) && JSON.stringify(one.at(-1)) === JSON.stringify(other.at(-1)) && JSON.stringify(one) === JSON.stringify(other)

/** A listing to be read: where it starts and how it goes on. */
export interface WalkDetails<T> {
  readonly route: string
  readonly strategy: PageStrategy
  readonly input: Input
  /** Fetches the page of an input; the signal ends it when nobody will read it. */
  readonly fetch: (input: Input, signal?: AbortSignal) => Promise<Page<T>>
  /** Most pages asked for ahead of the reader, 0 to 8. Default 1. */
  readonly prefetch?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Walks over the pages of a listing; what `Pages` shows of it. */
export class Walk<T> {
  readonly #strategy: PageStrategy
  readonly #input: Input
  readonly #fetch: WalkDetails<T>['fetch']
  readonly #prefetch: number
  readonly #route: string
  readonly #signal: AbortSignal | undefined

  constructor(details: WalkDetails<T>) {
    this.#route = details.route
    this.#strategy = details.strategy
    this.#input = details.input
    this.#fetch = details.fetch
    this.#prefetch = Math.max(0, Math.min(8, details.prefetch ?? 1))
    this.#signal = details.signal
  }

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

  async first(): Promise<T | undefined> {
    const page = await this.#fetch(this.#strategy.first(this.#input), this.#signal)
    return page.items[0]
  }

  async all(limit: number): Promise<T[]> {
    const items: T[] = []
    for await (const page of this.pages()) {
      for (const item of page.items) items.push(item)
      if (items.length > limit) throw new InputError({ route: this.#route, outcome: `given up after ${items.length} items`, issues: [{ path: ['limit'], message: `there are more than ${limit} items; ask for more with all({ limit }), or iterate over the listing` }] })
    }
    return items
  }
}
