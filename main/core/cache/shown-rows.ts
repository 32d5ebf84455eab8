import type { RowOf, TableName } from '../../../shared/tables.ts'
import { fromColumns } from './columns.ts'
import { overlayOf } from './rows.ts'

/** The service's rows that no pending change replaces, and what pending changes make of the others, where `condition` holds; each says in `pending` which it is. */
export const shownWhere = (table: TableName, condition: string, columns = '*'): string => `
  SELECT ${columns}, 0 AS pending FROM ${table} WHERE ${condition} AND id NOT IN (SELECT id FROM ${overlayOf(table)})
  UNION ALL SELECT ${columns}, 1 AS pending FROM ${overlayOf(table)} WHERE ${condition}`

/** One of them as a row. */
export function shownRow<Name extends TableName>(table: Name, found: unknown): RowOf<Name> & { readonly isPending: boolean } {
  const { pending, ...row } = found as Record<string, unknown>
  return { ...(fromColumns(table, row) as RowOf<Name>), isPending: pending === 1 }
}
