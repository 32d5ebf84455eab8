import * as z from 'zod'
import type { Form } from '../../shared/domains/applications/service-tables.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { emailIn } from '../../shared/domains/people/reads-mailbox.ts'
import { ApplicationId, type TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import type { MailboxKeys } from '../intake/mailbox-keys.ts'
import type { Database } from '../store/database.ts'
import { loadRecords } from '../store/records.ts'
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

/** What this application says itself: whoever is its citizen may have been recognised without an address, and be reached at another one. */
async function addressOf({ db }: Database, townId: TownId, applicationId: ApplicationId): Promise<string | null> {
  const application = (await loadRecords(db, townId, [{ table: 'applications', id: applicationId }], false)).get(`applications/${applicationId}`) as Application | undefined
  if (!application) return null
  const form = (await loadRecords(db, townId, [{ table: 'forms', id: application.formId }], false)).get(`forms/${application.formId}`) as Form | undefined
  return emailIn(application.form, form?.emailKey ?? null)
}
