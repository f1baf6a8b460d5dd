import type { OctetSource } from './include.ts'
import { octets } from './octets.ts'
import type { Scanner } from './scanner.ts'

const LEAST_CAPACITY = 65_536

/** The part of a source that a scanner looks at: what is read moves out at the front, pieces of the source come in behind. */
export class OctetWindow {
  readonly #scanner: Scanner
  readonly #iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>
  #buffer = new Uint8Array(0)
  #ended = false

  constructor(scanner: Scanner, source: OctetSource) {
    this.#scanner = scanner
    this.#iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
    scanner.use(this.#buffer, 0, false)
  }

  /**
   * Takes in at least as many octets as are pending, or the end of the source.
   *
   * A scanner looks at a pending record again from its start, so less would make small pieces quadratic.
   * @throws what the source throws.
   */
  async fill(): Promise<void> {
    let wanted = Math.max(1, this.#scanner.limit - this.#scanner.offset)
    while (wanted > 0 && !this.#ended) {
      const next = await this.#iterator.next()
      if (next.done === true) {
        this.#ended = true
        this.#scanner.use(this.#buffer, this.#scanner.limit, true)
      } else {
        // A stream that was opened with an encoding hands out strings in spite of its type.
        const piece = octets(next.value)
        this.#append(piece)
        wanted -= piece.length
      }
    }
  }

  /** Tells the source that no more is wanted. */
  async close(): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    await this.#iterator.return?.()
  }

  #append(piece: Uint8Array): void {
    const scanner = this.#scanner
    const pending = scanner.limit - scanner.offset
    const needed = pending + piece.length
    if (scanner.limit + piece.length > this.#buffer.length) {
      // Half of the room is free after a move, so moves cost no more than the octets that come in.
      const target = this.#buffer.length >= 2 * needed ? this.#buffer : new Uint8Array(Math.max(LEAST_CAPACITY, 2 * needed))
      target.set(this.#buffer.subarray(scanner.offset, scanner.limit))
      this.#buffer = target
      scanner.offset = 0
      scanner.limit = pending
    }
    this.#buffer.set(piece, scanner.limit)
    scanner.use(this.#buffer, scanner.limit + piece.length, false)
  }
}
