import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** Service ID cards with their photos and who gives them out, each with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  card_organisations: `${ROW}, name TEXT NOT NULL, prefix TEXT NOT NULL, colour TEXT NOT NULL, units TEXT NOT NULL, ranks TEXT NOT NULL, authority TEXT NOT NULL,
    valid_years INTEGER NOT NULL, remind_days INTEGER NOT NULL, list_days INTEGER NOT NULL, photo_days INTEGER NOT NULL, keep_years INTEGER NOT NULL,
    position INTEGER NOT NULL, active INTEGER NOT NULL`,
  card_photos: `${ROW}, picture TEXT NOT NULL, added_at TEXT NOT NULL, added_by_name TEXT NOT NULL`,
  service_cards: `${ROW}, organisation_id TEXT NOT NULL, holder_id TEXT NOT NULL, unit_id TEXT NOT NULL, family_name TEXT NOT NULL, given_name TEXT NOT NULL,
    rank TEXT NOT NULL, duty TEXT NOT NULL, authority TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, unit_name TEXT NOT NULL, photo_id TEXT,
    number TEXT NOT NULL, status TEXT NOT NULL, authors TEXT NOT NULL, requested_at TEXT NOT NULL, requested_by_name TEXT NOT NULL, decided_at TEXT,
    decided_by_name TEXT, reason TEXT, issued_at TEXT, issued_by_name TEXT, handed_over_at TEXT, handed_over_by_name TEXT, blocked TEXT, ended_at TEXT,
    renews_id TEXT, renewed_by_id TEXT, token TEXT NOT NULL`,
}

export const serviceCards: Migration = {
  number: 12,
  name: '0012-service-cards',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
  },
}
