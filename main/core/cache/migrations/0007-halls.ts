import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** Houses that are let and their bookings, each with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  halls: `${ROW}, name TEXT NOT NULL, locality TEXT NOT NULL, address TEXT NOT NULL, capacity INTEGER NOT NULL, equipment TEXT NOT NULL,
    description TEXT NOT NULL, minutes_before INTEGER NOT NULL, minutes_after INTEGER NOT NULL, prices TEXT NOT NULL, deposit_cents INTEGER NOT NULL,
    key_place TEXT NOT NULL, house_rules TEXT NOT NULL, withdrawal TEXT NOT NULL, keep_years INTEGER NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL`,
  hall_bookings: `${ROW}, hall_id TEXT NOT NULL, series_id TEXT, starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, occupied_from TEXT NOT NULL,
    occupied_until TEXT NOT NULL, purpose TEXT NOT NULL, persons INTEGER NOT NULL, tenant TEXT NOT NULL, channel TEXT NOT NULL, status TEXT NOT NULL,
    prices TEXT NOT NULL, deposit_cents INTEGER NOT NULL, price_reason TEXT, note TEXT NOT NULL, requested_at TEXT NOT NULL, requested_by_name TEXT,
    decided_at TEXT, decided_by_name TEXT, reason TEXT, contract_number TEXT, contracted_at TEXT, contract TEXT, contract_version INTEGER NOT NULL,
    corrections TEXT NOT NULL, key_out TEXT, key_back TEXT`,
}

export const halls: Migration = {
  number: 7,
  name: '0007-halls',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const table of ['hall_bookings', 'hall_bookings_overlay']) db.exec(`CREATE INDEX ${table}_at ON ${table} (starts_at)`)
  },
}
