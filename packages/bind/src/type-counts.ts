import { typeName } from '@zonewright/zone'

const EVERYDAY = 512

/** Counts records by type number, without a look-up for the numbers of everyday types. */
export class TypeCounts {
  readonly #everyday = new Float64Array(EVERYDAY)
  readonly #others = new Map<number, number>()
  #total = 0

  /** One record more of this type. */
  add(code: number): void {
    this.#total++
    if (code < EVERYDAY) this.#everyday[code] = (this.#everyday[code] as number) + 1
    else this.#others.set(code, (this.#others.get(code) ?? 0) + 1)
  }

  /** Number of all records. */
  get total(): number {
    return this.#total
  }

  /** Number of records by mnemonic, in the order of the type numbers. */
  byName(): Record<string, number> {
    const counts: Record<string, number> = {}
    this.#everyday.forEach((count, code) => {
      if (count > 0) counts[typeName(code)] = count
    })
    for (const [code, count] of [...this.#others].sort(([left], [right]) => left - right)) counts[typeName(code)] = count
    return counts
  }
}
