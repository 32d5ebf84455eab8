import { sql } from 'kysely'
import type { Completion } from '../../commands/context.ts'
import type { NoticeId, NoticeRunId } from '../../../shared/ids.ts'
import { loadRunRows } from './run-rows.ts'

/** What failed waits again; its next attempt has a number of its own, and with it another name at the print centre. */
export const withFailedWaiting: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const runIds: readonly NoticeRunId[] = changes.flatMap(change => (change.table === 'notice_runs' ? [change.row.id] : []))
  const { rows } = await sql<{ readonly id: NoticeId }>`
    select id from notices where town_id = ${townId} and run_id = any(${runIds}::text[]) and sent ->> 'state' = 'failed' order by id`.execute(trx)
  const found = await loadRunRows(trx, townId, { notices: rows.map(({ id }) => id) }, true)
  return [...changes, ...rows.flatMap(({ id }) => { const notice = found.notice(id); return notice ? [{ table: 'notices' as const, row: { ...notice, sent: null } }] : [] })]
}
