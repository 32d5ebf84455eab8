import type { Migration } from './migration.ts'

/** People who leave on a day, and departments that are closed. */
export const staff: Migration = {
  number: 15,
  name: '0015-staff',
  up: db => {
    for (const twin of ['', '_overlay']) {
      db.exec(`ALTER TABLE staff${twin} ADD COLUMN leaves_at TEXT`)
      db.exec(`ALTER TABLE departments${twin} ADD COLUMN closed_at TEXT`)
    }
  },
}
