import type { PlanName } from '../rules/plans.ts'
import type { Database, Row } from './database.ts'
import { fromJson } from './json.ts'

/** A record that a scan of the zone's former name servers would find, in the form a client writes. */
export type FindableRecord = Readonly<Record<string, unknown>>

/** What a zone has beside the columns that lists filter by. */
export interface ZoneDetails {
  readonly paused: boolean
  readonly nameServers: readonly string[]
  readonly originalNameServers: readonly string[] | null
  readonly originalRegistrar: string | null
  readonly originalDnsHost: string | null
  readonly vanityNameServers: readonly string[]
  /** RFC 3339. */
  readonly createdOn: string
  readonly modifiedOn: string
  readonly activatedOn: string | null
  /** Milliseconds since 1970 until which development mode lasts. */
  readonly developmentUntil?: number
  /** When activation was last asked for, in milliseconds since 1970. */
  readonly checkedAt?: number
  /** What a scan finds. */
  readonly findable?: readonly FindableRecord[]
  /** Only for partial zones. */
  readonly verificationKey?: string
}

/** States of a zone. */
export type ZoneStatus = 'initializing' | 'pending' | 'active' | 'moved'

/** A zone. */
export interface Zone {
  readonly id: string
  /** Lower case, without final dot. */
  readonly name: string
  readonly accountId: string
  readonly status: ZoneStatus
  readonly type: 'full' | 'partial' | 'secondary' | 'internal'
  readonly plan: PlanName
  /** Records that the zone holds. */
  readonly recordCount: number
  readonly details: ZoneDetails
}

const zoneOf = (row: Row): Zone => ({
  id: String(row['id']),
  name: String(row['name']),
  accountId: String(row['account_id']),
  status: row['status'] as ZoneStatus,
  type: row['type'] as Zone['type'],
  plan: row['plan'] as PlanName,
  recordCount: Number(row['record_count']),
  details: fromJson(row['details']),
})

/** The zones in a database. */
export interface ZoneStore {
  add(zone: Zone): void
  byId(id: string): Zone | undefined
  byName(name: string): Zone | undefined
  /** Zones of these accounts, by name. */
  ofAccounts(accountIds: readonly string[]): readonly Zone[]
  /** Keeps everything of the zone but id, name, account and number of records. */
  update(zone: Zone): void
  /** Removes the zone and everything in it. */
  remove(id: string): void
}

/** Makes the store of zones. */
export const zoneStore = (database: Database): ZoneStore => {
  const found = (row: Row | undefined): Zone | undefined => (row === undefined ? undefined : zoneOf(row))
  return {
    add: (zone) =>
      void database.run('INSERT INTO zones (id, name, account_id, status, type, plan, details) VALUES (?, ?, ?, ?, ?, ?, ?)', zone.id, zone.name, zone.accountId, zone.status, zone.type, zone.plan, JSON.stringify(zone.details)),
    byId: (id) => found(database.get('SELECT * FROM zones WHERE id = ?', id)),
    byName: (name) => found(database.get('SELECT * FROM zones WHERE name = ?', name)),
    ofAccounts: (accountIds) => database.all('SELECT * FROM zones WHERE account_id IN (SELECT value FROM json_each(?)) ORDER BY name, id', JSON.stringify(accountIds)).map(zoneOf),
    update: (zone) => void database.run('UPDATE zones SET status = ?, type = ?, plan = ?, details = ? WHERE id = ?', zone.status, zone.type, zone.plan, JSON.stringify(zone.details), zone.id),
    remove: (id) => void database.run('DELETE FROM zones WHERE id = ?', id),
  }
}
