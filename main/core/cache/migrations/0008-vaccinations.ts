import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** What a desk holds about vaccinations: catalogue, rules, and the sessions around today; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  vaccines: `${ROW}, name TEXT NOT NULL, manufacturer TEXT NOT NULL, snomed TEXT NOT NULL, atc TEXT NOT NULL, pzns TEXT NOT NULL, gtins TEXT NOT NULL,
    diseases TEXT NOT NULL, is_live INTEGER NOT NULL, observe_minutes INTEGER NOT NULL, active INTEGER NOT NULL`,
  vaccine_batches: `${ROW}, vaccine_id TEXT NOT NULL, lot TEXT NOT NULL, expires_on TEXT NOT NULL, blocked_reason TEXT, blocked_at TEXT, added_at TEXT NOT NULL, added_by_name TEXT NOT NULL`,
  vaccination_rules: `${ROW}, schedules TEXT NOT NULL, spacing TEXT NOT NULL`,
  vaccination_sessions: `${ROW}, place_id TEXT NOT NULL, title TEXT NOT NULL, day TEXT NOT NULL, start_time TEXT NOT NULL, end_time TEXT NOT NULL,
    opening_hours_id TEXT NOT NULL, service_ids TEXT NOT NULL, resource_ids TEXT NOT NULL, responsible TEXT NOT NULL, team TEXT NOT NULL, vaccine_ids TEXT NOT NULL,
    from_age INTEGER, groups TEXT NOT NULL, stock TEXT NOT NULL, stand_by TEXT NOT NULL, ticket_key TEXT NOT NULL, status TEXT NOT NULL, closed_at TEXT`,
  vaccination_visits: `${ROW}, session_id TEXT NOT NULL, appointment_id TEXT, vaccinee_id TEXT, person TEXT NOT NULL, checked_in TEXT NOT NULL, history TEXT NOT NULL,
    answers TEXT, answered TEXT, verdict TEXT, consent TEXT, vaccination_id TEXT, vaccinated_at TEXT, observe_until TEXT, observation TEXT, departed TEXT, twin_id TEXT`,
  vaccinations: `${ROW}, session_id TEXT NOT NULL, visit_id TEXT NOT NULL, vaccinee_id TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL,
    vaccine_id TEXT NOT NULL, vaccine_name TEXT NOT NULL, manufacturer TEXT NOT NULL, lot TEXT NOT NULL, expires_on TEXT NOT NULL, diseases TEXT NOT NULL, doses TEXT NOT NULL,
    site TEXT NOT NULL, responsible TEXT NOT NULL, vaccinator_name TEXT NOT NULL, against_rule TEXT, next_doses TEXT NOT NULL, confirmation TEXT NOT NULL, number TEXT NOT NULL,
    documented_at TEXT NOT NULL, seal TEXT NOT NULL, replaces_id TEXT, replaced_by_id TEXT, reason TEXT, is_void INTEGER NOT NULL, twin_id TEXT`,
  vaccination_recalls: `${ROW}, vaccine_id TEXT NOT NULL, vaccine_name TEXT NOT NULL, lot TEXT NOT NULL, reason TEXT NOT NULL, opened_at TEXT NOT NULL,
    opened_by_name TEXT NOT NULL, closed_at TEXT, closed_by_name TEXT`,
  recall_contacts: `${ROW}, recall_id TEXT NOT NULL, vaccination_id TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, by_name TEXT NOT NULL`,
  side_effects: `${ROW}, vaccination_id TEXT NOT NULL, description TEXT NOT NULL, onset_at TEXT NOT NULL, suspected_at TEXT NOT NULL, due_at TEXT NOT NULL,
    reported_at TEXT, reported_by_name TEXT, reported_to TEXT NOT NULL`,
}

const twins = (name: string): readonly string[] => [name, `${name}_overlay`]

export const vaccinations: Migration = {
  number: 8,
  name: '0008-vaccinations',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of twins(name)) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const table of twins('appointment_services')) db.exec(`ALTER TABLE ${table} ADD COLUMN follow_up TEXT`)
    for (const table of twins('vaccination_sessions')) db.exec(`CREATE INDEX ${table}_day ON ${table} (day)`)
    for (const name of ['vaccination_visits', 'vaccinations']) for (const table of twins(name)) db.exec(`CREATE INDEX ${table}_session ON ${table} (session_id)`)
    for (const table of twins('recall_contacts')) db.exec(`CREATE INDEX ${table}_recall ON ${table} (recall_id)`)
  },
}
