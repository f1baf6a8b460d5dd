import { printLabelOctet } from './names.ts'

/** Octets that are not the wire form they should be; `expected` says what was due at `offset`. */
export class WireError extends Error {
  override readonly name = 'WireError'
  /** Offset of the first wrong octet, from 0. */
  readonly offset: number
  /** What must stand there, as a noun phrase. */
  readonly expected: string

  constructor(offset: number, expected: string) {
    super(`Octet ${offset} of the wire form does not fit: expected ${expected}. Correct the octets or their number.`)
    this.offset = offset
    this.expected = expected
  }
}

/**
 * Reads the octets of a wire form in network order; every method throws {@link WireError} past the end.
 * @internal
 */
export class WireReader {
  readonly #octets: Uint8Array
  #offset = 0
  #textless = false

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }

  /** Octets not read yet. */
  get left(): number {
    return this.#octets.length - this.#offset
  }

  /** A field has called {@link leaveGeneric}. */
  get textless(): boolean {
    return this.#textless
  }

  u8(): number {
    const octet = this.#octets[this.#offset]
    if (octet === undefined) this.fail('one octet more')
    this.#offset++
    return octet
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8()
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16()
  }

  bytes(count: number): Uint8Array {
    if (count > this.left) this.fail(`${count} octets, of which only ${this.left} are there`)
    const bytes = this.#octets.subarray(this.#offset, this.#offset + count)
    this.#offset += count
    return bytes
  }

  /** `count` octets as a string with one character each. */
  octets(count: number): string {
    const bytes = this.bytes(count)
    let text = ''
    for (const octet of bytes) text += String.fromCharCode(octet)
    return text
  }

  /** An uncompressed name; letters keep their case. */
  name(): string {
    const start = this.#offset
    let name = ''
    for (let length = this.u8(); length !== 0; length = this.u8()) {
      if (length > 63) this.fail('a label of at most 63 octets; names in rdata are never compressed')
      for (const octet of this.bytes(length)) name += printLabelOctet(octet)
      name += '.'
      if (this.#offset - start > 254) this.fail('a name of at most 255 octets')
    }
    return name === '' ? '.' : name
  }

  /** Nothing may be left. */
  end(): void {
    if (this.left > 0) this.fail(`the end, not ${this.left} octets more`)
  }

  /** The octets are rdata of the type, but its own form has no text for them: only the generic form has. */
  leaveGeneric(): void {
    this.#textless = true
  }

  fail(expected: string): never {
    throw new WireError(this.#offset, expected)
  }
}
