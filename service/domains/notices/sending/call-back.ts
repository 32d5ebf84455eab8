import { sql, type Kysely } from 'kysely'
import type { NoticeId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { PrintCentre } from '../print-centre/print-centre.ts'
import type { Attempt } from './attempt.ts'
import { lettersIn } from './letters-in.ts'
import { recordSent, type SentOutcome } from './record-sent.ts'

export interface CallBackParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly printCentre: PrintCentre | null
}

const LETTERS_AT_ONCE = 100

export const cancelled = (runId: NoticeRunId, { noticeId, attempt }: Attempt): SentOutcome => ({ runId, noticeId, attempt, state: 'cancelled', letterId: null, sha256: null, postedDay: null, reason: null })

interface HandedLetter extends Attempt {
  readonly letterId: string
}

/** Calls back what still waits at the print centre of a run that was ended; what is on its way there stays as it is. How many came back. */
export async function callBack(parts: CallBackParts, runId: NoticeRunId, mayGoOn: () => Promise<boolean>): Promise<number> {
  const { db, townId, clock, printCentre } = parts
  if (!printCentre) return 0
  let count = 0
  let after: NoticeId | null = null
  while (await mayGoOn()) {
    const letters: readonly HandedLetter[] = await handedLetters(parts, runId, after)
    const last = letters.at(-1)
    if (!last) break
    const back = await printCentre.callBack(letters.map(({ letterId }) => letterId))
    count += await db.transaction().execute(async trx => {
      // Asked in this moment, the print centre may already have said that it will not print them.
      const called = await lettersIn(trx, townId, ['handed-over', 'failed'], letters.filter(({ letterId }) => back.has(letterId)))
      await recordSent(trx, townId, instantFromMs(clock.nowMs()), called.map(letter => cancelled(runId, letter)))
      for (const { noticeId, attempt } of called)
        await trx.updateTable('notice_letters').set({ state: 'cancelled' }).where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt).execute()
      return called.length
    })
    after = last.noticeId
  }
  return count
}

/** The next letters of a run that the print centre has and has not sent on. */
async function handedLetters({ db, townId }: CallBackParts, runId: NoticeRunId, after: NoticeId | null): Promise<readonly HandedLetter[]> {
  const { rows } = await sql<HandedLetter>`
    select notice_id as "noticeId", attempt, letter_id as "letterId" from notice_letters
    where town_id = ${townId} and run_id = ${runId} and state = 'handed-over' and letter_id is not null and notice_id > ${after ?? ''} order by notice_id limit ${LETTERS_AT_ONCE}`.execute(db)
  return rows
}
