import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { isReplaced } from '../../../shared/domains/notices/correct-command.ts'
import { repeatFailed } from '../../../shared/domains/notices/release-commands.ts'
import type { Notice } from '../../../shared/domains/notices/tables.ts'
import type { NoticeId, NoticeRunId, TownId } from '../../../shared/ids.ts'
import type { Completion, Guards } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'
import { isGoing } from './corrections/guard-replacement.ts'
import { loadRunRows } from './run-rows.ts'

/** Where another notice stands in the place of each that failed, nothing is left to repeat. */
export const hasLettersToRepeat: Guards = async (trx, { input, moment: { actor } }) => {
  const { runId } = repeatFailed.input.parse(input)
  if (await isAnyFailed(trx, actor.townId, runId)) return null
  return (await failedOf(trx, actor.townId, runId)).length > 0 ? null : { code: 'notices/nothing-failed' }
}

/** What failed waits again; its next attempt has a number of its own, and with it another name at the print centre. */
export const withFailedWaiting: Completion = async (trx, { changes, state, input, moment: { actor } }) => {
  const { runId } = repeatFailed.input.parse(input)
  const again = await failedOf(trx, actor.townId, runId)
  // Those in whose place another stands stay what they are.
  const failed = (state.get('notice_runs', runId)?.tally.failed ?? 0) - again.length
  const counted = changes.map((change): Change => (change.table === 'notice_runs' ? { ...change, row: { ...change.row, tally: { ...change.row.tally, failed } } } : change))
  return [...counted, ...again.map(notice => ({ table: 'notices' as const, row: { ...notice, sent: null } }))]
}

/** Whether a notice `f` of a run failed and no other replaces it or is about to. */
const failedIn = (townId: TownId, runId: NoticeRunId): RawBuilder<boolean> => sql<boolean>`
  f.town_id = ${townId} and f.run_id = ${runId} and f.sent ->> 'state' = 'failed' and not exists (
    select from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id where n.town_id = f.town_id and n.replaces = f.id and ${isGoing})`

/** Whether one failed that was never said to be replaced: nearly always there is one, and nothing has to be loaded to know it. */
async function isAnyFailed(trx: Transaction<Schema>, townId: TownId, runId: NoticeRunId): Promise<boolean> {
  const { rows } = await sql`select from notices f where ${failedIn(townId, runId)} and not f.facts @> '[{"kind": "replaced"}]' limit 1`.execute(trx)
  return rows.length > 0
}

/** What failed of a run, but for those that another notice replaces or is about to; locked until the transaction ends. */
async function failedOf(trx: Transaction<Schema>, townId: TownId, runId: NoticeRunId): Promise<readonly Notice[]> {
  const { rows } = await sql<{ readonly id: NoticeId }>`select f.id from notices f where ${failedIn(townId, runId)} order by f.id`.execute(trx)
  const found = await loadRunRows(trx, townId, { notices: rows.map(({ id }) => id) }, true)
  return rows.flatMap(({ id }) => found.notice(id) ?? []).filter(notice => !isReplaced(notice))
}
