import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { columnName, fieldsOf, type ColumnKind } from '../../../shared/table.ts'
import { tableOf, type TableName } from '../../../shared/tables.ts'
import type { Schema } from '../../store/schema.ts'

/** Rows per question: large enough that few are asked, small enough that others are served in between. */
const PAGE_ROWS = 1_000

/** The field that travels on a line of its own and is never parsed. */
const OWN_LINE = 'form'

export interface SnapshotPage {
  /** Lines with their line ends, ready to be sent. */
  readonly text: string
  readonly rowCount: number
  /** Where the next page goes on, undefined after the last. */
  readonly lastId: string | undefined
}

/** The next rows of a table within a scope, ordered by id. The database writes the JSON: nothing is parsed on the way. */
export async function readSnapshotPage(
  db: Kysely<Schema>,
  place: { readonly townId: TownId; readonly scope: string; readonly table: TableName; readonly after: string },
): Promise<SnapshotPage> {
  const { rows } = await sql<{ id: string; line: string; form: string | null }>`
    select id, json_build_array(${sql.join(valuesOf(place.table))})::text as line, ${formText(place.table)} as form
    from ${sql.table(place.table)}
    where town_id = ${place.townId} and scope = ${place.scope} and id > ${place.after}
    order by id limit ${PAGE_ROWS}`.execute(db)
  const text = rows.map(({ line, form }) => (form === null ? `${line}\n` : `${line}\n${form}\n`)).join('')
  return { text, rowCount: rows.length, lastId: rows.length === PAGE_ROWS ? rows.at(-1)?.id : undefined }
}

const hasForm = (table: TableName): boolean => fieldsOf(tableOf(table)).includes(OWN_LINE)

const formText = (table: TableName): RawBuilder<string | null> => (hasForm(table) ? sql`form::text` : sql`null::text`)

function valuesOf(table: TableName): readonly RawBuilder<unknown>[] {
  const columns: Readonly<Record<string, ColumnKind>> = tableOf(table).columns
  return fieldsOf(tableOf(table)).map(field => (field === OWN_LINE ? sql`null` : valueOf(columnName(field), columns[field])))
}

function valueOf(column: string, kind: ColumnKind | undefined): RawBuilder<unknown> {
  if (kind !== 'instant') return sql.ref(column)
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** How many rows a scope has in all tables, or those still to come of a first load under way. */
export async function countSnapshotRows(
  db: Kysely<Schema>,
  { townId, scope, tables }: { readonly townId: TownId; readonly scope: string; readonly tables: readonly TableName[] },
): Promise<number> {
  const counts = tables.map(
    table => sql`(select count(*) from ${sql.table(table)} where town_id = ${townId} and scope = ${scope})`,
  )
  const { rows } = await sql<{ rows: number | string }>`select ${sql.join(counts, sql` + `)} as rows`.execute(db)
  return Number(rows[0]?.rows ?? 0)
}
