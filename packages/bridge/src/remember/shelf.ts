/**
 * What the old APIs remember and API v4 does not: numbers of zones and records, users' keys, deleted zones, purge times.
 * Values are JSON. A write is durable when the call returns, so a restart knows what was answered before it.
 */
export interface Shelf {
  /** The value of a kind under a key; undefined when there is none. */
  get(kind: string, key: string): unknown
  put(kind: string, key: string, value: unknown): void
  /** False when it was not there. */
  remove(kind: string, key: string): boolean
  /** All of a kind, in the order in which they were put first. */
  all(kind: string): readonly { readonly key: string; readonly value: unknown }[]
  /** All of `work` or nothing of it. */
  together<T>(work: () => T): T
  close(): void
}
