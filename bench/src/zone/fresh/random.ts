/** Numbers that look random and are the same on every machine. */
export class Random {
  #state: number

  constructor(seed: string) {
    this.#state = spread(seed)
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let value = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * count)
  }

  /** One of several. */
  of<const Item>(...items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  /** What `make` makes, from `least` to `most` times. */
  some<Item>(least: number, most: number, make: () => Item): Item[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make)
  }
}

/** FNV-1a with a last stir: the same number for the same text everywhere. */
export function spread(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
