import type { Transaction } from 'kysely'
import { MOST_FACTS, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { derivedUuid, type NoticeId, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { MailboxNotice } from '../../../../shared/wire/public-notices.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { dropFiles } from '../typeset/kept-files.ts'
import { openedBy } from './by-key.ts'
import { provisionsQuery, shownNotice, type Provision } from './contents.ts'
import type { MailboxParts } from './parts.ts'

/** Opens a notice for its recipient. The first time is written down with the notice, and from its day the legal clock runs; later ones change nothing. */
export function retrieveNotice({ database, townId, clock }: MailboxParts, key: string, noticeId: NoticeId): Promise<Result<MailboxNotice>> {
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const opened = await openedBy(trx, townId, key, { now, lock: false })
    if (!opened.ok) return opened
    const consentId = opened.value.kind === 'consent' ? opened.value.consent.id : null
    const { provision, notice, run } = await lockedProvision(trx, townId, noticeId)
    if (!provision || !notice || !run || provision.consent_id !== consentId) return refuse('request/not-found')
    const kind = (await loadRunRows(trx, townId, { kinds: [run.kindId] }, false)).kind(run.kindId)
    if (!kind) return refuse('request/not-found')
    if (provision.retrieved_at) return ok(shownNotice(notice, provision, kind, germanDay(now)))
    await keepRetrieval(trx, townId, { provision, notice, run, now })
    return ok(shownNotice(notice, { ...provision, retrieved_at: now }, kind, germanDay(now)))
  })
}

interface Locked {
  readonly provision: Provision | undefined
  readonly notice: Notice | undefined
  readonly run: NoticeRun | undefined
}

/** The last provision of a notice, behind the lock on its run that everybody takes who records what becomes of notices. */
async function lockedProvision(trx: Transaction<Schema>, townId: TownId, noticeId: NoticeId): Promise<Locked> {
  const known = (await loadRunRows(trx, townId, { notices: [noticeId] }, false)).notice(noticeId)
  const rows = known && (await loadRunRows(trx, townId, { runs: [known.runId], notices: [noticeId] }, true))
  const provision = await provisionsQuery(trx, townId).where('notice_id', '=', noticeId).orderBy('attempt', 'desc').limit(1).executeTakeFirst()
  return { provision, notice: rows?.notice(noticeId), run: known && rows?.run(known.runId) }
}

async function keepRetrieval(trx: Transaction<Schema>, townId: TownId, { provision, notice, run, now }: { readonly provision: Provision; readonly notice: Notice; readonly run: NoticeRun; readonly now: Instant }): Promise<void> {
  await trx.updateTable('notice_provisions').set({ retrieved_at: now }).where('town_id', '=', townId).where('notice_id', '=', notice.id).where('attempt', '=', provision.attempt).execute()
  const facts = withRetrieval(notice, provision, now)
  const origin = { townId, actor: null, action: 'portal.notice-retrieved', commandId: null, at: now }
  // What went by post meanwhile stays there: that it was opened after all is an entry and nothing more.
  if (!isProvided(notice, provision.attempt)) {
    await commitChanges(trx, origin, [{ table: 'notices', row: { ...notice, facts } }])
    return
  }
  await commitChanges(trx, origin, [
    { table: 'notices', row: { ...notice, facts, sent: notice.sent && { ...notice.sent, state: 'retrieved', changedAt: now } } },
    { table: 'notice_runs', row: { ...run, tally: { ...run.tally, provided: run.tally.provided - 1, retrieved: run.tally.retrieved + 1 } } },
  ])
  // It will never go by post.
  await dropFiles(trx, townId, [notice.id])
}

/** Whether this attempt still lies in the mailbox. */
export const isProvided = ({ sent }: Notice, attempt: number): boolean => sent?.channel === 'mailbox' && sent.state === 'provided' && sent.attempt === attempt

/** The entry by which a provision stands in a notice. */
export const provisionFact = ({ facts }: Notice, { provided_at: at }: Pick<Provision, 'provided_at'>): NoticeFact | undefined => facts.findLast(fact => fact.kind === 'provided' && fact.day === germanDay(at))

function withRetrieval(notice: Notice, provision: Provision, now: Instant): NoticeFact[] {
  const provided = provisionFact(notice, provision)
  if (!provided || notice.facts.length >= MOST_FACTS) return notice.facts
  const id = derivedUuid(`notices/retrieved/${notice.id}`, String(provision.attempt))
  return [...notice.facts, { id, kind: 'retrieved', of: provided.id, day: germanDay(now), at: now, byPersonId: null, byName: '', note: '' }]
}
