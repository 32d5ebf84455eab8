import type { Database } from '../database.ts'
import { FORM_VALUES, valuesOfSql } from '../form-values.ts'
import type { Migration } from './migration.ts'

/** What lists are sorted, filtered and counted by beyond the columns of a case. */
export const lists: Migration = {
  number: 4,
  name: '0004-lists',
  up: (db) => {
    createFormValues(db)
    createIndexes(db)
    logChangesFromOutside(db)
  },
}

/** The values of fields that a form declares sortable, one row each, kept by triggers whatever way a case comes in. */
function createFormValues(db: Database): void {
  db.exec('CREATE TABLE sortable_fields (form_id TEXT NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (form_id, path)) STRICT, WITHOUT ROWID')
  for (const cases of ['applications', 'applications_overlay']) {
    const values = FORM_VALUES[cases === 'applications' ? 'base' : 'overlay']
    db.exec(`CREATE TABLE ${values} (case_number INTEGER NOT NULL, field TEXT NOT NULL, value ANY NOT NULL, PRIMARY KEY (case_number, field)) STRICT, WITHOUT ROWID`)
    db.exec(`CREATE INDEX ${values}_sorted ON ${values} (field, value)`)
    const add = `${valuesOfSql(values, '(SELECT new.number AS number, new.form_id AS form_id, new.form AS form)')};`
    const remove = `DELETE FROM ${values} WHERE case_number = old.number;`
    const changed = 'old.form IS NOT new.form OR old.form_id IS NOT new.form_id OR old.number IS NOT new.number'
    db.exec(`CREATE TRIGGER ${values}_insert AFTER INSERT ON ${cases} BEGIN ${add} END`)
    db.exec(`CREATE TRIGGER ${values}_delete AFTER DELETE ON ${cases} BEGIN ${remove} END`)
    db.exec(`CREATE TRIGGER ${values}_update AFTER UPDATE ON ${cases} WHEN ${changed} BEGIN ${remove} ${add} END`)
  }
}

/** What a row of a list shows, beside the wide row with its form. */
const LISTED = `number, id, reference, subject, service_id, applicant_name, locality, status, outcome, assignee_name, assignee_id,
  received_at, due_at, suspended_at, decided_at, unread_messages, attachment_count, department_id, follow_up_at, tags`

const OPEN = "status NOT IN ('decided', 'closed')"

function createIndexes(db: Database): void {
  db.exec(`CREATE INDEX applications_listed ON applications (${LISTED})`)
  db.exec(`CREATE INDEX applications_open_of_department ON applications (department_id, assignee_id) WHERE ${OPEN}`)
  db.exec('CREATE INDEX applications_follow_up_on_answer ON applications (follow_up_on_answer) WHERE follow_up_on_answer = 1')
  db.exec("CREATE INDEX comments_with_mentions ON comments (application_id, mentions, seen_by) WHERE mentions <> '[]'")
}

/** Being mentioned and needing attention are no columns of a case, but make it come and go in lists. */
function logChangesFromOutside(db: Database): void {
  const log = (id: string): string => `INSERT INTO application_changes (number) SELECT number FROM applications WHERE id = ${id};`
  for (const table of ['comments', 'comments_overlay']) {
    for (const [event, row] of [['INSERT', 'new'], ['UPDATE', 'new'], ['DELETE', 'old']] as const)
      db.exec(`CREATE TRIGGER ${table}_log_${event.toLowerCase()} AFTER ${event} ON ${table} WHEN ${row}.mentions <> '[]' BEGIN ${log(`${row}.application_id`)} END`)
  }
  db.exec(`CREATE TRIGGER outbox_log_state AFTER UPDATE OF state ON outbox WHEN old.state = 'attention' OR new.state = 'attention' BEGIN ${log('new.record_id')} END`)
}
