import { sql, type Kysely, type Transaction } from 'kysely'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { ConsentId, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import type { MailboxAsked, MailboxOffer } from '../../../../shared/wire/public-notices.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { daysToOpen, mailboxRule } from './mailbox-rule.ts'
import type { MailboxParts } from './parts.ts'

/** More than that, and somebody annoys a stranger with the town's e-mails. */
const MOST_EMAILS_A_DAY = 3

/** The kinds of notice that one can have in a mailbox. */
export async function mailboxOffers({ database: { db }, townId, clock }: MailboxParts): Promise<readonly MailboxOffer[]> {
  const ids = await db.selectFrom('notice_kinds').select('id').where('town_id', '=', townId).where('active', '=', true).where('offers_mailbox', '=', true).orderBy('title').execute()
  const rows = await loadRecords(db, townId, ids.map(({ id }) => ({ table: 'notice_kinds', id }) as const), false)
  const today = germanDay(instantFromMs(clock.nowMs()))
  return Promise.all(([...rows.values()] as readonly NoticeKind[]).map(kind => offerOf(db, townId, kind, today)))
}

/** What is offered for a kind by the law of a day. */
export async function offerOf(db: Kysely<Schema>, townId: TownId, kind: NoticeKind, day: string): Promise<MailboxOffer> {
  return { kindId: kind.id, title: kind.title, openWithinDays: daysToOpen(await mailboxRule(db, townId, kind, day)) }
}

/**
 * Asks an address whether it wants notices in a mailbox. The answer is the same whether or not there is such a Kassenzeichen, and
 * whether or not it has a mailbox already; nothing changes before the address has confirmed it.
 */
export async function askForMailbox({ database, townId, clock, newId }: MailboxParts, asked: MailboxAsked): Promise<Result<null>> {
  const now = instantFromMs(clock.nowMs())
  const [reference, name] = [asked.reference.trim(), asked.name.trim()]
  if (reference === '' || name === '') return refuse('notices/consent-incomplete')
  return inOneTransaction(database, async trx => {
    const kind = (await loadRunRows(trx, townId, { kinds: [asked.kindId] }, false)).kind(asked.kindId)
    if (!kind?.active || !kind.offersMailbox) return refuse('notices/no-mailbox')
    // Two of one address come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`notice-mailbox/${townId}/${asked.email.toLowerCase()}`}, 0))`.execute(trx)
    if ((await askedSince(trx, townId, asked.email, plusDays(now, -1))) >= MOST_EMAILS_A_DAY) return ok(null)
    const id = ConsentId.parse(newId())
    await trx.insertInto('consent_requests').values({ town_id: townId, id, kind_id: kind.id, reference, name, email: asked.email, language: asked.language, asked_at: now }).execute()
    await enqueue(trx, townId, [{ kind: 'consent-email', key: `consent/${id}`, payload: { consentId: id }, personId: null }], now)
    return ok(null)
  })
}

async function askedSince(trx: Transaction<Schema>, townId: TownId, email: string, since: Instant): Promise<number> {
  const { count } = await trx.selectFrom('consent_requests').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('town_id', '=', townId).where(sql`lower(email)`, '=', email.toLowerCase()).where('asked_at', '>', since).executeTakeFirstOrThrow()
  return count
}
