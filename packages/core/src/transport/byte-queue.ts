/** Bytes between a socket and a reader: pauses the socket when the reader is slower. */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = []
  readonly #pause: () => void
  readonly #resume: () => void
  readonly #stop: (reason: Error) => void
  #bytes = 0
  #paused = false
  #done = false
  #error: Error | undefined
  #wake: (() => void) | undefined

  constructor(pause: () => void, resume: () => void, stop: (reason: Error) => void) {
    this.#pause = pause
    this.#resume = resume
    this.#stop = stop
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    if (this.#bytes > 262_144 && !this.#paused) {
      this.#paused = true
      this.#pause()
    }
    this.#wake?.()
  }

  end(): void {
    this.#done = true
    this.#wake?.()
  }

  fail(error: Error): void {
    this.#error ??= error
    this.#done = true
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        const chunk = this.#chunks.shift()
        if (chunk !== undefined) {
          this.#bytes -= chunk.length
          if (this.#paused && this.#bytes < 65_536) {
            this.#paused = false
            this.#resume()
          }
          yield chunk
        } else if (this.#done) {
          if (this.#error !== undefined) throw this.#error
          return
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
          this.#wake = undefined
        }
      }
    } finally {
      // The reader left early: the connection must not wait for it for ever.
      if (!this.#done) this.#stop(new Error('the reader of the download stopped'))
    }
  }
}
