import type { Database, Row } from './database.ts'
import { fromJson, JsonText } from './json.ts'
import { type RecordFilter, filterClause, orderClause, type RecordOrder } from './record-query.ts'

/** A DNS record as clients get it; the key order is the one of the answers. */
export interface WireRecord {
  readonly id: string
  /** Full name, lower case, without final dot. */
  readonly name: string
  readonly type: string
  readonly content: string
  readonly priority?: number
  readonly proxiable: boolean
  readonly proxied: boolean
  readonly ttl: number
  readonly data?: Readonly<Record<string, unknown>>
  readonly settings: Readonly<Record<string, unknown>>
  /** A and AAAA: reachable through private routing only. */
  readonly private_routing?: boolean
  readonly meta: Readonly<Record<string, unknown>>
  readonly comment: string | null
  readonly tags: readonly string[]
  readonly created_on: string
  readonly modified_on: string
  readonly comment_modified_on?: string
  readonly tags_modified_on?: string
}

/** A record with what tells twins apart. */
export interface StoredRecord {
  readonly wire: WireRecord
  /** Rdata in canonical form: equal texts are equal records. */
  readonly rdata: string
}

/** One page of a list and the number of all records that match. */
export interface RecordPage {
  readonly items: readonly JsonText[]
  readonly total: number
}

const recordOf = (row: Row): StoredRecord => ({ wire: fromJson(row['json']), rdata: String(row['rdata']) })

/**
 * What filters by content compare: letter case never counts, and outside TXT any run of blanks is one.
 * SRV and its like are stored with blanks today and had tabs before; programs still filter by the tabs.
 */
export const contentKey = (type: string, content: string): string => (type === 'TXT' ? content : content.replace(/\s+/g, ' ')).toLowerCase()

/** The DNS records in a database. */
export interface RecordStore {
  /** Adds a record; it stands before the older ones of its name and type. */
  add(zoneId: string, record: StoredRecord): void
  /** Puts a record in the place of the one with the same id. */
  replace(record: StoredRecord): void
  remove(id: string): void
  byId(zoneId: string, id: string): StoredRecord | undefined
  /** All records of exactly this name. */
  atName(zoneId: string, name: string): readonly StoredRecord[]
  /** A page in the order of lists; `limit` is the page size, `offset` counts records. */
  page(zoneId: string, query: { readonly filter?: RecordFilter; readonly order?: RecordOrder; readonly limit: number; readonly offset: number }): RecordPage
  /** All records in the order of lists. */
  all(zoneId: string): readonly StoredRecord[]
  count(zoneId: string): number
}

/** Makes the store of DNS records. */
export const recordStore = (database: Database): RecordStore => {
  const count = (zoneId: string): number => Number(database.get('SELECT record_count AS n FROM zones WHERE id = ?', zoneId)?.['n'] ?? 0)
  const columns = ({ wire, rdata }: StoredRecord) =>
    [wire.name, wire.type, rdata, wire.content, contentKey(wire.type, wire.content), wire.ttl, wire.proxied ? 1 : 0, wire.comment, JSON.stringify(wire.tags), JSON.stringify(wire)] as const
  return {
    add: (zoneId, record) =>
      void database.run('INSERT INTO records (id, zone_id, name, type, rdata, content, content_key, ttl, proxied, comment, tags, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', record.wire.id, zoneId, ...columns(record)),
    replace: (record) =>
      void database.run('UPDATE records SET name = ?, type = ?, rdata = ?, content = ?, content_key = ?, ttl = ?, proxied = ?, comment = ?, tags = ?, json = ? WHERE id = ?', ...columns(record), record.wire.id),
    remove: (id) => void database.run('DELETE FROM records WHERE id = ?', id),
    byId(zoneId, id) {
      const row = database.get('SELECT json, rdata FROM records WHERE id = ? AND zone_id = ?', id, zoneId)
      return row === undefined ? undefined : recordOf(row)
    },
    atName: (zoneId, name) => database.all('SELECT json, rdata FROM records WHERE zone_id = ? AND name = ?', zoneId, name).map(recordOf),
    page(zoneId, { filter, order, limit, offset }) {
      const where = filterClause(filter)
      const rows = database.all(`SELECT json FROM records WHERE zone_id = ?${where.sql} ORDER BY ${orderClause(order)} LIMIT ? OFFSET ?`, zoneId, ...where.values, limit, offset)
      const total = where.sql === '' ? count(zoneId) : Number(database.get(`SELECT count(*) AS n FROM records WHERE zone_id = ?${where.sql}`, zoneId, ...where.values)?.['n'])
      return { items: rows.map((row) => new JsonText(String(row['json']))), total }
    },
    all: (zoneId) => database.all(`SELECT json, rdata FROM records WHERE zone_id = ? ORDER BY ${orderClause()}`, zoneId).map(recordOf),
    count,
  }
}
