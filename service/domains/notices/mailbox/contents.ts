import type { Kysely, Selectable } from 'kysely'
import type { MailboxConsent, Notice, NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { MailboxNotice, NoticeMailbox } from '../../../../shared/wire/public-notices.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { offerOf } from './ask.ts'
import { openedBy, type Opened } from './by-key.ts'
import type { MailboxParts } from './parts.ts'
import type { NoticeProvisionsTable } from './tables.ts'

/** A provision without the bytes of its file. */
export type Provision = Omit<Selectable<NoticeProvisionsTable>, 'bytes' | 'town_id'> & { readonly size: number }

/** A mailbox as whoever has its key sees it. Reading it opens nothing. */
export async function readMailbox({ database: { db }, townId, clock }: MailboxParts, key: string): Promise<Result<NoticeMailbox>> {
  const now = instantFromMs(clock.nowMs())
  const opened = await openedBy(db, townId, key, { now, lock: false })
  if (!opened.ok) return opened
  const { kindId, reference, name, email } = wishOf(opened.value)
  const kind = (await loadRunRows(db, townId, { kinds: [kindId] }, false)).kind(kindId)
  if (!kind) return refuse('notices/wrong-link')
  return ok({
    key, state: stateOf(opened.value), kind: await offerOf(db, townId, kind, germanDay(now)), reference, name, email: partOf(email),
    notices: opened.value.kind === 'consent' ? await noticesOf(db, townId, opened.value.consent, kind, germanDay(now)) : [],
  })
}

function wishOf(opened: Opened): Pick<MailboxConsent, 'kindId' | 'reference' | 'name' | 'email'> {
  if (opened.kind === 'consent') return opened.consent
  const { kind_id: kindId, reference, name, email } = opened.request
  return { kindId, reference, name, email }
}

const stateOf = (opened: Opened): NoticeMailbox['state'] => (opened.kind === 'request' ? 'unconfirmed' : opened.consent.withdrawnAt ? 'ended' : 'active')

/** `k…@example.org`: links are forwarded, and an address is nobody else's business. */
const partOf = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…')

async function noticesOf(db: Kysely<Schema>, townId: TownId, { id }: MailboxConsent, kind: NoticeKind, today: string): Promise<MailboxNotice[]> {
  const provisions = await provisionsQuery(db, townId).where('consent_id', '=', id).orderBy('provided_at', 'desc').orderBy('notice_id').execute()
  const rows = await loadRunRows(db, townId, { notices: provisions.map(({ notice_id: noticeId }) => noticeId) }, false)
  return provisions.flatMap(provision => {
    const notice = rows.notice(provision.notice_id)
    return notice ? [shownNotice(notice, provision, kind, today)] : []
  })
}

/** Everything about provisions but their bytes. */
export const provisionsQuery = (db: Kysely<Schema>, townId: TownId) =>
  db.selectFrom('notice_provisions').select(['notice_id', 'attempt', 'consent_id', 'sha256', 'provided_at', 'open_until', 'told_at', 'retrieved_at', 'ended_at'])
    .select(({ fn }) => fn<number>('length', ['bytes']).as('size')).where('town_id', '=', townId)

export const shownNotice = ({ id, content: { period, totalCents, reference } }: Notice, provision: Provision, { title }: Pick<NoticeKind, 'title'>, today: string): MailboxNotice => ({
  id, title, period, totalCents, reference, providedAt: provision.provided_at, openUntil: provision.retrieved_at || provision.ended_at ? null : provision.open_until, retrievedAt: provision.retrieved_at,
  opening: openingOf(provision, today),
  file: provision.retrieved_at ? { sha256: provision.sha256, size: provision.size } : null,
})

/** After the last day it comes by post, also where nobody has taken it up yet. */
function openingOf({ ended_at: endedAt, open_until: openUntil }: Provision, today: string): MailboxNotice['opening'] {
  if (endedAt || (openUntil !== null && openUntil < today)) return 'too-late'
  return openUntil === null ? 'counts-anyway' : 'counts'
}
