import type { Database } from '../database.ts'
import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** Who gets notices in their mailbox, the laws as the town keeps them, paragraphs that templates share; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  mailbox_consents: `${ROW}, kind_id TEXT NOT NULL, reference TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, given_at TEXT NOT NULL, how TEXT NOT NULL, entered_by_name TEXT,
    withdrawn_at TEXT, email_failed_at TEXT`,
  notice_rule_sets: `${ROW}, title TEXT NOT NULL, versions TEXT NOT NULL, changed_at TEXT, changed_by_name TEXT`,
  text_blocks: `${ROW}, title TEXT NOT NULL, paragraphs TEXT NOT NULL, block_version INTEGER NOT NULL, earlier TEXT NOT NULL, active INTEGER NOT NULL, published_at TEXT, published_by TEXT,
    published_by_name TEXT`,
}

export const noticeDelivery: Migration = {
  number: 11,
  name: '0011-notice-delivery',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    createImports(db)
    for (const twin of ['', '_overlay']) {
      db.exec(`ALTER TABLE notice_kinds${twin} ADD COLUMN for_all TEXT NOT NULL DEFAULT '{}'`)
      db.exec(`ALTER TABLE notice_kinds${twin} ADD COLUMN hold_days INTEGER NOT NULL DEFAULT 0`)
      db.exec(`ALTER TABLE notice_kinds${twin} ADD COLUMN offers_mailbox INTEGER NOT NULL DEFAULT 0`)
      db.exec(`ALTER TABLE notice_kinds${twin} ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 10`)
      db.exec(`ALTER TABLE notice_runs${twin} ADD COLUMN booked TEXT`)
      db.exec(`UPDATE notice_runs${twin} SET tally = json_patch('{"provided":0,"retrieved":0,"toPrint":0,"printed":0}', tally)`)
      db.exec(`UPDATE notice_runs${twin} SET checked = json_set(checked, '$.byChannel', json_object('post', json_extract(checked, '$.letters'), 'mailbox', 0, 'here', 0)) WHERE json_type(checked) = 'object'`)
      db.exec(`UPDATE notice_runs${twin} SET submitted = json_set(submitted, '$.paper.isColor', ${asKind('is_color', 0)}, '$.paper.isDuplex', ${asKind('is_duplex', 1)}, '$.paper.holdDays', 0)
        WHERE json_type(submitted) = 'object'`)
      db.exec(`ALTER TABLE notices${twin} ADD COLUMN way TEXT NOT NULL DEFAULT '{"channel":"by-consent","registered":null}'`)
      db.exec(`ALTER TABLE notices${twin} ADD COLUMN replaces TEXT`)
      db.exec(`UPDATE notices${twin} SET sent = json_set(sent, '$.channel', 'post', '$.track', NULL) WHERE json_type(sent) = 'object'`)
      db.exec(`UPDATE notices${twin} SET checked = json_set(checked, '$.channel', 'post') WHERE json_type(checked) = 'object'`)
      // Few notices replace another, and few are objected to: what asks for these never reads the thousands of others.
      db.exec(`CREATE INDEX notices${twin}_replaces ON notices${twin} (replaces) WHERE replaces IS NOT NULL`)
      db.exec(`CREATE INDEX notices${twin}_objected ON notices${twin} (id) WHERE instr(facts, '"kind":"objected"') > 0`)
    }
  },
}

/** What the kind of a run says of its letters, which until now were printed as it said when they were sent. */
const asKind = (column: string, otherwise: 0 | 1): string =>
  `json(CASE WHEN COALESCE((SELECT ${column} FROM notice_kinds WHERE id = kind_id), ${otherwise}) THEN 'true' ELSE 'false' END)`

/** A table on its way to a run: what was decided about it, and its file, compressed, in pieces. Of this desk alone. */
const createImports = (db: Database): void => void db.exec(`
  CREATE TABLE notice_imports (id TEXT PRIMARY KEY, begun_at TEXT NOT NULL, packed_bytes INTEGER NOT NULL, draft TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE notice_import_pieces (
    import_id TEXT NOT NULL REFERENCES notice_imports (id) ON DELETE CASCADE, position INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (import_id, position)
  ) STRICT;
`)
