import { sql, type Transaction } from 'kysely'
import type { Change } from '../../../../shared/command.ts'
import { holderKey } from '../../../../shared/domains/notices/same-holder.ts'
import type { MailboxConsent } from '../../../../shared/domains/notices/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Completion } from '../../../commands/context.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import { openedBy } from './by-key.ts'
import type { MailboxParts } from './parts.ts'

/** The address says that it wants the mailbox. Again is the same; what was withdrawn stays so. */
export function confirmMailbox({ database, townId, clock }: MailboxParts, key: string): Promise<Result<null>> {
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const opened = await openedBy(trx, townId, key, { now, lock: true })
    if (!opened.ok || opened.value.kind === 'consent') return opened.ok ? ok(null) : opened
    const { id, kind_id: kindId, reference, name, email } = opened.value.request
    const kind = (await loadRunRows(trx, townId, { kinds: [kindId] }, 'share')).kind(kindId)
    if (!kind?.active || !kind.offersMailbox) return refuse('notices/no-mailbox')
    const consent: MailboxConsent = { id, scope: kind.scope, version: 0, kindId, reference, name, email, givenAt: now, how: 'portal', enteredByName: null, withdrawnAt: null, emailFailedAt: null }
    const earlier = await earlierOf(trx, townId, consent)
    // Whoever knows a name and a Kassenzeichen must not take somebody's notices to an address of their own.
    if (earlier.some(row => row.email.toLowerCase() !== email.toLowerCase())) return refuse('notices/mailbox-taken')
    await commitChanges(trx, { townId, actor: null, action: 'portal.mailbox-agreed', commandId: null, at: now }, [...ended(earlier, now), { table: 'mailbox_consents', row: consent }])
    return ok(null)
  })
}

/** From now on notices go by post again. Again is the same. */
export function withdrawMailbox({ database, townId, clock }: MailboxParts, key: string): Promise<Result<null>> {
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const opened = await openedBy(trx, townId, key, { now, lock: true })
    if (!opened.ok) return opened
    if (opened.value.kind === 'request') await trx.deleteFrom('consent_requests').where('town_id', '=', townId).where('id', '=', opened.value.request.id).execute()
    else if (!opened.value.consent.withdrawnAt)
      await commitChanges(trx, { townId, actor: null, action: 'portal.mailbox-withdrawn', commandId: null, at: now }, [{ table: 'mailbox_consents', row: { ...opened.value.consent, withdrawnAt: now } }])
    return ok(null)
  })
}

/** For one kind and one Kassenzeichen a person has one mailbox: what was agreed to before ends. */
/** Behind a lock for this holder: of two agreements at the same moment the second sees the first. */
async function earlierOf(trx: Transaction<Schema>, townId: TownId, consent: MailboxConsent): Promise<readonly MailboxConsent[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notice-holder/${townId}/${consent.kindId}/${holderKey(consent)}`}, 0))`.execute(trx)
  const known = await trx.selectFrom('mailbox_consents').select(['id', 'reference', 'name']).where('town_id', '=', townId).where('kind_id', '=', consent.kindId).where('withdrawn_at', 'is', null).where('id', '<>', consent.id).execute()
  const rows = await loadRecords(trx, townId, known.filter(row => holderKey(row) === holderKey(consent)).map(({ id }) => ({ table: 'mailbox_consents', id }) as const), true)
  return [...rows.values()] as readonly MailboxConsent[]
}

const ended = (rows: readonly MailboxConsent[], now: Instant): readonly Change[] => rows.map(row => ({ table: 'mailbox_consents', row: { ...row, withdrawnAt: now } }))

/** The same for what staff enter, who have seen who agrees: also another address is theirs to enter. */
export const withEarlierEnded: Completion = async (trx, { changes, moment: { actor: { townId }, now } }) => {
  const earlier = await Promise.all(changes.flatMap(change => (change.table === 'mailbox_consents' ? [earlierOf(trx, townId, change.row)] : [])))
  return [...ended(earlier.flat(), now), ...changes]
}
