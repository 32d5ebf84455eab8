import { sql, type Transaction } from 'kysely'
import type { NoticeRun } from '../../shared/domains/notices/tables.ts'
import type { RecordRef } from '../../shared/command.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import type { Origin } from './commit.ts'
import { eraseRecords } from './erase.ts'
import { loadRecords } from './records.ts'
import type { Schema } from './schema.ts'

/** What the service keeps of each notice beside its row. */
const KEPT_OF_NOTICES = ['notice_letters', 'notice_checks', 'notice_files', 'notice_provisions'] as const

/**
 * Takes a run with all its notices out of the town: rows, files, attempts, what was found in the letters, what lay in mailboxes.
 * Agreements of its kind that were withdrawn before `withdrawnBefore`, and on which nothing hangs any more, go with it.
 */
export async function eraseNoticeRun(trx: Transaction<Schema>, origin: Origin, run: NoticeRun, withdrawnBefore: Instant): Promise<void> {
  const { townId } = origin
  const { rows: notices } = await sql<{ readonly id: string }>`select id from notices where town_id = ${townId} and run_id = ${run.id} order by number`.execute(trx)
  const ids = notices.map(({ id }) => id)
  const records = await rowsOf(trx, townId, ids.map(id => ({ table: 'notices', id })))
  for (const table of KEPT_OF_NOTICES) await sql`delete from ${sql.table(table)} where town_id = ${townId} and notice_id = any(${ids}::text[])`.execute(trx)
  await sql`delete from jobs where town_id = ${townId} and payload ->> 'noticeId' = any(${ids}::text[])`.execute(trx)
  const consents = await withdrawnConsents(trx, townId, run.kindId, withdrawnBefore)
  await sql`delete from consent_keys where town_id = ${townId} and consent_id = any(${consents}::text[])`.execute(trx)
  await eraseRecords(trx, origin, [...records, { table: 'notice_runs', row: run }, ...await rowsOf(trx, townId, consents.map(id => ({ table: 'mailbox_consents', id })))])
}

async function withdrawnConsents(trx: Transaction<Schema>, townId: string, kindId: string, before: Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select c.id from mailbox_consents c where c.town_id = ${townId} and c.kind_id = ${kindId} and c.withdrawn_at < ${before}
      and not exists (select from notice_provisions p where p.town_id = c.town_id and p.consent_id = c.id)`.execute(trx)
  return rows.map(({ id }) => id)
}

async function rowsOf(trx: Transaction<Schema>, townId: Origin['townId'], records: readonly RecordRef[]): Promise<readonly { readonly table: TableName; readonly row: RowOf<TableName> }[]> {
  const found = await loadRecords(trx, townId, records, true)
  return records.flatMap(({ table, id }) => { const row = found.get(`${table}/${id}`); return row ? [{ table, row }] : [] })
}
