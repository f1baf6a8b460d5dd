import type { DatabaseSync } from 'node:sqlite'

import { DataDirectoryError } from './data-directory-error.ts'

/**
 * Each entry takes the database one version further; entries are never changed once released, only added.
 * The version is kept in the file itself (`PRAGMA user_version`).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE COLLATE NOCASE, api_key TEXT NOT NULL, details TEXT NOT NULL) STRICT;
  CREATE TABLE accounts (id TEXT PRIMARY KEY, name TEXT NOT NULL, details TEXT NOT NULL) STRICT;
  CREATE TABLE memberships (account_id TEXT NOT NULL REFERENCES accounts, user_id TEXT NOT NULL REFERENCES users, PRIMARY KEY (account_id, user_id)) STRICT;
  CREATE TABLE tokens (id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, secret_hash TEXT NOT NULL UNIQUE, details TEXT NOT NULL) STRICT;
  CREATE TABLE host_keys (api_key TEXT PRIMARY KEY, name TEXT NOT NULL, details TEXT NOT NULL) STRICT;
  CREATE TABLE zones (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL REFERENCES accounts, status TEXT NOT NULL,
    type TEXT NOT NULL, plan TEXT NOT NULL, record_count INTEGER NOT NULL DEFAULT 0, details TEXT NOT NULL
  ) STRICT;
  CREATE TABLE records (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, zone_id TEXT NOT NULL REFERENCES zones ON DELETE CASCADE,
    name TEXT NOT NULL, type TEXT NOT NULL, rdata TEXT NOT NULL, content TEXT NOT NULL, content_key TEXT NOT NULL,
    ttl INTEGER NOT NULL, proxied INTEGER NOT NULL, comment TEXT, tags TEXT NOT NULL, json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX records_listed ON records (zone_id, type, name, position DESC);
  CREATE INDEX records_named ON records (zone_id, name, type);
  CREATE TRIGGER record_added AFTER INSERT ON records BEGIN UPDATE zones SET record_count = record_count + 1 WHERE id = new.zone_id; END;
  CREATE TRIGGER record_removed AFTER DELETE ON records BEGIN UPDATE zones SET record_count = record_count - 1 WHERE id = old.zone_id; END;
  CREATE TABLE settings (zone_id TEXT NOT NULL REFERENCES zones ON DELETE CASCADE, id TEXT NOT NULL, value TEXT NOT NULL, modified_on TEXT, PRIMARY KEY (zone_id, id)) STRICT;
  CREATE TABLE purges (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, zone_id TEXT NOT NULL REFERENCES zones ON DELETE CASCADE, request TEXT NOT NULL, at REAL NOT NULL) STRICT;
  CREATE TABLE scanned_records (id TEXT PRIMARY KEY, zone_id TEXT NOT NULL REFERENCES zones ON DELETE CASCADE, found TEXT NOT NULL) STRICT;
  CREATE INDEX scanned_zone ON scanned_records (zone_id);
  `,
  `
  CREATE TABLE documents (position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (collection, scope, id)) STRICT;
  CREATE INDEX documents_scope ON documents (scope);
  `,
  'CREATE TABLE blobs (scope TEXT NOT NULL, id TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (scope, id)) STRICT;',
  // A list of one kind must not walk over all others of its scope, such as the audit log of an account.
  'CREATE INDEX documents_listed ON documents (collection, scope, position);',
]

/**
 * Brings a database to the newest version, inside the caller's transaction.
 * @throws DataDirectoryError when a newer program wrote it.
 */
export const migrate = (database: DatabaseSync, where: string, steps: readonly string[] = migrations): void => {
  const version = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version)
  if (version > steps.length) throw new DataDirectoryError(where, `the data is of version ${version}, this program knows up to ${steps.length}; use a newer one`)
  for (const step of steps.slice(version)) database.exec(step)
  database.exec(`PRAGMA user_version=${steps.length}`)
}
