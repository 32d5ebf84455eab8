import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** What a desk holds of mass notices: their kinds, the runs, and every single notice; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  notice_kinds: `${ROW}, title TEXT NOT NULL, template_id TEXT NOT NULL, rule_set_id TEXT NOT NULL, mapping TEXT NOT NULL, is_color INTEGER NOT NULL, is_duplex INTEGER NOT NULL,
    cooling_minutes INTEGER NOT NULL, active INTEGER NOT NULL`,
  notice_runs: `${ROW}, kind_id TEXT NOT NULL, title TEXT NOT NULL, created_at TEXT NOT NULL, authors TEXT NOT NULL, source TEXT NOT NULL, expected TEXT NOT NULL, added INTEGER NOT NULL,
    submitted TEXT, checked TEXT, returned TEXT, released TEXT, paused TEXT, cancelled TEXT, tally TEXT NOT NULL, handed_over_at TEXT`,
  notices: `${ROW}, run_id TEXT NOT NULL, number INTEGER NOT NULL, content TEXT NOT NULL, content_hash TEXT NOT NULL, left_out TEXT, checked TEXT, sent TEXT, facts TEXT NOT NULL`,
}

export const notices: Migration = {
  number: 10,
  name: '0010-notices',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const table of ['notices', 'notices_overlay']) db.exec(`CREATE INDEX ${table}_run ON ${table} (run_id, number)`)
  },
}
