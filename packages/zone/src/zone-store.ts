import type { ResourceRecord } from './record.ts'

/** A zone as a store knows it. */
export interface Zone {
  /** The store's own identifier. */
  readonly id: string
  /** Absolute zone name in canonical form, with final dot. */
  readonly name: string
  /** State in the store's words, such as `active` or `pending`. */
  readonly status?: string
  /** Plan in the store's words, such as `free` or `enterprise`. */
  readonly plan?: string
  /** When the zone was made, as RFC 3339 writes a date: quotas can depend on it. */
  readonly created?: string
}

/** A record that a store holds. */
export interface StoredRecord extends ResourceRecord {
  /** The store's own identifier. */
  readonly id: string
  /** The store refuses changes of this record; it is reported, never touched. */
  readonly readOnly?: boolean
}

/** One step from what a zone holds to what it should hold. */
export type Change =
  | { readonly kind: 'create'; readonly after: ResourceRecord }
  | { readonly kind: 'update'; readonly before: StoredRecord; readonly after: ResourceRecord }
  | { readonly kind: 'delete'; readonly before: StoredRecord }

/** What a zone takes, by its plan; a limit that is not stated is not known. */
export interface RecordLimits {
  /** Most records in the zone. */
  readonly records?: number
  /** Lowest and highest time to live in seconds, beside 1 for automatic. */
  readonly ttl?: { readonly lowest: number; readonly highest: number }
  /** Most characters in a comment. */
  readonly comment?: number
  /** Most tags on a record. */
  readonly tags?: number
  /** Most characters in the value of a TXT record, its quotes counted. */
  readonly text?: number
  /** Owner names have labels of letters, digits, `-` and `_` alone, and `*` as the first one: no octets that a zone file escapes. */
  readonly plainNames?: boolean
  /** Rdata has the form of its type: none is taken that only the generic form (RFC 3597 section 5) can state. */
  readonly plainRdata?: boolean
  /** Types whose traffic can go through the service. */
  readonly proxiable?: readonly string[]
}

/** What a store can do, declared before anything is sent. */
export interface Capabilities {
  /** Record types the store holds. */
  readonly types: readonly string[]
  /** Attributes the store keeps; the others are refused before anything is sent. */
  readonly attributes: readonly ('proxied' | 'comment' | 'tags' | 'flattenCname')[]
  /** What one change replaces in the store. */
  readonly unit: 'record' | 'label' | 'zone'
  /** Most changes that one call takes as a transaction in this zone; 1 when there is no batch. */
  batch(zone: Zone): number
  /** What the zone takes; left out by a store that has no limits to tell. */
  limits?(zone: Zone): RecordLimits
}

/** A change that a store refused: nothing of it happened. */
export interface RefusedChange {
  readonly change: Change
  readonly error: Error
  /** The call that was refused, such as a ray id, where one was. */
  readonly call?: string
  /**
   * What in its call the refusal is about, where it is about what was asked for: `change`, this one; `batch`, one of those in the call,
   * and the service does not say which. Left out when it is about something else (who asks, how often, how much fits, which zone),
   * and when another change of the call was named.
   */
  readonly blame?: 'change' | 'batch'
}

/** What became of each change handed to `apply`. */
export interface ApplyReport {
  /** Applied; `record` is what the store holds now (absent after a delete). */
  readonly done: readonly { readonly change: Change; readonly record?: StoredRecord; readonly call?: string }[]
  /** Refused by the store: nothing of it happened. */
  readonly failed: readonly RefusedChange[]
  /** The answer was lost: only a fresh listing can tell whether it happened. */
  readonly unknown: readonly { readonly change: Change; readonly error: Error }[]
}

/** Settings of one `apply`. */
export interface ApplyOptions {
  /** Stops before the next call; what was sent is still reported. */
  readonly signal?: AbortSignal
  /** Called after each call with the number of changes settled so far. */
  readonly onProgress?: (settled: number, total: number) => void
}

/** The port between zones as data and any service that holds them. */
export interface ZoneStore {
  /** Short name of the service, as in `--api v4`. */
  readonly name: string
  readonly can: Capabilities
  /** All zones, or those with this exact name. */
  zones(filter?: { readonly name?: string; readonly signal?: AbortSignal }): AsyncIterable<Zone>
  /** All records of the zone, each with its identifier. */
  records(zone: Zone, options?: { readonly signal?: AbortSignal }): AsyncIterable<StoredRecord>
  /**
   * Applies the changes in as few calls as the store allows; a batch happens whole or not at all. As many changes as
   * `can.batch` allows, or fewer, are one call: who hands them over batch by batch decides what travels together.
   */
  apply(zone: Zone, changes: readonly Change[], options?: ApplyOptions): Promise<ApplyReport>
}
