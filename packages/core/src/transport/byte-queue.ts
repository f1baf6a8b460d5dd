/** What a queue asks of its socket. */
export interface Tap {
  pause(): void
  resume(): void
  /** The reader left: the connection must not wait for it for ever. */
  stop(reason: Error): void
}

const end: IteratorReturnResult<undefined> = { done: true, value: undefined }

/**
 * Bytes between a socket and a reader: pauses the socket when the reader is slower.
 * Written without a generator, because a generator's `return()` waits for the chunk that may never come.
 */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  readonly #tap: Tap
  readonly #chunks: Uint8Array[] = []
  #waiting: (() => void)[] = []
  #bytes = 0
  #paused = false
  #done = false
  #error: { readonly reason: unknown } | undefined

  constructor(tap: Tap) {
    this.#tap = tap
  }

  push(chunk: Uint8Array): void {
    if (this.#done) return
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    if (this.#bytes > 262_144 && !this.#paused) {
      this.#paused = true
      this.#tap.pause()
    }
    this.#wake()
  }

  end(): void {
    this.#done = true
    this.#wake()
  }

  /** Ends with an error after what has already come; `atOnce` drops that too. */
  fail(reason: unknown, atOnce = false): void {
    if (this.#done && this.#chunks.length === 0) return
    if (atOnce) this.#chunks.length = 0
    this.#error ??= { reason }
    this.end()
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    return { next: () => this.#next(), return: () => this.#leave() }
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      const chunk = this.#chunks.shift()
      if (chunk !== undefined) {
        this.#bytes -= chunk.length
        if (this.#paused && this.#bytes < 65_536 && !this.#done) {
          this.#paused = false
          this.#tap.resume()
        }
        return { done: false, value: chunk }
      }
      if (this.#error !== undefined) {
        const { reason } = this.#error
        this.#error = undefined
        throw reason
      }
      if (this.#done) return end
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  #leave(): Promise<IteratorReturnResult<undefined>> {
    const open = !this.#done
    this.#chunks.length = 0
    this.end()
    if (open) this.#tap.stop(new Error('the reader of the download stopped'))
    return Promise.resolve(end)
  }
}
