/**
 * The bytes of a download: iterate over them as they arrive, or collect them. Readable once.
 * Until it is read to its end, left or cancelled it holds a connection.
 */
export class Bytes implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this.#source[Symbol.asyncIterator]()
  }

  /** All bytes as UTF-8 text. @throws TransportError when the body stalls or breaks. */
  async text(): Promise<string> {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of this.#source) text += decoder.decode(chunk, { stream: true })
    return text + decoder.decode()
  }

  /** All bytes in one piece. @throws TransportError when the body stalls or breaks. */
  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.#source) chunks.push(chunk)
    const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
    let at = 0
    for (const chunk of chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    return all
  }

  /** Gives the connection back without reading on. */
  async cancel(): Promise<void> {
    await this.#source[Symbol.asyncIterator]().return?.()
  }
}
