import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** What a desk holds of messages to the public: topics, ready words, the messages and official warnings; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  alert_settings: `${ROW}, sender TEXT NOT NULL, sender_name TEXT NOT NULL, region_code TEXT NOT NULL, localities TEXT NOT NULL, training_addresses TEXT NOT NULL, escalate_minutes INTEGER NOT NULL,
    officer_addresses TEXT NOT NULL, lead_addresses TEXT NOT NULL`,
  alert_topics: `${ROW}, department_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, channels TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL`,
  alert_templates: `${ROW}, name TEXT NOT NULL, topic_id TEXT NOT NULL, event TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL, minutes INTEGER NOT NULL,
    wordings TEXT NOT NULL, all_clear TEXT NOT NULL, is_one_click INTEGER NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL`,
  alerts: `${ROW}, mode TEXT NOT NULL, kind TEXT NOT NULL, earlier TEXT NOT NULL, content TEXT NOT NULL, created_at TEXT NOT NULL, authors TEXT NOT NULL, submitted TEXT, wished TEXT,
    judged TEXT, withdrawn TEXT, released TEXT, stopped TEXT, ended_by_id TEXT`,
  official_warnings: `${ROW}, source TEXT NOT NULL, identifier TEXT NOT NULL, sender_name TEXT NOT NULL, sent_at TEXT NOT NULL, received_at TEXT NOT NULL, ends_at TEXT, event TEXT NOT NULL,
    severity TEXT NOT NULL, headline TEXT NOT NULL, text TEXT NOT NULL, instruction TEXT NOT NULL, area_names TEXT NOT NULL, is_test INTEGER NOT NULL, is_all_clear INTEGER NOT NULL,
    acknowledged TEXT, escalated_at TEXT`,
}

export const alerts: Migration = {
  number: 9,
  name: '0009-alerts',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const table of ['alerts', 'alerts_overlay']) db.exec(`CREATE INDEX ${table}_created ON ${table} (created_at)`)
  },
}
