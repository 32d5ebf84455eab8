import type { RecordRef } from '../../../shared/command.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import { columnNamesOf, fromColumns, toColumns } from './columns.ts'
import type { Database } from './database.ts'
import { refreshFieldsOf } from './form-values.ts'
import { statement } from './statements.ts'

/**
 * Base tables hold the service's rows and nothing else; their overlay twins hold what this person's pending commands
 * make of them. Whoever writes brings the transaction.
 */
export const overlayOf = (table: TableName): string => `${table}_overlay`

/** Writes the service's row unless the cache holds a newer version of it. Answers whether it was written. */
export function putBase<Name extends TableName>(db: Database, table: Name, row: RowOf<Name>): boolean {
  const isWritten = statement(db, upsertSql(table)).run(...toColumns(table, row)).changes > 0
  if (isWritten && table === 'forms') refreshFieldsOf(db, row as RowOf<'forms'>)
  return isWritten
}

/** Takes the service's row away (gone, or out of this person's scope). Answers whether it was there. */
export const deleteBase = (db: Database, table: TableName, id: string): boolean =>
  statement(db, `DELETE FROM ${table} WHERE id = ?`).run(id).changes > 0

export const getBase = <Name extends TableName>(db: Database, table: Name, id: string): RowOf<Name> | undefined =>
  readRow(db, table, table, id)

/** The row as this desk shows it: with the person's own pending changes. */
export const getEffective = <Name extends TableName>(db: Database, table: Name, id: string): RowOf<Name> | undefined =>
  readRow(db, table, overlayOf(table), id) ?? readRow(db, table, table, id)

/** Sets what pending commands make of a record; null lets the service's row show again. */
export function replaceOverlay<Name extends TableName>(db: Database, record: RecordRef<Name>, row: RowOf<Name> | null): void {
  const overlay = overlayOf(record.table)
  statement(db, `DELETE FROM ${overlay} WHERE id = ?`).run(record.id)
  if (row) statement(db, insertSql(overlay, record.table)).run(...toColumns(record.table, row))
}

/** Effective rows whose column has a value: own pending rows first replace, then join the service's. */
export function effectiveWhere<Name extends TableName>(db: Database, table: Name, column: string, value: string): readonly RowOf<Name>[] {
  const overlay = overlayOf(table)
  const rows = statement(
    db,
    `SELECT * FROM ${table} WHERE ${column} = ? AND id NOT IN (SELECT id FROM ${overlay})
     UNION ALL SELECT * FROM ${overlay} WHERE ${column} = ?`,
  ).all(value, value) as Record<string, unknown>[]
  return rows.map(row => fromColumns(table, row) as RowOf<Name>)
}

export function effectiveAll<Name extends TableName>(db: Database, table: Name): readonly RowOf<Name>[] {
  const overlay = overlayOf(table)
  const sql = `SELECT * FROM ${table} WHERE id NOT IN (SELECT id FROM ${overlay}) UNION ALL SELECT * FROM ${overlay}`
  return (statement(db, sql).all() as Record<string, unknown>[]).map(row => fromColumns(table, row) as RowOf<Name>)
}

function readRow<Name extends TableName>(db: Database, table: Name, from: string, id: string): RowOf<Name> | undefined {
  const found = statement(db, `SELECT * FROM ${from} WHERE id = ?`).get(id) as Record<string, unknown> | undefined
  return found && (fromColumns(table, found) as RowOf<Name>)
}

export function insertSql(into: string, table: TableName): string {
  const names = columnNamesOf(table)
  return `INSERT INTO ${into} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}

function upsertSql(table: TableName): string {
  const sets = columnNamesOf(table).map(name => `${name} = excluded.${name}`)
  return `${insertSql(table, table)} ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')} WHERE excluded.version >= ${table}.version`
}
