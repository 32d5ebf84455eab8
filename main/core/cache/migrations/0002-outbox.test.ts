import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openConnection } from '../connection.ts'
import { MIGRATIONS } from './list.ts'
import { migrate, schemaNumber } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'rathaus-migration-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a cache without an outbox gets one and keeps what it has', () => {
  const db = openConnection(join(folder, 'cache.db'), new Uint8Array(randomBytes(32)), 'writer')
  migrate(db, MIGRATIONS.slice(0, 1))
  db.exec(`INSERT INTO meta VALUES ('kept', 'yes')`)
  migrate(db, MIGRATIONS.slice(0, 2))
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('outbox', 'outbox_records', 'scopes', 'parked', 'unknown_fields', 'blobs') ORDER BY name`).pluck().all()
  expect({ number: schemaNumber(db), kept: db.prepare('SELECT value FROM meta').pluck().all(), tables }).toEqual({
    number: 2, kept: ['yes'], tables: ['blobs', 'outbox', 'outbox_records', 'parked', 'scopes', 'unknown_fields'],
  })
  db.close()
})
