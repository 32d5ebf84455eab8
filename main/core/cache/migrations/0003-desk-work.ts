import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** What staff add to the town's rows beside cases, each with its overlay twin. */
const KEYED_BY_ID: Readonly<Record<string, string>> = {
  preferences: `${ROW}, account_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL`,
  suggestions: `${ROW}, about TEXT NOT NULL, text TEXT NOT NULL, account_id TEXT NOT NULL, author_id TEXT NOT NULL,
    author_name TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, answer TEXT, answered_by TEXT, answered_by_name TEXT, answered_at TEXT,
    answer_seen_at TEXT`,
  service_drafts: `${ROW}, content TEXT NOT NULL, based_on TEXT, authors TEXT NOT NULL, changed_by TEXT NOT NULL, changed_by_name TEXT NOT NULL,
    changed_at TEXT NOT NULL, settled_at TEXT`,
  letter_templates: `${ROW}, title TEXT NOT NULL, service_id TEXT, outcome TEXT NOT NULL, position INTEGER NOT NULL,
    template_version INTEGER NOT NULL, subject TEXT NOT NULL, paragraphs TEXT NOT NULL, asked TEXT NOT NULL, remedies TEXT NOT NULL,
    active INTEGER NOT NULL, published_at TEXT, published_by TEXT, published_by_name TEXT`,
  letter_drafts: `${ROW}, content TEXT NOT NULL, based_on INTEGER, changed_by TEXT NOT NULL, changed_by_name TEXT NOT NULL,
    changed_at TEXT NOT NULL, settled_at TEXT`,
  saved_views: `${ROW}, account_id TEXT NOT NULL, owner_id TEXT NOT NULL, owner_name TEXT NOT NULL, name TEXT NOT NULL,
    query TEXT NOT NULL, tells_when_filled INTEGER NOT NULL, is_deleted INTEGER NOT NULL`,
  tasks: `${ROW}, application_id TEXT NOT NULL, step_key TEXT, title TEXT NOT NULL, is_required INTEGER NOT NULL, assignee_id TEXT,
    assignee_name TEXT, due_at TEXT, created_at TEXT NOT NULL, done_at TEXT, done_by TEXT, done_by_name TEXT`,
  comments: `${ROW}, application_id TEXT NOT NULL, text TEXT NOT NULL, mentions TEXT NOT NULL, seen_by TEXT NOT NULL,
    author_id TEXT NOT NULL, author_name TEXT NOT NULL, at TEXT NOT NULL`,
}

const WITH_APPLICATION = ['tasks', 'comments'] as const

export const deskWork: Migration = {
  number: 3,
  name: '0003-desk-work',
  up: db => {
    for (const [name, columns] of Object.entries(KEYED_BY_ID))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const name of WITH_APPLICATION)
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE INDEX ${table}_by_application ON ${table} (application_id)`)
  },
}
