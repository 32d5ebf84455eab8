import { CompiledQuery, sql, type Kysely } from 'kysely'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { TABLE_NAMES, type TableName } from '../../shared/tables.ts'
import type { SnapshotHead } from '../../shared/wire/streams.ts'
import type { Access } from './access.ts'
import { columnsOf } from './records.ts'
import type { Schema } from './schema.ts'

export interface SnapshotPageQuery {
  readonly scope: string
  readonly table: TableName
  /** The last id of the page before; the empty text for the first page. */
  readonly after: string
  readonly limit: number
}

export interface SnapshotPage {
  /** Lines as `shared/wire/streams.ts` describes, each ended by a line feed. */
  readonly lines: string
  readonly count: number
  /** Where the next page begins; null when this was the last. */
  readonly last: string | null
}

/** The first line of a snapshot: the position to pull from afterwards, taken before any row is read. */
export async function readSnapshotHead(db: Kysely<Schema>, access: Access, scope: string): Promise<Result<SnapshotHead>> {
  const scopeEpoch = access.scopes.get(scope)
  if (scopeEpoch === undefined) return refuse('sync/scope-forbidden')
  const { townId } = access.actor
  const counts = TABLE_NAMES.map(
    table => sql`(select count(*) from ${sql.table(table)} where town_id = ${townId} and scope = ${scope})`,
  )
  const { rows } = await sql<{ position: number; epoch: string; estimate: number }>`
    select head.position, dataset.epoch, (${sql.join(counts, sql` + `)}) as estimate
    from town_heads head cross join dataset where head.town_id = ${townId}`.execute(db)
  const [head] = rows
  if (!head) throw new Error(`town ${townId} has no head row`)
  return ok({ kind: 'head', scope, scopeEpoch, datasetEpoch: head.epoch, position: head.position, estimate: head.estimate })
}

/** One page of a table's rows in a scope, by id; the database writes the lines itself, nothing is parsed here. */
export async function readSnapshotPage(db: Kysely<Schema>, access: Access, query: SnapshotPageQuery): Promise<Result<SnapshotPage>> {
  if (!access.scopes.has(query.scope)) return refuse('sync/scope-forbidden')
  const parameters = [access.actor.townId, query.scope, query.after, query.limit]
  const { rows } = await db.executeQuery<{ lines: string | null; count: number; last: string | null }>(
    CompiledQuery.raw(pageSql(query.table), parameters),
  )
  const page = rows[0] ?? { lines: null, count: 0, last: null }
  return ok({ lines: page.lines ?? '', count: page.count, last: page.count < query.limit ? null : page.last })
}

function pageSql(table: TableName): string {
  const columns = columnsOf(table)
  const values = columns.map(({ field, column, kind }) => {
    if (field === 'form') return 'null'
    return kind === 'instant' ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : column
  })
  const formLine = columns.some(({ field }) => field === 'form') ? ` || E'\\n' || form::text` : ''
  return `select string_agg(line, '' order by id) as lines, count(*) as count, max(id) as last from (
    select id, json_build_array(${values.join(', ')})::text${formLine} || E'\\n' as line
    from "${table}" where town_id = $1 and scope = $2 and id > $3 order by id limit $4
  ) page`
}
