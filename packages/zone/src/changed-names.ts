import type { ResourceRecord } from './record.ts'

/** Names with more records are left to the comparison by hash, so that time stays linear. */
const FEW = 8
const NONE = -1

/**
 * Leaves out the records of all names that hold the same few records before and after, whatever their order: most
 * names of most zones. What is left keeps its order.
 *
 * Records of different names never have to do with each other in a diff, so nothing is lost. `isSame` is asked about
 * records that agree in class, type and rdata.
 * @internal
 */
export function changedNames<Before extends ResourceRecord>(before: readonly Before[], after: readonly ResourceRecord[], isSame: (before: Before, after: ResourceRecord) => boolean): { before: Before[]; after: ResourceRecord[] } {
  const held = new Chains(before)
  const wanted = new Chains(after)
  const beforeKept = new Uint8Array(before.length).fill(1)
  const afterKept = new Uint8Array(after.length).fill(1)
  for (const [name, first] of wanted.heads) {
    const start = held.heads.get(name)
    if (start === undefined || !agree(held, start, wanted, first, isSame)) continue
    for (let index = start; index !== NONE; index = held.next[index] as number) beforeKept[index] = 0
    for (let index = first; index !== NONE; index = wanted.next[index] as number) afterKept[index] = 0
  }
  return { before: before.filter((_, index) => beforeKept[index] === 1), after: after.filter((_, index) => afterKept[index] === 1) }
}

/** The records of each name as a chain of indexes: no array and no key for any of them. */
class Chains<Item extends ResourceRecord> {
  readonly records: readonly Item[]
  readonly heads = new Map<string, number>()
  readonly next: Int32Array

  constructor(records: readonly Item[]) {
    this.records = records
    this.next = new Int32Array(records.length).fill(NONE)
    records.forEach(({ name }, index) => {
      const head = this.heads.get(name)
      if (head !== undefined) this.next[index] = head
      this.heads.set(name, index)
    })
  }
}

/** Whether each record of one chain has exactly one of the other to itself. */
function agree<Before extends ResourceRecord>(held: Chains<Before>, start: number, wanted: Chains<ResourceRecord>, first: number, isSame: (before: Before, after: ResourceRecord) => boolean): boolean {
  let count = 0
  for (let index = start; index !== NONE; index = held.next[index] as number) if (++count > FEW) return false
  let taken = 0
  for (let index = first; index !== NONE; index = wanted.next[index] as number) {
    const record = wanted.records[index] as ResourceRecord
    let matches = 0
    let bit = 1
    for (let other = start; other !== NONE; other = held.next[other] as number, bit <<= 1) {
      const candidate = held.records[other] as Before
      if (candidate.rdata !== record.rdata || candidate.type !== record.type || candidate.class !== record.class) continue
      // A twin on either side is for the comparison that knows what to do with it.
      if (++matches > 1 || (taken & bit) !== 0 || !isSame(candidate, record)) return false
      taken |= bit
    }
    if (matches === 0) return false
    count--
  }
  return count === 0
}
