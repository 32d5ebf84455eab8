import { CompiledQuery, sql, type Kysely } from 'kysely'
import { recordKey, type RecordRef } from '../../shared/command.ts'
import type { TownId } from '../../shared/ids.ts'
import { columnName, fieldsOf, type ColumnKind } from '../../shared/table.ts'
import { TABLE_NAMES, tableOf, type RowOf, type TableName } from '../../shared/tables.ts'
import type { Schema } from './schema.ts'

const COLUMN_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  integer: 'bigint',
  boolean: 'boolean',
  instant: 'timestamptz',
  json: 'json',
}

const quoted = (name: string): string => `"${name}"`

/** A table's fields and their columns, in the order in which rows travel. */
export const columnsOf = (table: TableName): readonly { readonly field: string; readonly column: string; readonly kind: ColumnKind }[] =>
  Object.entries(tableOf(table).columns).map(([field, kind]) => ({ field, column: quoted(columnName(field)), kind }))

/** Columns read under their fields' names, so that what the driver gives is the row. */
const asFields = (table: TableName): string =>
  columnsOf(table)
    .map(({ field, column }) => `${column} as ${quoted(field)}`)
    .join(', ')

/**
 * `insert … select` of rows that come as one JSON text with the fields' own names; replaces rows of the same id.
 * `town`, `rows` and `version` are SQL expressions, `version` may name a column of `source`.
 */
export function upsertSql(table: TableName, source: { readonly town: string; readonly rows: string; readonly version: string; readonly from?: string }): string {
  const columns = columnsOf(table)
  const typed = columns.map(({ field, kind }) => `${quoted(field)} ${COLUMN_TYPES[kind]}`)
  const values = columns.map(({ field }) => (field === 'version' ? source.version : `r.${quoted(field)}`))
  const replaced = columns.filter(({ field }) => field !== 'id').map(({ column }) => `${column} = excluded.${column}`)
  return `insert into ${quoted(table)} (town_id, ${columns.map(({ column }) => column).join(', ')})
    select ${source.town}, ${values.join(', ')}
    from ${source.from ? `${source.from}, ` : ''}json_to_recordset(${source.rows}) as r(${typed.join(', ')})
    on conflict (town_id, id) do update set ${replaced.join(', ')}`
}

type Lock = boolean | 'share'

const LOCKING: Readonly<Record<`${Lock}`, string>> = { true: 'for update', share: 'for share', false: '' }

/**
 * The rows of these records that exist, by `recordKey`. With `lock` they stay as they are until the transaction ends, with
 * `'share'` others may hold them so at the same time; locks are taken in one order by everybody, so that two transactions never wait for each other.
 */
export async function loadRecords(
  trx: Kysely<Schema>,
  townId: TownId,
  records: readonly RecordRef[],
  lock: Lock,
): Promise<Map<string, RowOf<TableName>>> {
  const found = new Map<string, RowOf<TableName>>()
  for (const table of TABLE_NAMES) {
    const ids = records.filter(record => record.table === table).map(record => record.id)
    if (ids.length === 0) continue
    for (const row of await rowsOf(trx, townId, table, ids, lock)) found.set(recordKey({ table, id: row.id }), row)
  }
  return found
}

async function rowsOf(
  trx: Kysely<Schema>,
  townId: TownId,
  table: TableName,
  ids: readonly string[],
  lock: Lock,
): Promise<readonly RowOf<TableName>[]> {
  const statement = `select ${asFields(table)} from ${quoted(table)}
    where town_id = $1 and id = any($2::text[]) order by id ${LOCKING[`${lock}`]}`
  const { rows } = await trx.executeQuery<RowOf<TableName>>(CompiledQuery.raw(statement, [townId, ids]))
  return rows
}

/** Tables whose rows belong to an application and go where it goes. */
export const TABLES_OF_A_CASE: readonly TableName[] = TABLE_NAMES.filter(name => fieldsOf(tableOf(name)).includes('applicationId'))

/** Everything that belongs to these applications, locked. */
export async function loadChildren(
  trx: Kysely<Schema>,
  townId: TownId,
  applicationIds: readonly string[],
): Promise<readonly { readonly table: TableName; readonly row: RowOf<TableName> }[]> {
  const children: { table: TableName; row: RowOf<TableName> }[] = []
  for (const table of TABLES_OF_A_CASE) {
    const statement = `select ${asFields(table)} from ${quoted(table)}
      where town_id = $1 and application_id = any($2::text[]) order by id for update`
    const { rows } = await trx.executeQuery<RowOf<TableName>>(CompiledQuery.raw(statement, [townId, applicationIds]))
    children.push(...rows.map(row => ({ table, row })))
  }
  return children
}

export interface Standing {
  readonly scope: string
  readonly version: number
}

/** Scope and version of the records that exist, by `recordKey`, in one question; locks them. */
export async function standingsOf(
  trx: Kysely<Schema>,
  townId: TownId,
  records: readonly RecordRef[],
): Promise<ReadonlyMap<string, Standing>> {
  const tables = TABLE_NAMES.filter(table => records.some(record => record.table === table))
  if (tables.length === 0) return new Map()
  const parts = tables.map((table, index) => `${quoted(`at_${table}`)} as (
    select '${table}/' || id as key, scope, version from ${quoted(table)}
    where town_id = $1 and id = any($${index + 2}::text[]) order by id for update)`)
  const union = tables.map(table => `select * from ${quoted(`at_${table}`)}`).join(' union all ')
  const ids = tables.map(table => records.filter(record => record.table === table).map(record => record.id))
  const statement = CompiledQuery.raw(`with ${parts.join(', ')} ${union}`, [townId, ...ids])
  const { rows } = await trx.executeQuery<Standing & { key: string }>(statement)
  return new Map(rows.map(({ key, scope, version }) => [key, { scope, version }]))
}

/**
 * Writes many rows at once without feed and audit: only for building a town before anybody has loaded it. The caller
 * sets the town's head and `feed_pruned_to` to `version` or above.
 */
export async function fillTable(
  trx: Kysely<Schema>,
  townId: TownId,
  table: TableName,
  rows: readonly RowOf<TableName>[],
  version: number,
): Promise<void> {
  const statement = upsertSql(table, { town: '$1::text', rows: '$2::text::json', version: '$3::bigint' })
  await trx.executeQuery(CompiledQuery.raw(statement, [townId, JSON.stringify(rows), version]))
}

/** Puts a town's head after `fillTable`: whoever loads the town starts at `position`. */
export async function startFeedAt(trx: Kysely<Schema>, townId: TownId, position: number): Promise<void> {
  await sql`update town_heads set position = ${position}, feed_pruned_to = ${position}
    where town_id = ${townId} and position <= ${position}`.execute(trx)
}
