import * as z from 'zod'
import { recordKey } from '../../../../shared/command.ts'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { endSubscription } from '../subscribers/end-subscription.ts'
import { findSubscriber, isTooLate, type Subscriber } from '../subscribers/subscriber-row.ts'
import { subscriptionPath, type SubscriptionLinks } from '../subscribers/subscription-links.ts'
import type { PostPush } from './post-push.ts'
import { deviceIn } from './push-device.ts'
import { payloadText } from './push-payload.ts'

const Payload = z.object({ subscriberId: z.uuid() })

/** Whoever pressed the button waits for it; after that the link is of use for as long as it may be confirmed. */
const SECONDS = 48 * 3_600

const WORDS = {
  de: { title: 'Nachrichten der Stadt', body: (topics: string) => `Auf diesem Gerät erscheinen jetzt: ${topics}. Ändern oder beenden: hier antippen.` },
  en: { title: 'Messages from the town', body: (topics: string) => `From now on shown on this device: ${topics}. Change or end: tap here.` },
} as const

interface WelcomeParts {
  readonly database: Database
  readonly clock: Clock
  readonly post: PostPush
  readonly links: SubscriptionLinks
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}

/** Sends a device its first message: it carries the link by which the page there confirms, changes and ends. */
export function createWelcomeDelivery({ database: { db }, clock, post, links, portalUrl }: WelcomeParts): Deliver {
  const topicsOf = async ({ town_id: townId, topic_ids: ids, language }: Subscriber): Promise<string> => {
    const records = ids.map(id => ({ table: 'alert_topics', id }) as const)
    const found = await loadRecords(db, townId, records, false)
    return records.flatMap(record => nameOf(found.get(recordKey(record)) as AlertTopic | undefined, language)).join(', ')
  }
  return async ({ townId, payload }) => {
    const { subscriberId } = Payload.parse(payload)
    const now = instantFromMs(clock.nowMs())
    const row = await findSubscriber(db, townId, subscriberId, false)
    if (!row || (row.state !== 'unconfirmed' && row.state !== 'active') || isTooLate(row, now)) return 'done'
    const { language, address } = row
    const link = await links.keyFor(townId, subscriberId)
    const { title, body } = WORDS[language]
    const pushed = await post(deviceIn(address), {
      payload: payloadText({
        kind: 'welcome', title, body: body(await topicsOf(row)), language, tag: 'welcome', matter: 'welcome', isGrave: false, link,
        url: `${portalUrl()}${subscriptionPath(link)}${language === 'en' ? '?lang=en' : ''}`,
      }),
      seconds: SECONDS, urgency: 'high', topic: 'welcome',
    })
    if (pushed === 'gone') await forgetDevice(db, row, now)
    return pushed === 'handed' ? 'done' : 'failed'
  }
}

/** One that never confirmed was never told anything: nothing of it has to be counted later. */
async function forgetDevice(db: Database['db'], { town_id: townId, id, state }: Subscriber, now: Instant): Promise<void> {
  if (state === 'unconfirmed') await db.deleteFrom('subscribers').where('town_id', '=', townId).where('id', '=', id).where('state', '=', 'unconfirmed').execute()
  else await endSubscription(db, townId, id, 'bounced', now)
}

const nameOf = (topic: AlertTopic | undefined, language: Language): readonly string[] => (topic ? [topic.name[language] || topic.name.de] : [])
