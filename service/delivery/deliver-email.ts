import * as z from 'zod'
import { ApplicationId, type TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import type { MailboxKeys } from '../intake/mailbox-keys.ts'
import type { Database } from '../store/database.ts'
import { messageIdFor, waitingNotice, type Sender } from './email.ts'
import type { Deliver } from './worker.ts'
import type { MailTransport } from './smtp.ts'

const Payload = z.object({ applicationId: ApplicationId })

/** Tells a citizen that something is waiting in the mailbox of an application, if the town has an address to tell it to. */
export function createEmailDelivery(parts: {
  readonly database: Database
  readonly clock: Clock
  readonly transport: MailTransport
  readonly sender: Sender
  readonly mailboxKeys: MailboxKeys
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}): Deliver {
  const { database, clock, transport, sender, mailboxKeys, portalUrl } = parts
  return async job => {
    const { applicationId } = Payload.parse(job.payload)
    const to = await addressOf(database, job.townId, applicationId)
    if (!to) return 'done'
    const key = await mailboxKeys.openFor(job.townId, applicationId, instantFromMs(clock.nowMs()))
    const link = `${portalUrl()}/portal/mailboxes/${key}`
    const notice = waitingNotice(sender, messageIdFor(job.townId, job.key, sender.from), link)
    return (await transport.send({ ...notice, from: sender.from, to })) === 'accepted' ? 'done' : 'failed'
  }
}

async function addressOf(database: Database, townId: TownId, applicationId: ApplicationId): Promise<string | null> {
  const row = await database.db
    .selectFrom('applications')
    .innerJoin('people', join =>
      join.onRef('people.town_id', '=', 'applications.town_id').onRef('people.id', '=', 'applications.person_id'))
    .select('people.email')
    .where('applications.town_id', '=', townId)
    .where('applications.id', '=', applicationId)
    .executeTakeFirst()
  return row?.email ?? null
}
