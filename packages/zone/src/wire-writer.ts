import { readEscape } from './escapes.ts'

/**
 * Collects the octets of a wire form, in network order.
 * @internal
 */
export class WireWriter {
  #octets = new Uint8Array(64)
  #length = 0

  u8(value: number): void {
    this.#reserve(1)
    this.#octets[this.#length++] = value
  }

  u16(value: number): void {
    this.u8(value >>> 8)
    this.u8(value & 0xff)
  }

  u32(value: number): void {
    this.u16(value >>> 16)
    this.u16(value & 0xffff)
  }

  /** A string with one character per octet. */
  octets(text: string): void {
    this.#reserve(text.length)
    for (let index = 0; index < text.length; index++) this.#octets[this.#length++] = text.charCodeAt(index)
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#octets.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** A canonical name, without compression. */
  name(name: string): void {
    let lengthAt = this.#length
    this.u8(0)
    if (name === '.') return
    for (let index = 0; index < name.length; ) {
      const octet = name.charCodeAt(index)
      if (octet === 0x2e) {
        // The length of this label is known now; the next octet is the length of the next one, or the root.
        this.#octets[lengthAt] = this.#length - lengthAt - 1
        lengthAt = this.#length
        this.u8(0)
        index++
      } else if (octet === 0x5c) {
        const escape = readEscape(name, index)
        this.u8(escape >> 3)
        index += escape & 7
      } else {
        this.u8(octet)
        index++
      }
    }
  }

  finish(): Uint8Array {
    return this.#octets.slice(0, this.#length)
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#octets.length) return
    const grown = new Uint8Array(Math.max(this.#octets.length * 2, this.#length + count))
    grown.set(this.#octets)
    this.#octets = grown
  }
}
