/** The bytes of a download: iterate over them as they arrive, or collect them. Readable once. */
export class Bytes implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this.#source[Symbol.asyncIterator]()
  }

  /** All bytes as UTF-8 text. */
  async text(): Promise<string> {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of this.#source) text += decoder.decode(chunk, { stream: true })
    return text + decoder.decode()
  }
}
