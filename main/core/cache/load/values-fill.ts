import type { Database } from '../database.ts'
import { FORM_VALUES, refreshSortableFields, valuesOfSql } from '../form-values.ts'
import { statement } from '../statements.ts'
import { tableExists } from './bulk-load.ts'

const LOAD_VALUES = 'load_values'
const INDEX = `${FORM_VALUES.base}_sorted`

/** The side table of form values as it is built beside the one in use, by what the loaded forms declare. */
export function createLoadValues(db: Database): void {
  const sql = statement(db, 'SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(FORM_VALUES.base) as string
  db.exec(sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${LOAD_VALUES}`))
  if (tableExists(db, 'load_forms')) refreshSortableFields(db, 'load_forms')
}

/** Takes the values out of loaded cases behind one number, up to and with another. */
export const fillValues = (db: Database, after: number, upTo: number): unknown =>
  statement(db, valuesOfSql(LOAD_VALUES, '(SELECT number, form_id, form FROM load_applications WHERE number > ? AND number <= ? ORDER BY number)')).run(after, upTo)

/** Names of indexes cannot change: the table in use gives its own away before it is replaced. */
export function indexValues(db: Database): void {
  const sql = indexSql(db)
  if (sql === undefined || isIndexed(db, LOAD_VALUES)) return
  db.transaction(() => {
    db.exec(`DROP INDEX ${INDEX}`)
    db.exec(sql.replace(/ ON "?\w+"? /, ` ON ${LOAD_VALUES} `))
  }).immediate()
}

const indexSql = (db: Database): string | undefined =>
  statement(db, "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?").pluck().get(INDEX) as string | undefined

const isIndexed = (db: Database, table: string): boolean =>
  statement(db, "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ? AND tbl_name = ?").get(INDEX, table) !== undefined

/** The fresh table takes the place of the old one; part of the swap's transaction, while no trigger names either. */
export function swapValues(db: Database): void {
  db.exec(`DROP TABLE ${FORM_VALUES.base}`)
  db.exec(`ALTER TABLE ${LOAD_VALUES} RENAME TO ${FORM_VALUES.base}`)
}

/** Forgets what was built for a load that will not be finished. */
export function dropLoadValues(db: Database): void {
  if (!tableExists(db, LOAD_VALUES)) return
  const sql = isIndexed(db, LOAD_VALUES) ? indexSql(db) : undefined
  db.exec(`DROP TABLE ${LOAD_VALUES}`)
  if (sql !== undefined) db.exec(sql.replace(/ ON "?\w+"? /, ` ON ${FORM_VALUES.base} `))
}
