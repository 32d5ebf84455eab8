import { sql, type Kysely, type Transaction } from 'kysely'
import type { Change } from '../../../../shared/command.ts'
import { MOST_FACTS, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import { knownFacts, ofKind } from '../../../../shared/domains/notices/clock/known-facts.ts'
import { isReplaced } from '../../../../shared/domains/notices/correct-command.ts'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { derivedUuid, type ConsentId, type NoticeId, type TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import { MOST_ATTEMPTS } from '../../../delivery/worker.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { consentWith } from './by-key.ts'
import { isProvided, provisionFact } from './retrieve.ts'

export interface FallBackParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
}

/** A notice that lies unopened in a mailbox and has to go by post. */
interface Due {
  readonly noticeId: NoticeId
  readonly attempt: number
  readonly consentId: ConsentId
  /** Its e-mail did not go out: nobody was told that it is there. */
  readonly isUntold: boolean
  /** The mail server refused the address for good. */
  readonly isUndeliverable: boolean
}

const NOTICES_AT_ONCE = 100

/**
 * Has notices go by post that nobody opened: where the law wants them opened, after the last day of that or as soon as the agreement
 * is withdrawn; by any law, where nobody could be told. How many they were.
 */
export async function fallBack(parts: FallBackParts, mayGoOn: () => Promise<boolean>): Promise<number> {
  let count = 0
  for (;;) {
    const due = await dueProvisions(parts)
    for (const one of due) {
      if (!(await mayGoOn())) return count
      await parts.db.transaction().execute(trx => sendByPost(trx, parts.townId, one, instantFromMs(parts.clock.nowMs())))
      count += 1
    }
    if (due.length < NOTICES_AT_ONCE) return count
  }
}

async function dueProvisions({ db, townId, clock }: FallBackParts): Promise<readonly Due[]> {
  const today = germanDay(instantFromMs(clock.nowMs()))
  const { rows } = await sql<Due>`
    select p.notice_id as "noticeId", p.attempt, p.consent_id as "consentId", coalesce(j.state, '') = 'failed' as "isUntold",
      coalesce(j.state = 'failed' and j.attempts < ${MOST_ATTEMPTS}, false) as "isUndeliverable"
    from notice_provisions p join mailbox_consents c on c.town_id = p.town_id and c.id = p.consent_id
      left join jobs j on j.town_id = p.town_id and j.key = 'notice-email/' || p.notice_id || '/' || p.attempt
    where p.town_id = ${townId} and p.retrieved_at is null and p.ended_at is null
      and (p.open_until < ${today} or (p.open_until is not null and c.withdrawn_at is not null) or j.state = 'failed')
    order by p.provided_at, p.notice_id limit ${NOTICES_AT_ONCE}`.execute(db)
  return rows
}

/** The notice waits once more, for the post; its run is open again. */
async function sendByPost(trx: Transaction<Schema>, townId: TownId, due: Due, now: Instant): Promise<void> {
  const known = (await loadRunRows(trx, townId, { notices: [due.noticeId] }, false)).notice(due.noticeId)
  const rows = known && (await loadRunRows(trx, townId, { runs: [known.runId], notices: [due.noticeId] }, true))
  const [notice, run] = [rows?.notice(due.noticeId), known && rows?.run(known.runId)]
  const ended = await trx.updateTable('notice_provisions').set({ ended_at: now }).where('town_id', '=', townId).where('notice_id', '=', due.noticeId).where('attempt', '=', due.attempt)
    .where('retrieved_at', 'is', null).where('ended_at', 'is', null).returning('provided_at').executeTakeFirst()
  // Opened, or taken by another round, in this moment.
  if (!ended || !notice || !run) return
  const changes: Change[] = due.isUndeliverable ? await withoutEmail(trx, townId, due.consentId, now) : []
  const facts = due.isUntold ? withUntold(notice, ended.provided_at, due.attempt, now) : notice.facts
  // What another notice replaced, or was handed over by hand, is not sent after all. A run that was ended sends nothing more: that the notice is not announced stands in the list of what is final.
  const isWaiting = isProvided(notice, due.attempt) && !run.cancelled && !isSettledOtherwise(notice)
  if (isWaiting) changes.push({ table: 'notice_runs', row: { ...run, handedOverAt: null, tally: { ...run.tally, provided: run.tally.provided - 1 } } })
  if (isWaiting || facts !== notice.facts) changes.push({ table: 'notices', row: { ...notice, facts, ...(isWaiting && { sent: null, checked: notice.checked && { ...notice.checked, channel: 'post' } }) } })
  if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'notices.fell-back', commandId: null, at: now }, changes)
}

/** Whether it reached its recipient on another way, or stands for nothing any more. */
const isSettledOtherwise = (notice: Notice): boolean => isReplaced(notice) || ofKind(knownFacts(notice.facts).facts, 'handed-over').length > 0

/** Staff see that the address does not work, and nothing more is provided under the agreement. */
async function withoutEmail(trx: Transaction<Schema>, townId: TownId, consentId: ConsentId, now: Instant): Promise<Change[]> {
  const consent = await consentWith(trx, townId, consentId, true)
  return consent && !consent.emailFailedAt ? [{ table: 'mailbox_consents', row: { ...consent, emailFailedAt: now } }] : []
}

/** Whoever was not told has not received it, whatever a law presumes. */
function withUntold(notice: Notice, providedAt: Instant, attempt: number, now: Instant): NoticeFact[] {
  const provided = provisionFact(notice, { provided_at: providedAt })
  if (!provided || notice.facts.length >= MOST_FACTS) return notice.facts
  const id = derivedUuid(`notices/untold/${notice.id}`, String(attempt))
  return [...notice.facts, { id, kind: 'never-received', of: provided.id, day: germanDay(now), at: now, byPersonId: null, byName: '', note: 'E-Mail nicht zustellbar' }]
}
