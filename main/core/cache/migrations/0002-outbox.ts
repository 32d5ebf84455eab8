import type { Database } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * What sync keeps beside the rows: commands until they are settled, files they name, how far each scope has been read, and what came from
 * the service and has no place yet.
 */
export const outbox: Migration = {
  number: 2,
  name: '0002-outbox',
  up: (db) => {
    createOutbox(db)
    createArrivals(db)
  },
}

function createOutbox(db: Database): void {
  db.exec(`
    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      envelope TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'applied', 'acknowledged', 'attention', 'settled')),
      recorded_at TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      not_before_ms INTEGER NOT NULL DEFAULT 0,
      position INTEGER,
      settled_at TEXT,
      code TEXT,
      facts TEXT,
      blocked_by TEXT,
      tentative INTEGER NOT NULL,
      subject TEXT,
      table_name TEXT,
      record_id TEXT,
      seen TEXT,
      made TEXT
    ) STRICT;
    CREATE INDEX outbox_by_state ON outbox (state, sequence);

    CREATE TABLE outbox_records (
      sequence INTEGER NOT NULL REFERENCES outbox (sequence) ON DELETE CASCADE,
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL,
      written_scope TEXT,
      PRIMARY KEY (sequence, table_name, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_records_by_record ON outbox_records (table_name, record_id);

    CREATE TABLE outbox_blobs (
      sequence INTEGER NOT NULL REFERENCES outbox (sequence) ON DELETE CASCADE,
      blob_id TEXT NOT NULL,
      PRIMARY KEY (sequence, blob_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE uploads (
      id TEXT PRIMARY KEY,
      filename TEXT NOT NULL,
      size INTEGER NOT NULL,
      received INTEGER NOT NULL,
      sha256 TEXT,
      begun_at TEXT NOT NULL,
      is_sent INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE upload_pieces (
      upload_id TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
      start INTEGER NOT NULL,
      content BLOB NOT NULL,
      PRIMARY KEY (upload_id, start)
    ) STRICT;
  `)
}

function createArrivals(db: Database): void {
  db.exec(`
    CREATE TABLE scopes (
      scope TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      scope_epoch TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE parked (
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL,
      scope TEXT NOT NULL,
      position INTEGER NOT NULL,
      row TEXT NOT NULL,
      PRIMARY KEY (table_name, record_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unknown_fields (
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL,
      scope TEXT NOT NULL,
      fields TEXT NOT NULL,
      PRIMARY KEY (table_name, record_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE blobs (
      id TEXT PRIMARY KEY,
      application_id TEXT NOT NULL,
      size INTEGER NOT NULL,
      content BLOB NOT NULL,
      fetched_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX blobs_by_application ON blobs (application_id);
  `)
}
