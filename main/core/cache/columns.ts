import { columnName, type ColumnKind } from '../../../shared/table.ts'
import { tableOf, type AnyRow, type TableName } from '../../../shared/tables.ts'
import { sortKey } from './sort-key.ts'

type SqlValue = string | number | null
type Fields = Readonly<Record<string, unknown>>

export interface Column {
  readonly field: string
  readonly name: string
  readonly kind: ColumnKind
}

/** A column that follows from others: the folded twin by which a text column is sorted. */
interface DerivedColumn {
  readonly name: string
  readonly value: (row: Fields) => SqlValue
}

/** Stands after every instant, so that cases without a due day come last. */
const NEVER = '9999'

const folded = (field: string) => (row: Fields) => sortKey(typeof row[field] === 'string' ? row[field] : '')

const DERIVED: Partial<Record<TableName, readonly DerivedColumn[]>> = {
  applications: [
    { name: 'subject_sort', value: folded('subject') },
    { name: 'applicant_sort', value: folded('applicantName') },
    { name: 'locality_sort', value: folded('locality') },
    { name: 'assignee_sort', value: folded('assigneeName') },
    { name: 'due_sort', value: row => (typeof row['dueAt'] === 'string' ? row['dueAt'] : NEVER) },
  ],
}

export const columnsOf = (table: TableName): readonly Column[] =>
  Object.entries(tableOf(table).columns).map(([field, kind]) => ({ field, name: columnName(field), kind: kind as ColumnKind }))

export const derivedColumnsOf = (table: TableName): readonly DerivedColumn[] => DERIVED[table] ?? []

/** The names of all columns of a cache table, in the order in which `toColumns` gives the values. */
export const columnNamesOf = (table: TableName): readonly string[] => [
  ...columnsOf(table).map(column => column.name),
  ...derivedColumnsOf(table).map(column => column.name),
]

/** A value of a row as its column keeps it. */
export function toColumn(kind: ColumnKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'boolean') return value === true ? 1 : 0
  return value as SqlValue
}

export function toColumns(table: TableName, row: AnyRow): readonly SqlValue[] {
  const fields = row as unknown as Fields
  return [
    ...columnsOf(table).map(column => toColumn(column.kind, fields[column.field])),
    ...derivedColumnsOf(table).map(column => column.value(fields)),
  ]
}

/** A row as its table declares it, from the columns of a cache table. What lies in the cache was checked on its way in. */
export function fromColumns(table: TableName, columns: Readonly<Record<string, unknown>>): AnyRow {
  const entries = columnsOf(table).map(({ field, name, kind }) => [field, fromColumn(kind, columns[name])] as const)
  return Object.fromEntries(entries) as unknown as AnyRow
}

function fromColumn(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return null
  if (kind === 'json') return JSON.parse(value as string) as unknown
  return kind === 'boolean' ? value === 1 : value
}
