import type { Walk } from './walk.ts'

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

/**
 * The items of a listing, asked for page by page as they are read. Not a promise: nothing is sent until it is iterated,
 * and each iteration starts anew. What is wrong with the input, too, is said when it is read.
 * @example for await (const zone of client.list(zones.list, {})) console.log(zone.name)
 */
export class Pages<T> implements AsyncIterable<T> {
  readonly #walk: () => Promise<Walk<T>>

  /** Use {@link Client.list}. */
  constructor(walk: () => Promise<Walk<T>>) {
    this.#walk = walk
  }

  /**
   * The pages themselves. Never asks for an empty last page when the answers tell the end.
   * Leaving the loop early ends what was asked for ahead.
   * @throws InputError when the input is refused, DecodeError when a page comes a second time, as it would for ever from an
   * endpoint that ignores its page parameter; the other errors as {@link Client.call}.
   */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    yield* (await this.#walk()).pages()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of (await this.#walk()).pages()) yield* page.items
  }

  /** The first item, or undefined when there is none; asks for one page. @throws as {@link Pages.pages}. */
  async first(): Promise<T | undefined> {
    return (await this.#walk()).first()
  }

  /**
   * All items in one list.
   * @throws InputError when there are more than `limit` (default 1,000,000): it says how many were read, and a list that long belongs in a loop; else as {@link Pages.pages}.
   */
  async all(options: { readonly limit?: number } = {}): Promise<T[]> {
    return (await this.#walk()).all(options.limit ?? 1_000_000)
  }
}
