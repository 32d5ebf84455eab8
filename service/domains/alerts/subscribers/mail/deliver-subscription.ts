import * as z from 'zod'
import { messageIdFor, type Sender } from '../../../../delivery/email.ts'
import type { MailTransport } from '../../../../delivery/smtp.ts'
import type { Deliver } from '../../../../delivery/worker.ts'
import type { Database } from '../../../../store/database.ts'
import { findSubscriber } from '../subscriber-row.ts'
import { subscriptionPath, type SubscriptionLinks } from '../subscription-links.ts'
import { subscriptionNotice } from './notice.ts'

const Payload = z.object({ subscriberId: z.uuid() })

/** Sends the link of a subscription to its address: to confirm it, or to change one that holds. */
export function createSubscriptionDelivery(parts: {
  readonly database: Database
  readonly transport: MailTransport
  readonly sender: Sender
  readonly links: SubscriptionLinks
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}): Deliver {
  const { database: { db }, transport, sender, links, portalUrl } = parts
  return async ({ townId, key, payload }) => {
    const { subscriberId } = Payload.parse(payload)
    const row = await findSubscriber(db, townId, subscriberId, false)
    if (row?.state !== 'unconfirmed' && row?.state !== 'active') return 'done'
    const { state, language, address } = row
    const link = `${portalUrl()}${subscriptionPath(await links.keyFor(townId, subscriberId))}${language === 'en' ? '?lang=en' : ''}`
    const notice = subscriptionNotice(state, language, { sender, link, messageId: messageIdFor(townId, key, sender.from) })
    return (await transport.send({ ...notice, from: sender.from, to: address })) === 'accepted' ? 'done' : 'failed'
  }
}
