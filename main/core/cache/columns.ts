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
  /** The field it follows from. */
  readonly from: string
  readonly value: (value: unknown) => string
}

/** Stands after every instant, so that cases without a due day come last. */
const NEVER = '9999'

const folded = (value: unknown): string => sortKey(typeof value === 'string' ? value : '')
const orNever = (value: unknown): string => (typeof value === 'string' ? value : NEVER)

const DERIVED: Partial<Record<TableName, readonly DerivedColumn[]>> = {
  applications: [
    { name: 'subject_sort', from: 'subject', value: folded },
    { name: 'applicant_sort', from: 'applicantName', value: folded },
    { name: 'locality_sort', from: 'locality', value: folded },
    { name: 'assignee_sort', from: 'assigneeName', value: folded },
    { name: 'due_sort', from: 'dueAt', value: orNever },
  ],
}

export const columnsOf = (table: TableName): readonly Column[] =>
  Object.entries(tableOf(table).columns).map(([field, kind]) => ({ field, name: columnName(field), kind }))

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
    ...derivedColumnsOf(table).map(({ from, value }) => value(fields[from])),
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
