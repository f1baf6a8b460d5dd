import type { RecordAttributes } from '@zonewright/zone'
import { readDialect } from './dialect.ts'
import { unicode } from './octets.ts'

const REMEMBERED = 512

/** Reads the comments right after records and remembers those that it has read: a file says the same of many records. */
export class CommentAttributes {
  readonly #known = new Map<string, RecordAttributes | undefined>()

  /**
   * What a comment says, one character an octet; records with the same comment share the object.
   * @throws Refusal `bad-tags` as {@link readDialect}.
   */
  read(octets: string): RecordAttributes | undefined {
    const known = this.#known.get(octets)
    if (known !== undefined) return known
    const attributes = readDialect(unicode(octets))
    if (this.#known.size < REMEMBERED) this.#known.set(octets, attributes)
    return attributes
  }
}
