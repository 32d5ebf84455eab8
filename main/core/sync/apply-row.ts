import type { RecordRef } from '../../../shared/command.ts'
import type { Json } from '../../../shared/json.ts'
import { columnName } from '../../../shared/table.ts'
import { isTableName, TABLE_NAMES, TABLES, tableOf, type AnyRow, type TableName } from '../../../shared/tables.ts'
import { sqliteCode } from '../cache/connection.ts'
import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'
import { deleteBase, getBase, putBase } from '../cache/rows.ts'

export interface ArrivedRow {
  readonly table: string
  readonly id: string
  readonly position: number
  readonly row: Readonly<Record<string, Json>>
}

/** Tables whose rows live and die with their application. */
const CHILD_TABLES = TABLE_NAMES.filter(name => TABLES[name].deskHolds === 'with-its-application')

/**
 * Puts a row from the service into base. A row this version cannot read is parked, fields it does not know are kept aside;
 * neither is lost and neither reaches a screen. A row never replaces a newer version of itself.
 */
export function storeRow(db: Database, arrived: ArrivedRow): readonly RecordRef[] {
  const { table, id, row } = arrived
  const parsed = isTableName(table) ? tableOf(table).schema.safeParse(row) : undefined
  if (!isTableName(table) || !parsed?.success || parsed.data.id !== id) {
    park(db, arrived)
    return []
  }
  if (!attemptPut(db, table, parsed.data)) {
    park(db, arrived)
    return []
  }
  keepUnknownFields(db, table, parsed.data, row)
  // The virus scanner has found something after the file had gone out.
  if (table === 'attachments' && row['scan'] === 'infected') dropBytes(db, id)
  return [{ table, id }]
}

/** Whether the row went in; a row that contradicts another (the same receipt number twice) does not. */
function attemptPut(db: Database, table: TableName, row: AnyRow): boolean {
  try {
    putBase(db, table, row)
    return true
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

const scopeIn = (row: ArrivedRow['row']): string => (typeof row['scope'] === 'string' ? row['scope'] : '')

function park(db: Database, { table, id, position, row }: ArrivedRow): void {
  statement(db, 'INSERT OR REPLACE INTO parked (table_name, record_id, scope, position, row) VALUES (?, ?, ?, ?, ?)')
    .run(table, id, scopeIn(row), position, JSON.stringify(row))
}

/** Tries rows once parked again: after an update this version may read them. One that still does not fit is parked again. */
export function unpark(db: Database): readonly RecordRef[] {
  const parked = statement(db, 'SELECT table_name AS "table", record_id AS id, position, row FROM parked').all() as
    (Omit<ArrivedRow, 'row'> & { readonly row: string })[]
  statement(db, 'DELETE FROM parked').run()
  return parked.flatMap(({ row, ...arrived }) => storeRow(db, { ...arrived, row: JSON.parse(row) as ArrivedRow['row'] }))
}

export const parkedCount = (db: Database): number => statement(db, 'SELECT count(*) FROM parked').pluck().get() as number

function keepUnknownFields(db: Database, table: TableName, row: AnyRow, raw: ArrivedRow['row']): void {
  const columns = tableOf(table).columns as Readonly<Record<string, unknown>>
  const unknown = Object.entries(raw).filter(([field]) => !Object.hasOwn(columns, field))
  if (unknown.length === 0) return
  statement(db, 'INSERT OR REPLACE INTO unknown_fields (table_name, record_id, scope, fields) VALUES (?, ?, ?, ?)')
    .run(table, row.id, row.scope, JSON.stringify(Object.fromEntries(unknown)))
}

/**
 * Takes a row that left a scope or was deleted out of base, an application with all that belongs to it. A row that has
 * meanwhile come in by another scope, or is newer, stays.
 */
export function removeRow(db: Database, scope: string, { table, id, position }: Omit<ArrivedRow, 'row'>): readonly RecordRef[] {
  statement(db, 'DELETE FROM parked WHERE table_name = ? AND record_id = ? AND position <= ?').run(table, id, position)
  if (!isTableName(table)) return []
  const row = getBase(db, table, id)
  if (!row || row.scope !== scope || row.version > position) return []
  deleteBase(db, table, id)
  statement(db, 'DELETE FROM unknown_fields WHERE table_name = ? AND record_id = ?').run(table, id)
  const children = table === 'applications' ? childrenOf(db, id) : []
  const gone = children.flatMap(child => removeRow(db, scope, { ...child, position }))
  if (table === 'attachments') dropBytes(db, id)
  return [{ table, id }, ...gone]
}

/** The bytes of a file; those that are still on their way from here stay until they are settled. */
function dropBytes(db: Database, id: string): void {
  statement(db, 'DELETE FROM blobs WHERE id = ?').run(id)
  statement(db, 'DELETE FROM uploads WHERE id = ? AND is_sent = 1').run(id)
}

/** The rows that belong to an application, as far as this desk holds them. */
export const childrenOf = (db: Database, applicationId: string): readonly RecordRef[] =>
  CHILD_TABLES.flatMap(table =>
    (statement(db, `SELECT id FROM ${table} WHERE ${columnName('applicationId')} = ?`).pluck().all(applicationId) as string[])
      .map(id => ({ table, id })))

/** Takes all rows of a scope off this disk. */
export function removeScope(db: Database, scope: string): readonly RecordRef[] {
  const gone = TABLE_NAMES.flatMap(table =>
    (statement(db, `SELECT id FROM ${table} WHERE scope = ?`).pluck().all(scope) as string[]).map(id => ({ table, id })))
  statement(db, `DELETE FROM blobs WHERE id IN (SELECT id FROM attachments WHERE scope = ?)`).run(scope)
  statement(db, `DELETE FROM uploads WHERE is_sent = 1 AND id IN (SELECT id FROM attachments WHERE scope = ?)`).run(scope)
  for (const { table, id } of gone) deleteBase(db, table, id)
  for (const table of ['parked', 'unknown_fields', 'scopes']) statement(db, `DELETE FROM ${table} WHERE scope = ?`).run(scope)
  return gone
}
