import { TABLE_NAMES } from '../../../../shared/tables.ts'
import type { Database } from '../database.ts'
import { loadTableOf, tableExists } from './bulk-load.ts'

/** A loaded table whose rows were copied over and that nobody needs any more. Emptying it takes as long as filling it did. */
const spentTableOf = (table: string): string => `spent_${table}`

const ROWS_PER_STEP = 400

/** Puts a loaded table aside within the swap, to be deleted bit by bit afterwards. */
export const putAside = (db: Database, table: string): unknown => db.exec(`ALTER TABLE ${loadTableOf(table)} RENAME TO ${spentTableOf(table)}`)

const spentTables = (db: Database): readonly string[] => TABLE_NAMES.map(spentTableOf).filter(table => tableExists(db, table))

export const isAnySpent = (db: Database): boolean => spentTables(db).length > 0

/** Deletes a piece of what lies aside, in one short transaction; false once nothing is left. */
export function dropSpent(db: Database): boolean {
  const [table] = spentTables(db)
  if (table === undefined) return false
  db.transaction(() => {
    const { changes } = db.prepare(`DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} LIMIT ?)`).run(ROWS_PER_STEP)
    if (changes < ROWS_PER_STEP) db.exec(`DROP TABLE ${table}`)
  }).immediate()
  return true
}

/** All of it at once. */
export function dropAllSpent(db: Database): void {
  for (const table of spentTables(db)) db.exec(`DROP TABLE ${table}`)
}
