import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { temporaryFolder, TEST_KEY } from '../testing.ts'
import { MIGRATIONS } from './list.ts'
import { migrate, schemaNumber } from './run.ts'

const OLD_TALLY = { handedOver: 3, processed: 0, atPrintCentre: 0, dispatched: 4, failed: 1, cancelled: 0 }
const paper = { dated: '2026-03-02' }

function aCacheBefore(): Database {
  const folder = temporaryFolder()
  const db = openConnection(join(folder.path, 'cache.db'), TEST_KEY, 'writer')
  onTestFinished(() => {
    db.close()
    folder[Symbol.dispose]()
  })
  migrate(db, MIGRATIONS.slice(0, 10))
  return db
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

function addKind(db: Database, id: string, isColor: 0 | 1, isDuplex: 0 | 1): void {
  db.prepare(`INSERT INTO notice_kinds VALUES (?, 'department:ordnung', 3, 'Umlage', 'umlage', 'vwvfg', '{"name":"Eigentümer"}', ?, ?, 15, 1)`).run(id, isColor, isDuplex)
}

function addRun(db: Database, table: string, id: string, kindId: string, { submitted, checked }: { readonly submitted: object | null; readonly checked: object | null }): void {
  db.prepare(`INSERT INTO ${table} VALUES (?, 'department:ordnung', 5, ?, 'Umlage 2025', '2026-03-01T08:00:00.000Z', '[]', '{}', '{}', 8, ?, ?, NULL, NULL, NULL, NULL, ?, NULL)`)
    .run(id, kindId, json(submitted), json(checked), json(OLD_TALLY))
}

function addNotice(db: Database, table: string, id: string, { checked, sent, facts }: { readonly checked: object | null; readonly sent: object | null; readonly facts: readonly object[] }): void {
  db.prepare(`INSERT INTO ${table} VALUES (?, 'department:ordnung', 7, 'run', 1, '{"totalCents":1457}', 'hash', NULL, ?, ?, ?)`).run(id, json(checked), json(sent), json(facts))
}

/** A row with what is JSON in it read. */
const rowOf = (db: Database, table: string, id: string): unknown => {
  const row = db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) as unknown : value]))
}

test('what a run said stays, and its letters are those that went by post, printed as its kind says', () => {
  const db = aCacheBefore()
  addKind(db, 'farbig', 1, 0)
  for (const table of ['notice_runs', 'notice_runs_overlay']) {
    addRun(db, table, 'given', 'farbig', { submitted: { count: 8, paper }, checked: { letters: 8, cents: 640 } })
    addRun(db, table, 'without-kind', 'unbekannt', { submitted: { count: 8, paper }, checked: null })
    addRun(db, table, 'draft', 'farbig', { submitted: null, checked: null })
  }
  migrate(db, MIGRATIONS.slice(0, 11))
  const tally = { ...OLD_TALLY, provided: 0, retrieved: 0, toPrint: 0, printed: 0 }
  for (const table of ['notice_runs', 'notice_runs_overlay']) {
    expect(rowOf(db, table, 'given'), table).toMatchObject({
      version: 5, title: 'Umlage 2025', booked: null, tally, checked: { letters: 8, cents: 640, byChannel: { post: 8, mailbox: 0, here: 0 } },
      submitted: { count: 8, paper: { ...paper, isColor: true, isDuplex: false, holdDays: 0 } },
    })
    expect(rowOf(db, table, 'without-kind'), table).toMatchObject({ submitted: { paper: { ...paper, isColor: false, isDuplex: true, holdDays: 0 } }, checked: null, tally })
    expect(rowOf(db, table, 'draft'), table).toMatchObject({ submitted: null, checked: null, booked: null, tally })
  }
})

test('a notice says how it went and how it is to go; the rest of it stays', () => {
  const db = aCacheBefore()
  for (const table of ['notices', 'notices_overlay']) {
    addNotice(db, table, 'sent', { checked: { pages: 2, problems: [] }, sent: { state: 'dispatched', attempt: 1, postedDay: '2026-03-03' }, facts: [{ kind: 'posted' }, { kind: 'objected' }] })
    addNotice(db, table, 'waits', { checked: null, sent: null, facts: [] })
  }
  migrate(db, MIGRATIONS.slice(0, 11))
  for (const table of ['notices', 'notices_overlay']) {
    const added = { way: { channel: 'by-consent', registered: null }, replaces: null }
    expect(rowOf(db, table, 'sent'), table).toEqual({
      id: 'sent', scope: 'department:ordnung', version: 7, run_id: 'run', number: 1, content: { totalCents: 1_457 }, content_hash: 'hash', left_out: null, ...added,
      checked: { pages: 2, problems: [], channel: 'post' }, sent: { state: 'dispatched', attempt: 1, postedDay: '2026-03-03', channel: 'post', track: null }, facts: [{ kind: 'posted' }, { kind: 'objected' }],
    })
    expect(rowOf(db, table, 'waits'), table).toMatchObject({ ...added, checked: null, sent: null, facts: [] })
    const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT id FROM ${table} WHERE instr(facts, '"kind":"objected"') > 0`).all()
    expect(JSON.stringify(plan), 'few are objected to').toContain(`${table}_objected`)
  }
})

test('a kind waits nowhere, offers no mailbox and keeps its notices for ten years, and a table that is begun has its place', () => {
  const db = aCacheBefore()
  addKind(db, 'umlage', 0, 1)
  migrate(db, MIGRATIONS.slice(0, 11))
  expect(rowOf(db, 'notice_kinds', 'umlage')).toMatchObject({ version: 3, mapping: { name: 'Eigentümer' }, for_all: {}, hold_days: 0, offers_mailbox: 0, retention_years: 10, is_duplex: 1 })
  db.exec(`INSERT INTO notice_imports VALUES ('one', '2026-03-01T08:00:00.000Z', 3, '{}'); INSERT INTO notice_import_pieces VALUES ('one', 0, x'010203')`)
  db.exec('DELETE FROM notice_imports')
  expect([schemaNumber(db), db.prepare('SELECT count(*) FROM notice_import_pieces').pluck().get()]).toEqual([11, 0])
})
