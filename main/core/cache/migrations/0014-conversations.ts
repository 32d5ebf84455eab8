import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** What citizens and the town write to each other beside applications; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  conversations: `${ROW}, topic TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, email TEXT, phone TEXT NOT NULL, via TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,
    assignee_id TEXT, assignee_name TEXT, unread INTEGER NOT NULL, started_at TEXT NOT NULL, last_message_at TEXT NOT NULL, waiting_since TEXT, due_at TEXT, last_answer_id TEXT,
    last_answer_by_name TEXT, open_question_id TEXT, closed_at TEXT, application_id TEXT`,
  conversation_messages: `${ROW}, conversation_id TEXT NOT NULL, application_id TEXT, kind TEXT NOT NULL, text TEXT NOT NULL, author_id TEXT, author_name TEXT, sent_at TEXT NOT NULL,
    provided_at TEXT, retrieved_at TEXT`,
  conversation_files: `${ROW}, conversation_id TEXT NOT NULL, application_id TEXT, message_id TEXT NOT NULL, filename TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, added_at TEXT NOT NULL, scan TEXT NOT NULL`,
  message_desks: `${ROW}, topics TEXT NOT NULL, answer_days INTEGER NOT NULL, keep_days INTEGER NOT NULL, absence TEXT, active INTEGER NOT NULL`,
  absence_notes: `${ROW}, name TEXT NOT NULL, absence TEXT`,
}

export const conversations: Migration = {
  number: 14,
  name: '0014-conversations',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const twin of ['', '_overlay']) {
      db.exec(`CREATE INDEX conversations${twin}_case ON conversations${twin} (application_id)`)
      db.exec(`CREATE INDEX conversation_messages${twin}_of ON conversation_messages${twin} (conversation_id)`)
      db.exec(`CREATE INDEX conversation_files${twin}_of ON conversation_files${twin} (conversation_id)`)
    }
  },
}
