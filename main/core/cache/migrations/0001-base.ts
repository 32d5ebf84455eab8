import type { Database } from '../database.ts'
import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** The small columns first: a list reads them without touching the form behind. */
const APPLICATION = `${ROW}, reference TEXT NOT NULL, service_id TEXT NOT NULL, form_id TEXT NOT NULL, department_id TEXT NOT NULL,
  person_id TEXT NOT NULL, applicant_name TEXT NOT NULL, locality TEXT NOT NULL, subject TEXT NOT NULL, status TEXT NOT NULL,
  outcome TEXT, assignee_id TEXT, assignee_name TEXT, channel TEXT NOT NULL, received_at TEXT NOT NULL, due_at TEXT, suspended_at TEXT,
  held_due_at TEXT, extended_at TEXT, decided_at TEXT,
  decision_id TEXT, closed_at TEXT, follow_up_at TEXT, follow_up_on_answer INTEGER NOT NULL, follow_up_note TEXT, tags TEXT NOT NULL,
  parent_id TEXT, merged_into TEXT, unread_messages INTEGER NOT NULL, attachment_count INTEGER NOT NULL, subject_sort TEXT NOT NULL,
  applicant_sort TEXT NOT NULL, locality_sort TEXT NOT NULL, assignee_sort TEXT NOT NULL, due_sort TEXT NOT NULL,
  form TEXT NOT NULL, search_text TEXT NOT NULL`

/** Tables whose key is the id, each with its overlay twin of the same columns. */
const KEYED_BY_ID: Readonly<Record<string, string>> = {
  departments: `${ROW}, name TEXT NOT NULL, position INTEGER NOT NULL, letterhead TEXT`,
  staff: `${ROW}, person_id TEXT NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, grants TEXT NOT NULL, deputyships TEXT NOT NULL,
    active INTEGER NOT NULL`,
  services: `${ROW}, title TEXT NOT NULL, description TEXT, department_id TEXT NOT NULL, form_version INTEGER NOT NULL,
    release_mode TEXT NOT NULL, single_up_to_cents INTEGER, legal_basis TEXT NOT NULL, deadline TEXT, steps TEXT NOT NULL,
    automatic TEXT NOT NULL, documents TEXT NOT NULL, fees TEXT NOT NULL, contact TEXT, retention TEXT, active INTEGER NOT NULL`,
  forms: `${ROW}, service_id TEXT NOT NULL, form_version INTEGER NOT NULL, schema TEXT NOT NULL, sections TEXT NOT NULL,
    value_labels TEXT NOT NULL, name_keys TEXT NOT NULL, locality_key TEXT, email_key TEXT, sortable TEXT NOT NULL`,
  decisions: `${ROW}, application_id TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
    conditions TEXT NOT NULL, amount_cents INTEGER, fee_cents INTEGER, letter TEXT, content_hash TEXT NOT NULL,
    release_mode TEXT NOT NULL, state TEXT NOT NULL, authors TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_by_name TEXT NOT NULL,
    proposed_at TEXT NOT NULL, settled_by TEXT, settled_by_name TEXT, settled_for TEXT, settled_for_name TEXT, settled_at TEXT, settle_reason TEXT`,
  application_events: `${ROW}, application_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, actor_id TEXT, actor_name TEXT,
    acting_for TEXT, acting_for_name TEXT, text TEXT, command_id TEXT`,
  attachments: `${ROW}, application_id TEXT NOT NULL, filename TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, added_at TEXT NOT NULL, kind TEXT NOT NULL, scan TEXT NOT NULL, derived_from TEXT, added_by_name TEXT,
    rotation INTEGER NOT NULL, notes TEXT NOT NULL, is_withheld INTEGER NOT NULL`,
  messages: `${ROW}, application_id TEXT NOT NULL, person_id TEXT NOT NULL, direction TEXT NOT NULL, subject TEXT NOT NULL,
    text TEXT NOT NULL, attachment_ids TEXT NOT NULL, author_id TEXT, author_name TEXT, sent_at TEXT NOT NULL, provided_at TEXT, retrieved_at TEXT`,
}

const WITH_APPLICATION = ['decisions', 'application_events', 'attachments', 'messages'] as const

/** One per sortable column, one per column filter, one per view; text columns by their folded twin. */
const APPLICATION_INDEXES: Readonly<Record<string, string>> = {
  applications_by_subject: '(subject_sort)',
  applications_by_service: '(service_id)',
  applications_by_applicant: '(applicant_sort)',
  applications_by_locality: '(locality_sort)',
  applications_by_status: '(status)',
  applications_by_assignee: '(assignee_sort)',
  applications_by_received: '(received_at)',
  applications_by_due: '(due_sort)',
  applications_by_department: '(department_id)',
  applications_of_locality: '(locality)',
  applications_by_outcome: '(outcome) WHERE outcome IS NOT NULL',
  applications_by_assignee_id: '(assignee_id, status) WHERE assignee_id IS NOT NULL',
  applications_proposed: "(department_id, decision_id, service_id) WHERE status = 'proposed'",
  applications_unassigned: "(number) WHERE assignee_id IS NULL AND status NOT IN ('decided', 'closed')",
  applications_open_by_due: "(due_at, assignee_id, department_id) WHERE status NOT IN ('decided', 'closed') AND due_at IS NOT NULL",
  applications_waiting: "(suspended_at, assignee_id, department_id) WHERE suspended_at IS NOT NULL AND status NOT IN ('decided', 'closed')",
  applications_follow_up: '(follow_up_at) WHERE follow_up_at IS NOT NULL',
  applications_tagged: "(tags) WHERE tags <> '[]'",
  applications_of_person: '(person_id)',
  applications_merged: '(merged_into) WHERE merged_into IS NOT NULL',
  applications_parts_of: '(parent_id) WHERE parent_id IS NOT NULL',
  applications_unread: '(number) WHERE unread_messages > 0',
}

const SEARCHED = 'reference, applicant_name, subject, locality, search_text'
const LONGEST_PREFIX = 16

export const base: Migration = {
  number: 1,
  name: '0001-base',
  up: (db) => {
    db.exec('CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
    createApplications(db)
    for (const [name, columns] of Object.entries(KEYED_BY_ID)) createTwins(db, name, columns)
    createSearch(db)
    createChangeLog(db)
  },
}

function createApplications(db: Database): void {
  db.exec(`CREATE TABLE applications (number INTEGER NOT NULL PRIMARY KEY, ${APPLICATION}, UNIQUE (id)) STRICT`)
  db.exec(`CREATE TABLE applications_overlay (number INTEGER NOT NULL, ${APPLICATION}, PRIMARY KEY (id)) STRICT`)
  db.exec('CREATE INDEX applications_overlay_by_number ON applications_overlay (number)')
  for (const [name, on] of Object.entries(APPLICATION_INDEXES)) db.exec(`CREATE INDEX ${name} ON applications ${on}`)
}

function createTwins(db: Database, name: string, columns: string): void {
  for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
  if (!(WITH_APPLICATION as readonly string[]).includes(name)) return
  for (const table of [name, `${name}_overlay`]) db.exec(`CREATE INDEX ${table}_by_application ON ${table} (application_id)`)
}

/** Words by their beginnings, and every three letters for the inside of words; both are kept by triggers. */
function createSearch(db: Database): void {
  const prefixes = Array.from({ length: LONGEST_PREFIX }, (_, index) => index + 1).join(' ')
  const content = "content='applications', content_rowid='number', detail=none, columnsize=0"
  db.exec(`CREATE VIRTUAL TABLE applications_words USING fts5(${SEARCHED}, ${content}, prefix='${prefixes}', tokenize="unicode61 remove_diacritics 2")`)
  db.exec(`CREATE VIRTUAL TABLE applications_parts USING fts5(${SEARCHED}, ${content}, tokenize="trigram remove_diacritics 1")`)
  // The tokenizers leave ß alone, people type ss as often.
  const values = (row: string): string => SEARCHED.split(', ').map(column => `replace(${row}.${column}, 'ß', 'ss')`).join(', ')
  const add = (index: string): string => `INSERT INTO ${index} (rowid, ${SEARCHED}) VALUES (new.number, ${values('new')});`
  const remove = (index: string): string => `INSERT INTO ${index} (${index}, rowid, ${SEARCHED}) VALUES ('delete', old.number, ${values('old')});`
  const changed = SEARCHED.split(', ').map(column => `old.${column} IS NOT new.${column}`).join(' OR ')
  const both = (step: (index: string) => string): string => step('applications_words') + step('applications_parts')
  for (const index of ['applications_words', 'applications_parts'])
    // A person who is erased leaves no words behind in the index.
    db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('secure-delete', 1)`)
  db.exec(`CREATE TRIGGER applications_search_insert AFTER INSERT ON applications BEGIN ${both(add)} END`)
  db.exec(`CREATE TRIGGER applications_search_delete AFTER DELETE ON applications BEGIN ${both(remove)} END`)
  db.exec(`CREATE TRIGGER applications_search_update AFTER UPDATE ON applications WHEN ${changed} BEGIN ${both(remove)} ${both(add)} END`)
}

/** Which rows changed, in order: open lists read on from where they stand. And how many rows there are, without a scan. */
function createChangeLog(db: Database): void {
  db.exec('CREATE TABLE application_changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL) STRICT')
  db.exec('CREATE TABLE application_total (id INTEGER PRIMARY KEY CHECK (id = 1), total INTEGER NOT NULL) STRICT')
  db.exec('INSERT INTO application_total VALUES (1, 0)')
  const log = (row: string): string => `INSERT INTO application_changes (number) VALUES (${row}.number);`
  const count = (by: number): string => `UPDATE application_total SET total = total + ${by};`
  db.exec(`CREATE TRIGGER applications_log_insert AFTER INSERT ON applications BEGIN ${log('new')} ${count(1)} END`)
  db.exec(`CREATE TRIGGER applications_log_delete AFTER DELETE ON applications BEGIN ${log('old')} ${count(-1)} END`)
  db.exec(`CREATE TRIGGER applications_log_update AFTER UPDATE ON applications BEGIN ${log('new')} END`)
  for (const [event, row] of [['INSERT', 'new'], ['UPDATE', 'new'], ['DELETE', 'old']] as const)
    db.exec(`CREATE TRIGGER applications_overlay_log_${event.toLowerCase()} AFTER ${event} ON applications_overlay BEGIN ${log(row)} END`)
}
