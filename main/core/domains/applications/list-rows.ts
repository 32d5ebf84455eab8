import { LIST_FIELDS, type ListBlock } from '../../../../shared/contract/applications.ts'
import { columnName } from '../../../../shared/table.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'

type ListRow = ListBlock['rows'][number]

const COLUMNS = LIST_FIELDS.map(columnName).join(', ')

/** A value of the form as it was given; the quotes of JSON and SQL are kept out of each other's way. */
const formValue = (key: string): string => (key.includes('"') ? 'NULL' : `json_extract(form, '$."${key.replaceAll("'", "''")}"')`)

/** Receipt numbers of the cases that own pending commands change. */
export const overlayNumbers = (db: Database): readonly number[] =>
  statement(db, 'SELECT number FROM applications_overlay').pluck().all() as number[]

/**
 * The list's columns of a case by its number. A hundred rows at random places are a hundred wide rows in as many pages; the
 * narrow index with the same columns fits into the memory of the system. Only values of the form need the wide row.
 */
export const listedRowSql = (formKeys: readonly string[]): string =>
  `SELECT ${columnsWith(formKeys)} FROM applications ${formKeys.length === 0 ? 'INDEXED BY applications_listed ' : ''}WHERE number = ?`

const columnsWith = (formKeys: readonly string[]): string => [COLUMNS, ...formKeys.map(formValue)].join(', ')

/** The list's columns of these cases in this order, own pending changes included. */
export function rowsByNumber(db: Database, numbers: Iterable<number>, formKeys: readonly string[] = []): ListBlock['rows'] {
  const overlaid = new Set(overlayNumbers(db))
  const base = statement(db, listedRowSql(formKeys)).raw()
  const overlay = statement(db, `SELECT ${columnsWith(formKeys)} FROM applications_overlay WHERE number = ?`).raw()
  const rows: ListRow[] = []
  for (const number of numbers) {
    const row = (overlaid.has(number) ? overlay : base).get(number) as ListRow | undefined
    if (row) rows.push(row)
  }
  return rows
}
