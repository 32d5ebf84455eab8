import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { plusDays, type Instant } from '../../shared/time.ts'
import { forgetOldWarnings } from '../domains/alerts/incoming/forget-warnings.ts'
import { forgetRequests } from '../audit/desk/requests.ts'
import { remindOfAlerts } from '../domains/alerts/reminders/remind.ts'
import { forgetDeliveries, forgetEnded, forgetUnconfirmed } from '../domains/alerts/subscribers/forget.ts'
import { forgetOldAppointments } from '../domains/appointments/forget.ts'
import { forgetOldConversations } from '../domains/messages/forget.ts'
import { forgetOldLettings } from '../domains/halls/forget.ts'
import { forgetHolds } from '../domains/appointments/public/forget-holds.ts'
import { nameStatePortal } from '../domains/people/channel-before.ts'
import { forgetReasons } from '../domains/people/forget-reasons.ts'
import { forgetSenders } from '../http/limit-asking.ts'
import { endSecrecies } from '../domains/people/secrecies.ts'
import { linkBefore } from '../domains/people/link-before.ts'
import { remindOfAppointments } from '../domains/appointments/mail/reminders.ts'
import { forgetUnconfirmedMailboxes } from '../domains/notices/mailbox/forget.ts'
import { deleteOldPhotos, forgetOldCards } from '../domains/service-cards/forget-cards.ts'
import { forgetDevices } from '../identity/devices.ts'
import { forgetSetAside } from '../identity/desk-secrets.ts'
import { endLeavers } from '../domains/staff/end-leavers.ts'
import { archiveContacts, archiveSessions } from '../domains/vaccinations/archive.ts'
import { deleteReleased } from '../domains/vaccinations/delete-released.ts'
import { forgetUntreated } from '../domains/vaccinations/forget-untreated.ts'
import { IS_UNNAMED } from '../http/blobs/attachment-row.ts'
import { forgetExpired } from '../identity/payloads.ts'
import { outcomeOf, verifyAudit } from '../store/audit.ts'
import { COMMANDS_KEPT_DAYS, FEED_KEPT_DAYS, pruneCommands, pruneFeed } from '../store/retention.ts'
import type { Schema } from '../store/schema.ts'

/** A settled delivery names no person; its key is kept as long as the command could be sent again that caused it. */
export const JOBS_KEPT_DAYS = COMMANDS_KEPT_DAYS

/** How long bytes wait for the command that names them: a desk sends them first and may be away in between. */
export const UPLOADS_KEPT_DAYS = 14

/** Something done over and over. */
export interface Task {
  readonly name: TaskName
  /** Begins again this long after it began last. */
  readonly everyHours: number
  /** At night only, unless it is overdue by a whole day. */
  readonly isNightly: boolean
  /** A short outcome without personal data, kept until the next time. */
  readonly run: (db: Kysely<Schema>, townId: TownId, now: Instant) => Promise<string>
}

export type TaskName = 'feed' | 'commands' | 'deliveries' | 'uploads' | 'sign-ins' | 'audit' | 'scan' | 'appointments' | 'conversations' | 'subscriptions' | 'mailboxes' | 'warnings' | 'outstanding' | 'lettings' | 'visits' | 'sessions' | 'records' | 'reminders' | 'holds' | 'people' | 'cards' | 'leavers' | 'anchor' | 'requests'

export const TASKS: readonly Task[] = [
  {
    name: 'feed', everyHours: 24, isNightly: true,
    run: async (db, townId, now) => `pruned-to ${await pruneFeed(db, townId, plusDays(now, -FEED_KEPT_DAYS))}`,
  },
  {
    name: 'commands', everyHours: 24, isNightly: true,
    run: async (db, townId, now) => `removed ${await pruneCommands(db, townId, plusDays(now, -COMMANDS_KEPT_DAYS))}`,
  },
  { name: 'deliveries', everyHours: 24, isNightly: true, run: async (db, townId, now) => `removed ${await pruneJobs(db, townId, now)}` },
  { name: 'uploads', everyHours: 6, isNightly: false, run: async (db, townId, now) => `removed ${await pruneUploads(db, townId, now)}` },
  { name: 'sign-ins', everyHours: 6, isNightly: false, run: async (db, townId, now) => `removed ${await forgetExpired(db, townId, now)} senders ${await forgetSenders(db, townId, now)} secrets ${await forgetSetAside(db, townId, now)} computers ${await forgetDevices(db, townId, now)}` },
  { name: 'appointments', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetOldAppointments(db, townId, now)}` },
  { name: 'lettings', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetOldLettings(db, townId, now)}` },
  { name: 'conversations', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetOldConversations(db, townId, now)}` },
  {
    name: 'subscriptions', everyHours: 24, isNightly: true,
    run: async (db, townId, now) => `forgotten ${await forgetUnconfirmed(db, townId, now)} told ${await forgetDeliveries(db, townId, now)} ended ${await forgetEnded(db, townId, now)}`,
  },
  { name: 'mailboxes', everyHours: 6, isNightly: false, run: async (db, townId, now) => `forgotten ${await forgetUnconfirmedMailboxes(db, townId, now)}` },
  { name: 'warnings', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetOldWarnings(db, townId, now)}` },
  { name: 'outstanding', everyHours: 1, isNightly: false, run: async (db, townId, now) => `reminded ${await remindOfAlerts(db, townId, now)}` },
  { name: 'visits', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetUntreated(db, townId, now)}` },
  { name: 'sessions', everyHours: 24, isNightly: true, run: async (db, townId, now) => `archived ${await archiveSessions(db, townId, now)} contacts ${await archiveContacts(db, townId, now)}` },
  // Soon after it was released, while whoever released it may still look.
  { name: 'records', everyHours: 1, isNightly: false, run: async (db, townId, now) => `deleted ${await deleteReleased(db, townId, now)}` },
  // At every look: within minutes of the time that the place names.
  { name: 'reminders', everyHours: 1, isNightly: false, run: async (db, townId, now) => `reminded ${await remindOfAppointments(db, townId, now)}` },
  // At every look: what is said to end with a day has ended by then anyhow, and is only written down.
  { name: 'leavers', everyHours: 1, isNightly: false, run: async (db, townId, now) => `left ${await endLeavers(db, townId, now)}` },
  { name: 'holds', everyHours: 1, isNightly: false, run: async (db, townId, now) => `forgotten ${await forgetHolds(db, townId, now)}` },
  { name: 'cards', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetOldCards(db, townId, now)} photos ${await deleteOldPhotos(db, townId, now)}` },
  { name: 'people', everyHours: 6, isNightly: false, run: async (db, townId, now) => `looked-at ${await linkBefore(db, townId, now)} channels ${await nameStatePortal(db, townId, now)} ended ${await endSecrecies(db, townId, now)} reasons ${await forgetReasons(db, townId, now)}` },
  { name: 'requests', everyHours: 24, isNightly: true, run: async (db, townId, now) => `forgotten ${await forgetRequests(db, townId, now)}` },
  { name: 'audit', everyHours: 24, isNightly: true, run: async (db, townId) => outcomeOf(await verifyAudit(db, townId)) },
]

async function pruneJobs(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('jobs')
    .where('town_id', '=', townId)
    .where('state', '<>', 'waiting')
    .where('settled_at', '<', plusDays(now, -JOBS_KEPT_DAYS))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Bytes that no record came to name; their pieces go with them. */
async function pruneUploads(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from blobs
    where town_id = ${townId} and account_id is not null and begun_at < ${plusDays(now, -UPLOADS_KEPT_DAYS)}
      and ${IS_UNNAMED}
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
