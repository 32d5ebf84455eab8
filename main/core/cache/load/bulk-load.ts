import type { TableName } from '../../../../shared/tables.ts'
import { columnsOf, derivedColumnsOf, toColumn } from '../columns.ts'
import type { Database } from '../database.ts'
import { setMeta } from '../meta.ts'
import { statement } from '../statements.ts'

/** Rows of one table as they arrive; a form is at its place as the text it came as. */
export interface LoadedRows {
  readonly table: TableName
  readonly fields: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  /** Where to go on after a break, kept in the same transaction as the rows: a name (the scope) and the caller's own text. */
  readonly mark: { readonly name: string; readonly text: string }
}

export const MARK_PREFIX = 'load/mark/'
export const loadTableOf = (table: string): string => `load_${table}`

/**
 * Writes rows into fresh tables beside the ones the screens read, which have no index but the key. One transaction per
 * call; the same rows may come twice.
 */
export function writeLoaded(db: Database, { table, fields, rows, mark }: LoadedRows): void {
  db.transaction(() => {
    ensureLoadTable(db, table)
    const insert = statement(db, insertSql(table, fields))
    const toValues = valuesOf(table, fields)
    for (const row of rows) insert.run(toValues(row))
    setMeta(db, `${MARK_PREFIX}${mark.name}`, mark.text)
  }).immediate()
}

/** A load table has the columns its base table has now, whatever the schema's number. */
function ensureLoadTable(db: Database, table: TableName): void {
  if (tableExists(db, loadTableOf(table))) return
  const sql = statement(db, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?").pluck().get(table) as string
  db.exec(sql.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE ${loadTableOf(table)}`))
}

export const tableExists = (db: Database, name: string): boolean =>
  statement(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined

function insertSql(table: TableName, fields: readonly string[]): string {
  const names = new Map(columnsOf(table).map(column => [column.field, column.name]))
  const unknown = fields.find(field => !names.has(field))
  if (unknown !== undefined) throw new TypeError(`${table} has no field ${unknown}`)
  const columns = [...fields.map(field => names.get(field)), ...derivedColumnsOf(table).map(column => column.name)]
  return `INSERT OR REPLACE INTO ${loadTableOf(table)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

type ToValues = (row: readonly unknown[]) => readonly (string | number | null)[]

function valuesOf(table: TableName, fields: readonly string[]): ToValues {
  const kinds = new Map(columnsOf(table).map(column => [column.field, column.kind]))
  const derived = derivedColumnsOf(table).map(({ value, from }) => ({ value, at: fields.indexOf(from) }))
  // The form came as text on a line of its own and stays text.
  const convert = fields.map(field => (field === 'form' ? 'text' as const : (kinds.get(field) ?? 'text')))
  return row => [...convert.map((kind, index) => toColumn(kind, row[index])), ...derived.map(({ value, at }) => value(row[at]))]
}
