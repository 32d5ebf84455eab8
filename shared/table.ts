import * as z from 'zod'

/**
 * How a field is kept in a column: `instant` is an ISO text on the wire and in SQLite and a timestamptz in PostgreSQL;
 * `json` travels as JSON and is kept as text or jsonb.
 */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'instant' | 'json'

/** What a desk keeps of a table; older rows are asked for online. */
export type DeskHolds = 'all-of-scope' | 'with-its-application'

/** Every synced row has these three. `version` is the feed position that wrote it, 0 while only a desk knows the row. */
export const rowBase = {
  id: z.string().min(1).max(80),
  scope: z.string().min(1).max(80),
  version: z.int().min(0),
}

export interface RowBase {
  readonly id: string
  readonly scope: string
  readonly version: number
}

export interface Table<Name extends string, Row extends RowBase> {
  /** Plural snake_case, the same in PostgreSQL, in SQLite and on the wire. */
  readonly name: Name
  readonly schema: z.ZodType<Row>
  readonly columns: Readonly<Record<keyof Row & string, ColumnKind>>
  readonly deskHolds: DeskHolds
}

export const defineTable = <Name extends string, Row extends RowBase>(table: Table<Name, Row>): Table<Name, Row> => table

/** `receivedAt` → `received_at` */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The fields of a table in the fixed order in which row arrays travel: key first, the rest as declared. */
export const fieldsOf = (table: { readonly columns: Readonly<Record<string, ColumnKind>> }): readonly string[] =>
  Object.keys(table.columns)
