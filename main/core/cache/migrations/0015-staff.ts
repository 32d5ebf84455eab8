import type { Database } from '../database.ts'
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
    takeKept(db, 'staff', 'leaves_at', 'leavesAt')
    takeKept(db, 'departments', 'closed_at', 'closedAt')
  },
}

/** A service that was newer than this desk has told some of it already, which was kept aside. */
const takeKept = (db: Database, table: string, column: string, field: string): void => void db.exec(`
  UPDATE ${table} SET ${column} = (
    SELECT json_extract(fields, '$.${field}') FROM unknown_fields WHERE table_name = '${table}' AND record_id = ${table}.id
  )`)
