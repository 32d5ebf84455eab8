import * as z from 'zod'
import { ConsentId, NoticeId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { messageIdFor, type Sender } from '../../../delivery/email.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { consentWith } from './by-key.ts'
import { noticeMailboxPath, type ConsentKeys } from './consent-keys.ts'
import { confirmingEmail, waitingEmail } from './emails.ts'

export interface NoticeEmailParts {
  readonly database: Database
  readonly clock: Clock
  readonly transport: MailTransport
  readonly sender: Sender
  readonly keys: ConsentKeys
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}

const Asked = z.object({ consentId: ConsentId })
const Provided = z.object({ noticeId: NoticeId, attempt: z.int().min(1) })

/** Asks an address whether it wants notices in a mailbox. */
export function createConsentDelivery({ database: { db }, clock, transport, sender, keys, portalUrl }: NoticeEmailParts): Deliver {
  return async ({ townId, key, payload }) => {
    const { consentId } = Asked.parse(payload)
    const request = await db.selectFrom('consent_requests').select(['email', 'language']).where('town_id', '=', townId).where('id', '=', consentId).executeTakeFirst()
    if (!request) return 'done'
    const link = `${portalUrl()}${noticeMailboxPath(await keys.openFor(townId, consentId, instantFromMs(clock.nowMs())))}${request.language === 'en' ? '?lang=en' : ''}`
    const email = confirmingEmail(request.language, { sender, link, messageId: messageIdFor(townId, key, sender.from) })
    return (await transport.send({ ...email, from: sender.from, to: request.email })) === 'accepted' ? 'done' : 'failed'
  }
}

/** Tells a citizen that a notice lies in their mailbox; when the mail server took that is kept with the provision. */
export function createNoticeEmailDelivery({ database: { db }, clock, transport, sender, keys, portalUrl }: NoticeEmailParts): Deliver {
  return async ({ townId, key, payload }) => {
    const { noticeId, attempt } = Provided.parse(payload)
    const at = db.selectFrom('notice_provisions').select(['consent_id', 'retrieved_at', 'ended_at']).where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt)
    const provision = await at.executeTakeFirst()
    const consent = provision && !provision.retrieved_at && !provision.ended_at ? await consentWith(db, townId, provision.consent_id, false) : undefined
    if (!consent) return 'done'
    const link = `${portalUrl()}${noticeMailboxPath(await keys.openFor(townId, consent.id, instantFromMs(clock.nowMs())))}`
    const outcome = await transport.send({ ...waitingEmail({ sender, link, messageId: messageIdFor(townId, key, sender.from) }), from: sender.from, to: consent.email })
    if (outcome !== 'accepted') return 'failed'
    await db.updateTable('notice_provisions').set({ told_at: instantFromMs(clock.nowMs()) }).where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt).execute()
    return 'done'
  }
}
