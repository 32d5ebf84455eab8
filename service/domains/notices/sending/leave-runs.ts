import { CHANNELS } from '../../../../shared/domains/notices/channels.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { loadRunRows } from '../run-rows.ts'
import { cancelWaiting, close } from './end-runs.ts'
import type { InEveryRun } from './in-every-run.ts'
import { provideAll, waitForPrinting, type LeaveParts } from './leave-otherwise.ts'
import { mayLeave, openRuns, waitingAttempts } from './open-runs.ts'

interface Parts extends LeaveParts {
  readonly inEveryRun: InEveryRun
  /** So many letters are in hand at once. */
  readonly lettersAtOnce: number
}

type MayGoOn = () => Promise<boolean>

const WITHOUT_POST = CHANNELS.filter(channel => channel !== 'post')

/** Does for all runs what needs no print centre: fills mailboxes, hands over for printing, and gives up what waits where a run was ended. How many letters came to an end. */
export async function leaveRuns(parts: Parts, mayGoOn: MayGoOn): Promise<number> {
  return parts.inEveryRun(await openRuns(parts.db, parts.townId, instantFromMs(parts.clock.nowMs())), runId => leaveRun(parts, runId, mayGoOn))
}

async function leaveRun(parts: Parts, runId: NoticeRunId, mayGoOn: MayGoOn): Promise<number> {
  let count = 0
  while (await mayGoOn()) {
    const run = (await loadRunRows(parts.db, parts.townId, { runs: [runId] }, false)).run(runId)
    if (run?.cancelled && !run.handedOverAt) return count + (await cancelWaiting(parts, runId, mayGoOn))
    if (!mayLeave(run, instantFromMs(parts.clock.nowMs()))) return count
    const next = await waitingAttempts(parts.db, parts.townId, runId, parts.lettersAtOnce, WITHOUT_POST)
    if (next.length === 0) return count + (await close(parts, runId))
    count += await waitForPrinting(parts, runId, next.filter(({ channel }) => channel === 'here'))
    count += await provideAll(parts, run, next.filter(({ channel }) => channel === 'mailbox'))
  }
  return count
}
