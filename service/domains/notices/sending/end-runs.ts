import type { NoticeRunId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRunRows } from '../run-rows.ts'
import { cancelled, type CallBackParts } from './call-back.ts'
import { begunAttempts, unprintedAttempts, waitingAttempts } from './open-runs.ts'
import { recordSent } from './record-sent.ts'

type EndParts = Pick<CallBackParts, 'db' | 'townId' | 'clock'>

/** Letters that are given up together when a run is ended. */
const CANCELLED_AT_ONCE = 100

/** What has not left a run that was ended never does; how many these are. */
export async function cancelWaiting({ db, townId, clock }: EndParts, runId: NoticeRunId, mayGoOn: () => Promise<boolean>): Promise<number> {
  let count = 0
  while (await mayGoOn()) {
    const given = await db.transaction().execute(async trx => {
      // Once it is locked nobody else gives the same ones up.
      await loadRunRows(trx, townId, { runs: [runId] }, true)
      const waiting = [...await waitingAttempts(trx, townId, runId, CANCELLED_AT_ONCE), ...await unprintedAttempts(trx, townId, runId, CANCELLED_AT_ONCE)]
      await recordSent(trx, townId, instantFromMs(clock.nowMs()), waiting.map(attempt => cancelled(runId, attempt)))
      return waiting.length
    })
    if (given === 0) break
    count += given
  }
  return count
}

/** Ends a run where nothing waits any more; how many it ended. */
export async function close({ db, townId, clock }: EndParts, runId: NoticeRunId): Promise<number> {
  const now = instantFromMs(clock.nowMs())
  return db.transaction().execute(async trx => {
    const run = (await loadRunRows(trx, townId, { runs: [runId] }, true)).run(runId)
    // Failed ones may have been put back to wait in this moment; without a print centre what goes by post waits on.
    if (!run || run.handedOverAt || (await waitingAttempts(trx, townId, runId, 1)).length > 0 || (await begunAttempts(trx, townId, runId)).length > 0) return 0
    await commitChanges(trx, { townId, actor: null, action: 'notices.handed-over', commandId: null, at: now }, [{ table: 'notice_runs', row: { ...run, handedOverAt: now } }])
    return 1
  })
}
