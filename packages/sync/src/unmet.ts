import type { ResourceRecord, StoredRecord } from '@zonewright/zone'
import type { BatchUnit } from './part.ts'
import { nameOf, recordAfter, recordBefore } from './record-state.ts'

/** Where an alias leads to. */
const targetOf = (record: ResourceRecord | undefined): string | undefined => (record?.type === 'CNAME' ? record.rdata.toLowerCase() : undefined)

/**
 * The names that a run could not bring to where the plan wants them, and what must not be done without them: more of the same name, an
 * alias of a name that is not there, the end of a name that an old alias still leads to.
 */
export class UnmetNames {
  readonly #names = new Set<string>()
  /** Aliases that stay as they were, by the name that they lead to. */
  readonly #aliases = new Map<string, string>()
  /** How many records each name has now. */
  readonly #counts = new Map<string, number>()

  #total = 0

  constructor(held: readonly StoredRecord[]) {
    for (const { name } of held) this.#count(name, 1)
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
    this.#total += by
  }

  /** How many records the zone has now. */
  get total(): number {
    return this.#total
  }

  /** Follows what was done. */
  made({ changes }: Pick<BatchUnit, 'changes'>): void {
    for (const change of changes) {
      if (change.kind === 'create') this.#count(nameOf(change), 1)
      else if (change.kind === 'delete') this.#count(nameOf(change), -1)
    }
  }

  /** Remembers what was refused, or left out. */
  add({ name, changes }: BatchUnit): void {
    this.#names.add(name)
    for (const change of changes) {
      const target = targetOf(recordBefore(change))
      if (target !== undefined && target !== targetOf(recordAfter(change))) this.#aliases.set(target, name)
    }
  }

  /** Why the changes of a name have to be left out; undefined when nothing keeps them. */
  why({ name, changes }: BatchUnit): string | undefined {
    if (this.#names.has(name)) return 'other changes of this name were refused'
    for (const change of changes) {
      const target = targetOf(recordAfter(change))
      if (target !== undefined && this.#names.has(target) && (this.#counts.get(target) ?? 0) === 0) return `it is an alias of ${target}, which is not there`
    }
    const alias = this.#aliases.get(name)
    const isEnd = changes.every(({ kind }) => kind === 'delete') && (this.#counts.get(name) ?? 0) <= changes.length
    return alias !== undefined && isEnd ? `${alias} is still an alias of it` : undefined
  }
}
