import { CompiledQuery, sql, type Transaction } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import { commitErasure, type Origin } from './commit.ts'
import { forgetPeople } from '../domains/people/forget-people.ts'
import { loadChildren, TABLES_OF_A_CASE } from './records.ts'
import type { Schema } from './schema.ts'

/**
 * Takes cases with everything that belongs to them out of the town: rows, files, mailboxes, their former versions in the
 * feed and in remembered answers. Desks are told by the feed and take them off their disks; the audit log keeps ids alone.
 */
export async function eraseCases(trx: Transaction<Schema>, origin: Origin, cases: readonly RowOf<'applications'>[]): Promise<void> {
  if (cases.length === 0) return
  const { townId } = origin
  const ids = cases.map(({ id }) => id)
  const children = await loadChildren(trx, townId, ids)
  await sql`set constraints all deferred`.execute(trx)
  await deleteRows(trx, townId, ids, children.flatMap(({ table, row }) => (table === 'attachments' || table === 'conversation_files' ? [row.id] : [])))
  const records = [...children, ...cases.map(row => ({ table: 'applications' as const, row }))]
  await forgetVersions(trx, townId, records.map(({ row }) => row.id))
  await forgetAnswers(trx, townId, ids)
  await forgetPeople(trx, townId, [...new Set(cases.map(({ personId }) => personId))])
  await commitErasure(trx, origin, records.map(({ table, row: { id, scope, version } }) => ({ table, id, scope, version })))
}

/** Takes records of any kind out of the town, with what they said before; those first on which no other of them hangs. */
export async function eraseRecords(trx: Transaction<Schema>, origin: Origin, records: readonly { readonly table: TableName; readonly row: RowOf<TableName> }[]): Promise<void> {
  const { townId } = origin
  for (const table of new Set(records.map(record => record.table))) {
    const ids = records.flatMap(record => (record.table === table ? [record.row.id] : []))
    await sql`delete from ${sql.table(table)} where town_id = ${townId} and id = any(${ids}::text[])`.execute(trx)
  }
  await forgetFormerVersions(trx, townId, records.map(({ row }) => row.id))
  await commitErasure(trx, origin, records.map(({ table, row: { id, scope, version } }) => ({ table, id, scope, version })))
}

/** Takes what records said before out of the feed and out of remembered answers; the records themselves stay. */
export async function forgetFormerVersions(trx: Transaction<Schema>, townId: TownId, ids: readonly string[]): Promise<void> {
  await forgetVersions(trx, townId, ids)
  await forgetAnswers(trx, townId, ids)
}

async function deleteRows(trx: Transaction<Schema>, townId: TownId, ids: readonly string[], files: readonly string[]): Promise<void> {
  for (const table of TABLES_OF_A_CASE)
    await trx.executeQuery(CompiledQuery.raw(`delete from "${table}" where town_id = $1 and application_id = any($2::text[])`, [townId, ids]))
  await sql`delete from applications where town_id = ${townId} and id = any(${ids}::text[])`.execute(trx)
  await sql`delete from blobs where town_id = ${townId} and id = any(${files}::uuid[])`.execute(trx)
  await sql`delete from submissions where town_id = ${townId} and application_id = any(${ids}::text[])`.execute(trx)
  // That the portal's submission was taken in is kept, for it must not come in again; whose it was is not.
  await sql`update fit_connect_submissions set application_id = null, reply_channel = null where town_id = ${townId} and application_id = any(${ids}::text[])`.execute(trx)
  // A letter's order holds the whole letter.
  await sql`delete from jobs where town_id = ${townId}
    and coalesce(payload->>'applicationId', payload->'order'->>'applicationId') = any(${ids}::text[])`.execute(trx)
}

/** A desk that was away never sees them again: that the records are gone comes later in the feed. */
async function forgetVersions(trx: Transaction<Schema>, townId: TownId, ids: readonly string[]): Promise<void> {
  await sql`select set_config('rathaus.pruning_feed', 'on', true)`.execute(trx)
  await sql`delete from feed where town_id = ${townId} and record_id = any(${ids}::text[])`.execute(trx)
  await sql`select set_config('rathaus.pruning_feed', 'off', true)`.execute(trx)
}

/** A refusal tells the rows as they stood; its verdict stays, the rows go. */
const forgetAnswers = (trx: Transaction<Schema>, townId: TownId, ids: readonly string[]): Promise<unknown> =>
  sql`update commands set answer = (answer::jsonb || '{"current": []}'::jsonb)::json
    where town_id = ${townId} and answer->>'kind' = 'refused'
      and exists (select from unnest(${ids}::text[]) as id where answer::text like '%' || id || '%')`.execute(trx)
