import { sql, type Kysely, type RawBuilder } from 'kysely'
import { germanDay } from '../../../../shared/german-days.ts'
import type { SentState } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { LetterStatus, PrintCentre } from '../print-centre/print-centre.ts'
import type { Attempt } from './attempt.ts'
import { lettersIn } from './letters-in.ts'
import { recordSent, type SentOutcome } from './record-sent.ts'

export interface AskParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly printCentre: PrintCentre
  /** So soon a letter that has just been handed over is asked about. */
  readonly soonestMs: number
}

const LETTERS_AT_ONCE = 100
/** A letter is asked about again after a tenth of its age: often on its first day, seldom after a week. */
const SHARE_OF_AGE = 10
const LATEST_MS = 12 * 3_600_000

/** Whether it is time to ask about a row of `notice_letters`. */
export const dueAgain = (now: Instant, soonestMs: number): RawBuilder<boolean> => sql<boolean>`
  coalesce(asked_at, handed_over_at) + least(greatest((${now}::timestamptz - handed_over_at) / ${SHARE_OF_AGE}::int, ${soonestMs}::int * interval '1 ms'), ${LATEST_MS}::int * interval '1 ms') <= ${now}::timestamptz`

const STATES: ReadonlyMap<number, SentState> = new Map([[1, 'handed-over'], [2, 'processed'], [3, 'at-print-centre'], [4, 'dispatched'], [99, 'failed']])

interface Asked extends Attempt {
  readonly runId: NoticeRunId
  readonly letterId: string
  readonly status: number
}

/** Asks how far letters are that were handed over and not posted yet, where it is time; how many of them are further. */
export async function askStates(parts: AskParts, mayGoOn: () => Promise<boolean>): Promise<number> {
  let changed = 0
  while (await mayGoOn()) {
    const due = await dueLetters(parts)
    if (due.length === 0) break
    const known = new Map((await parts.printCentre.statusesOf(due.map(({ letterId }) => letterId))).map(status => [status.letterId, status]))
    changed += await recordStates(parts, due, known)
  }
  return changed
}

async function dueLetters({ db, townId, clock, soonestMs }: AskParts): Promise<readonly Asked[]> {
  const now = instantFromMs(clock.nowMs())
  const { rows } = await sql<Asked>`
    select run_id as "runId", notice_id as "noticeId", attempt, letter_id as "letterId", status from notice_letters
    where town_id = ${townId} and state = 'handed-over' and ${dueAgain(now, soonestMs)}
    order by asked_at nulls first, notice_id limit ${LETTERS_AT_ONCE}`.execute(db)
  return rows
}

async function recordStates({ db, townId, clock }: AskParts, due: readonly Asked[], known: ReadonlyMap<string, LetterStatus>): Promise<number> {
  const now = instantFromMs(clock.nowMs())
  const news = due.flatMap(asked => {
    const said = known.get(asked.letterId)
    return said && said.status !== asked.status && STATES.has(said.status) ? [{ asked, said }] : []
  })
  return db.transaction().execute(async trx => {
    const open = new Set(await lettersIn(trx, townId, ['handed-over'], news.map(({ asked }) => asked)))
    const changed = news.filter(({ asked }) => open.has(asked))
    if (changed.length > 0) await recordSent(trx, townId, now, changed.map(({ asked, said }) => outcomeOf(asked, said, now)))
    for (const { asked, said } of changed) {
      const state = said.status === 4 ? 'dispatched' : said.status === 99 ? 'failed' : 'handed-over'
      await trx.updateTable('notice_letters').set({ status: said.status, state, ...(said.status === 99 && { problem: said.reason }) })
        .where('town_id', '=', townId).where('notice_id', '=', asked.noticeId).where('attempt', '=', asked.attempt).execute()
    }
    await sql`update notice_letters set asked_at = ${now} where town_id = ${townId} and letter_id = any(${due.map(({ letterId }) => letterId)}::text[])`.execute(trx)
    return changed.length
  })
}

/** Where the print centre does not say when it was posted, it was at the latest today: a later day never costs the recipient time. */
const outcomeOf = ({ runId, noticeId, attempt, letterId }: Asked, { status, postedDay, reason }: LetterStatus, now: Instant): SentOutcome => ({
  runId, noticeId, attempt, letterId, sha256: null, state: STATES.get(status) ?? 'handed-over', postedDay: status === 4 ? (postedDay ?? germanDay(now)) : null, reason: status === 99 ? (reason ?? '99') : null,
})
