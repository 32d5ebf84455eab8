import { sql, type Kysely, type Transaction } from 'kysely'
import type { Change } from '../../../../shared/command.ts'
import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import { MOST_FACTS, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import { NOTHING_SENT, type Notice, type NoticeRun, type Sent, type SentState, type Tally } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { derivedUuid, type NoticeId, type NoticeRunId, type TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { withReplaced } from '../corrections/replace.ts'
import { loadRunRows } from '../run-rows.ts'
import { dropFiles } from '../typeset/kept-files.ts'
import type { Attempt } from './attempt.ts'

/** What became of one attempt to send a notice. */
export interface SentOutcome {
  readonly runId: NoticeRunId
  readonly noticeId: NoticeId
  readonly attempt: number
  readonly state: SentState
  /** Null where nothing more is known than before. */
  readonly letterId: string | null
  readonly sha256: string | null
  readonly postedDay: string | null
  readonly reason: string | null
}

/** Writes into the notices what became of them and into their runs how many are how far, in the caller's transaction. */
export async function recordSent(trx: Transaction<Schema>, townId: TownId, now: Instant, outcomes: readonly SentOutcome[]): Promise<void> {
  const runIds = [...new Set(outcomes.map(({ runId }) => runId))]
  const rows = await loadRunRows(trx, townId, { runs: runIds, notices: outcomes.map(({ noticeId }) => noticeId) }, true)
  const changed = outcomes.flatMap(outcome => {
    const notice = rows.notice(outcome.noticeId)
    // Of an attempt that was repeated meanwhile nothing is said any more.
    return notice && (notice.sent?.attempt ?? 0) <= outcome.attempt ? [withOutcome(notice, outcome, now)] : []
  })
  const changes: Change[] = (await withReplaced(trx, townId, now, changed)).map(row => ({ table: 'notices', row }))
  for (const runId of runIds) {
    const run = rows.run(runId)
    if (run) changes.push({ table: 'notice_runs', row: { ...run, tally: await tallyOf(trx, townId, run, changed.filter(notice => notice.runId === runId)) } })
  }
  if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'notices.sent', commandId: null, at: now }, changes)
  await dropFiles(trx, townId, changed.filter(({ sent }) => sent && GONE.has(sent.state)).map(({ id }) => id))
}

function withOutcome(notice: Notice, { attempt, state, letterId, sha256, postedDay, reason }: SentOutcome, now: Instant): Notice {
  const before = notice.sent?.attempt === attempt ? notice.sent : null
  const isOut = state !== 'failed' && state !== 'cancelled'
  const sent: Sent = {
    channel: CHANNEL_OF[state] ?? before?.channel ?? notice.checked?.channel ?? 'post', state, attempt, letterId: letterId ?? before?.letterId ?? null, handedOverAt: isOut ? (before?.handedOverAt ?? now) : null, changedAt: now, postedDay: postedDay ?? before?.postedDay ?? null,
    reason, sha256: sha256 ?? before?.sha256 ?? null, track: before?.track ?? null,
  }
  if (postedDay !== null) return { ...notice, sent, facts: withDelivery(notice, attempt, { kind: 'posted', day: postedDay, isAbroad: notice.content.recipient.country !== '' }, now) }
  return { ...notice, sent, facts: state === 'provided' ? withDelivery(notice, attempt, { kind: 'provided', day: germanDay(now) }, now) : notice.facts }
}

/** Which way a notice in some state went; the others can be those of any way. */
const CHANNEL_OF: Readonly<Partial<Record<SentState, Channel>>> = {
  'handed-over': 'post', processed: 'post', 'at-print-centre': 'post', dispatched: 'post', provided: 'mailbox', retrieved: 'mailbox', 'to-print': 'here', printed: 'here',
}

/** Nothing is sent any more that would need the file. */
const GONE: ReadonlySet<SentState> = new Set(['dispatched', 'retrieved', 'printed', 'cancelled'])

type NewDelivery = { readonly kind: 'posted'; readonly day: string; readonly isAbroad: boolean } | { readonly kind: 'provided'; readonly day: string }

/** From its delivery on the legal clock runs. */
function withDelivery({ id, facts }: Notice, attempt: number, delivery: NewDelivery, now: Instant): NoticeFact[] {
  const factId = deliveryId(delivery.kind, { noticeId: id, attempt })
  // Where no entry has room the day still stands with the letter itself: one full notice must not keep all others waiting.
  if (facts.some(fact => fact.id === factId) || facts.length >= MOST_FACTS) return [...facts]
  return [...facts, { id: factId, ...delivery, at: now, byPersonId: null, byName: '', note: '' }]
}

/** By which entry an attempt was delivered. */
export const deliveryId = (kind: NewDelivery['kind'], { noticeId, attempt }: Attempt): string => derivedUuid(`notices/${kind}/${noticeId}`, String(attempt))

const FIELD_OF: Readonly<Record<SentState, keyof Tally>> = {
  'handed-over': 'handedOver', processed: 'processed', 'at-print-centre': 'atPrintCentre', dispatched: 'dispatched', provided: 'provided', retrieved: 'retrieved', 'to-print': 'toPrint', printed: 'printed', failed: 'failed', cancelled: 'cancelled',
}

/** How many are how far once these notices stand as they are given. */
async function tallyOf(db: Kysely<Schema>, townId: TownId, { id }: NoticeRun, changed: readonly Notice[]): Promise<Tally> {
  const { rows } = await sql<{ readonly state: SentState; readonly count: number }>`
    select sent ->> 'state' as state, count(*) as count from notices
    where town_id = ${townId} and run_id = ${id} and jsonb_typeof(sent) = 'object' and id <> all(${changed.map(notice => notice.id)}::text[]) group by 1`.execute(db)
  const tally = { ...NOTHING_SENT }
  for (const { state, count } of rows) tally[FIELD_OF[state]] += count
  for (const { sent } of changed) if (sent) tally[FIELD_OF[sent.state]] += 1
  return tally
}
