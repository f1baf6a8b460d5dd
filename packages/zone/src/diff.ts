import { changedNames } from './changed-names.ts'
import { sortChanges } from './change-order.ts'
import { differsInAttributes, statedKey } from './record-difference.ts'
import { recordKey } from './record-key.ts'
import type { ResourceRecord } from './record.ts'
import { isRecordType } from './type-names.ts'
import type { Change, StoredRecord } from './zone-store.ts'

/** What counts as a difference, and what happens to records that are not wanted. */
export interface DiffOptions {
  /** `delete` makes the zone hold `after` alone; `keep` only adds records and corrects those that are there. Default `delete`. */
  readonly unlisted?: 'delete' | 'keep'
  /** `ignore` when the store keeps no time to live of its own. Default `compare`. */
  readonly ttl?: 'compare' | 'ignore'
}

/**
 * Finds the fewest changes that make a zone which holds `before` hold `after`.
 *
 * Records are the same when name, class, type and rdata are, names in any case. Per name, class and type: equal ones need
 * nothing; the same record with another time to live or attribute is updated; of the rest, each wanted record takes
 * the place of one that goes, so that its identifier stays; what is left is deleted or created. A change of type is
 * never an update.
 *
 * Attributes that `after` does not state are no difference. The time to live of a record that is proxied, before and
 * after, is none either: the service answers 1 for it. Records that are `readOnly`, or of a
 * type that {@link isRecordType} does not know, are neither deleted nor replaced; a read-only record that equals a
 * wanted one stands for it. A record that stands twice in `after` counts once, the first one: a set of
 * records holds no twins (RFC 2181 section 5). Time and memory grow with the number of records, not with their pairs.
 *
 * The order is the same for the same input: by name in canonical order, then deletions, updates and creations, then
 * by type and rdata.
 * @example const changes = diff([], [{ name: 'a.', ttl: 60, type: 'A', class: 'IN', rdata: '192.0.2.1' }]) // one create
 */
export function diff(before: readonly StoredRecord[], after: readonly ResourceRecord[], options: DiffOptions = {}): Change[] {
  const changes: Change[] = []
  const comparesTtl = options.ttl !== 'ignore'
  const changed = changedNames(before, after, (old, record) => !differs(old, record, comparesTtl))
  const held = byIdentity(changed.before)
  const wanted = new Map<string, ResourceRecord>()
  for (const record of changed.after) {
    const key = recordKey(record)
    if (!wanted.has(key)) wanted.set(key, record)
  }
  const missing: ResourceRecord[] = []
  for (const [key, record] of wanted) {
    const twins = held.get(key)
    if (twins === undefined) {
      missing.push(record)
      continue
    }
    const kept = takeClosest(twins, record, comparesTtl)
    if (kept.readOnly !== true && differs(kept, record, comparesTtl)) changes.push({ kind: 'update', before: kept, after: record })
  }
  const surplus = options.unlisted === 'keep' ? [] : [...held.values()].flat().filter((record) => record.readOnly !== true && isRecordType(record.type))
  replace(surplus, missing, comparesTtl, changes)
  return sortChanges(changes)
}

function byIdentity(records: readonly StoredRecord[]): Map<string, StoredRecord[]> {
  const held = new Map<string, StoredRecord[]>()
  for (const record of records) push(held, recordKey(record), record)
  return held
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key)
  if (items === undefined) map.set(key, [item])
  else items.push(item)
}

/** Takes out of `twins` the one to keep: one that nobody may change, else one that needs no change, else the first. */
function takeClosest(twins: StoredRecord[], record: ResourceRecord, comparesTtl: boolean): StoredRecord {
  let index = twins.findIndex((twin) => twin.readOnly === true)
  if (index < 0) index = twins.findIndex((twin) => !differs(twin, record, comparesTtl))
  const [kept = twins[0]] = twins.splice(Math.max(index, 0), 1)
  if (kept === undefined) throw new RangeError('A record with no twin cannot be matched.')
  return kept
}

function differs(before: StoredRecord, after: ResourceRecord, comparesTtl: boolean): boolean {
  if (differsInAttributes(before.attributes, after.attributes)) return true
  const proxied = after.attributes?.proxied ?? before.attributes?.proxied ?? false
  return comparesTtl && !proxied && before.ttl !== after.ttl
}

/** Lets missing records take the places of surplus ones; first those whose other fields agree, so that little changes. */
function replace(surplus: readonly StoredRecord[], missing: readonly ResourceRecord[], comparesTtl: boolean, changes: Change[]): void {
  const places = new Map<string, StoredRecord[]>()
  for (const record of surplus) push(places, placeOf(record), record)
  const candidates = new Map<string, ResourceRecord[]>()
  for (const record of missing) {
    if (places.has(placeOf(record))) push(candidates, placeOf(record), record)
    else changes.push({ kind: 'create', after: record })
  }
  for (const [place, held] of places) {
    const sorted = inOrder(held)
    const left = pairAlike(sorted, inOrder(candidates.get(place) ?? []), comparesTtl, changes)
    const free = sorted.filter((record) => !left.used.has(record))
    left.wanted.forEach((record, index) => {
      const old = free[index]
      changes.push(old === undefined ? { kind: 'create', after: record } : { kind: 'update', before: old, after: record })
    })
    for (const old of free.slice(left.wanted.length)) changes.push({ kind: 'delete', before: old })
  }
}

function placeOf(record: ResourceRecord): string {
  return `${record.name} ${record.class} ${record.type}`
}

function inOrder<Item extends ResourceRecord>(records: readonly Item[]): Item[] {
  return records.map((record) => ({ record, key: recordKey(record) })).sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ record }) => record)
}

/** Pairs records that agree in all but the rdata, by hash: one map per set of stated attributes, of which there are few. */
function pairAlike(held: readonly StoredRecord[], wanted: readonly ResourceRecord[], comparesTtl: boolean, changes: Change[]) {
  const used = new Set<StoredRecord>()
  const maps = new Map<string, Map<string, StoredRecord[]>>()
  const left = wanted.filter((record) => {
    const stated = Object.keys(record.attributes ?? {}).sort()
    let map = maps.get(stated.join())
    if (map === undefined) {
      map = new Map()
      for (const old of [...held].reverse()) push(map, statedKey(old, stated, comparesTtl), old)
      maps.set(stated.join(), map)
    }
    const alike = map.get(statedKey(record, stated, comparesTtl))
    let old = alike?.pop()
    while (old !== undefined && used.has(old)) old = alike?.pop()
    if (old === undefined) return true
    used.add(old)
    changes.push({ kind: 'update', before: old, after: record })
    return false
  })
  return { used, wanted: left }
}
