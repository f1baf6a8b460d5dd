import { type AccountStore, accountStore } from './accounts.ts'
import { type BlobStore, blobStore } from './blobs.ts'
import { type Database, openDatabase } from './database.ts'
import { type DocumentStore, documentStore } from './documents.ts'
import { type HostKeyStore, hostKeyStore } from './host-keys.ts'
import { type MemberStore, memberStore } from './members.ts'
import { type PurgeStore, purgeStore } from './purges.ts'
import { type RecordStore, recordStore } from './records.ts'
import { type ScanStore, scanStore } from './scans.ts'
import { type SettingStore, settingStore } from './settings.ts'
import { type SqlDatabases, sqlDatabases } from './sql-databases.ts'
import { type TokenStore, tokenStore } from './tokens.ts'
import { type UserStore, userStore } from './users.ts'
import { type ZoneStore, zoneStore } from './zones.ts'

/** Everything the emulator remembers. */
export interface State {
  readonly users: UserStore
  readonly accounts: AccountStore
  /** Who belongs to which account. */
  readonly members: MemberStore
  readonly tokens: TokenStore
  readonly hostKeys: HostKeyStore
  readonly zones: ZoneStore
  readonly records: RecordStore
  readonly settings: SettingStore
  readonly purges: PurgeStore
  readonly scans: ScanStore
  /** Objects of products that need no table of their own. */
  readonly documents: DocumentStore
  /** Bytes that were uploaded: values of Workers KV, modules of Workers. */
  readonly blobs: BlobStore
  /** Databases of users, such as those of D1. */
  readonly sqlDatabases: SqlDatabases
  /** All of `work` or none; what it gives back is on disk when the call returns. */
  transaction<T>(work: () => T): T
  /** True while nobody was ever added: the seed has still to be sown. */
  isEmpty(): boolean
  /** `ok`, or what is wrong with the file. */
  integrity(): string
  close(): void
}

/**
 * Opens the state in a data directory, or a state in memory that keeps nothing.
 * @throws DataDirectoryError when the directory can't be used or another process has it.
 * @throws NodeVersionError when this Node is older than 22.13.
 * @example
 * const state = openState()
 * state.isEmpty() // true
 */
export const openState = (directory?: string): State => {
  const database: Database = openDatabase(directory)
  const users = userStore(database)
  const accounts = accountStore(database)
  const documents = documentStore(database)
  const blobs = blobStore(database)
  return {
    users,
    accounts,
    members: memberStore({ accounts, users, documents }),
    tokens: tokenStore(database),
    hostKeys: hostKeyStore(database),
    zones: zoneStore(database),
    records: recordStore(database),
    settings: settingStore(database),
    purges: purgeStore(database),
    scans: scanStore(database),
    documents,
    blobs,
    sqlDatabases: sqlDatabases(blobs),
    transaction: (work) => database.transaction(work),
    isEmpty: () => database.get('SELECT 1 FROM users LIMIT 1') === undefined && database.get('SELECT 1 FROM accounts LIMIT 1') === undefined,
    integrity: () => database.integrity(),
    close: () => database.close(),
  }
}
