import { hash } from 'node:crypto'
import type { Change, ResourceRecord } from '@zonewright/zone'
import { recordAfter, recordBefore, recordState } from './record-state.ts'

const bits = 256

/** How records are compared. */
export type Comparison = 'compare' | 'ignore'

/**
 * The digest of a set of records, kept up to date change by change: the sum of the SHA-256 of each record's state. So a plan can
 * tell the digest of every state between its batches without holding the zone, and the order of a listing does not matter. It finds
 * drift; it is no seal against somebody who searches for a collision.
 */
export class ZoneDigest {
  #sum = 0n
  readonly #ttl: Comparison

  constructor(records: Iterable<ResourceRecord> = [], ttl: Comparison = 'compare') {
    this.#ttl = ttl
    for (const record of records) this.#sum += this.#term(record)
  }

  /** The digest of records that are not at hand, from its text. */
  static from(text: string, ttl: Comparison = 'compare'): ZoneDigest {
    const digest = new ZoneDigest([], ttl)
    digest.#sum = BigInt(`0x${text}`)
    return digest
  }

  /** Follows a change. */
  apply(change: Change): void {
    const before = recordBefore(change)
    const after = recordAfter(change)
    if (before !== undefined) this.#sum -= this.#term(before)
    if (after !== undefined) this.#sum += this.#term(after)
  }

  /** 64 hexadecimal digits. */
  toString(): string {
    return BigInt.asUintN(bits, this.#sum).toString(16).padStart(bits / 4, '0')
  }

  #term(record: ResourceRecord): bigint {
    return BigInt(`0x${hash('sha256', recordState(record, this.#ttl))}`)
  }
}

/**
 * The SHA-256 of a text, in 64 hexadecimal digits.
 * @example const digest = textDigest('$TTL 60')
 */
export const textDigest = (text: string): string => hash('sha256', text)
