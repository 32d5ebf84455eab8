import type { Migration } from './migration.ts'

const ROW = 'id TEXT NOT NULL, scope TEXT NOT NULL, version INTEGER NOT NULL'

/** Who stands under secrecy, by id alone, and which records are theirs; each table with its overlay twin. */
const TABLES: Readonly<Record<string, string>> = {
  secrecies: `${ROW}, until TEXT NOT NULL`,
  secrecy_marks: `${ROW}, record_table TEXT NOT NULL, record_id TEXT NOT NULL, person_id TEXT NOT NULL`,
}

export const people: Migration = {
  number: 13,
  name: '0013-people',
  up: db => {
    for (const [name, columns] of Object.entries(TABLES))
      for (const table of [name, `${name}_overlay`]) db.exec(`CREATE TABLE ${table} (${columns}, PRIMARY KEY (id)) STRICT, WITHOUT ROWID`)
    for (const twin of ['', '_overlay']) db.exec(`CREATE INDEX secrecy_marks${twin}_record ON secrecy_marks${twin} (record_id)`)
  },
}
