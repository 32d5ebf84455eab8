import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'
const OF_A_PLACE = `${ROW}, place_id TEXT NOT NULL`

/** Places with their counters and opening hours, and what is booked there, each with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  places: `${ROW}, name TEXT NOT NULL, address TEXT NOT NULL, directions TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL,
    hold_minutes INTEGER NOT NULL, change_until_minutes INTEGER NOT NULL, max_per_email INTEGER, remind_hours_before INTEGER, keep_days INTEGER NOT NULL`,
  resources: `${OF_A_PLACE}, kind TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL,
    service_ids TEXT NOT NULL, minutes_before INTEGER NOT NULL, minutes_after INTEGER NOT NULL`,
  appointment_services: `${OF_A_PLACE}, title TEXT NOT NULL, outside_title TEXT NOT NULL, minutes INTEGER NOT NULL, minutes_per_further_person INTEGER NOT NULL,
    max_persons INTEGER NOT NULL, lead_minutes INTEGER NOT NULL, bookable_days INTEGER NOT NULL, is_public INTEGER NOT NULL,
    bring TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL`,
  opening_hours: `${OF_A_PLACE}, kind TEXT NOT NULL, title TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT, weekdays TEXT NOT NULL,
    every_weeks INTEGER NOT NULL, weeks_of_month TEXT NOT NULL, start_time TEXT NOT NULL, end_time TEXT NOT NULL,
    resource_ids TEXT NOT NULL, public_resource_ids TEXT NOT NULL, slot_minutes INTEGER NOT NULL, on_holidays INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL`,
  hours_changes: `${OF_A_PLACE}, line_id TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by_name TEXT NOT NULL, before TEXT, after TEXT,
    stranded INTEGER NOT NULL, follows TEXT`,
  appointments: `${OF_A_PLACE}, service_ids TEXT NOT NULL, persons INTEGER NOT NULL, channel TEXT NOT NULL, resource_id TEXT,
    starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, occupied_from TEXT NOT NULL, occupied_until TEXT NOT NULL, name TEXT NOT NULL,
    email TEXT, phone TEXT, note TEXT NOT NULL, priority INTEGER NOT NULL, ticket TEXT, sequence INTEGER NOT NULL, held_until TEXT,
    created_at TEXT NOT NULL, created_by_name TEXT, status TEXT NOT NULL, waiting_since TEXT, called_at TEXT,
    call_count INTEGER NOT NULL, counter_id TEXT, served_by TEXT, served_by_name TEXT, serving_since TEXT, ended_at TEXT,
    stays TEXT NOT NULL, sent_on TEXT, before TEXT, stepped_at TEXT`,
}

export const appointments: Migration = {
  number: 6,
  name: '0006-appointments',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const table of ['appointments', 'appointments_overlay']) db.exec(`CREATE INDEX ${table}_at ON ${table} (place_id, starts_at)`)
  },
}
