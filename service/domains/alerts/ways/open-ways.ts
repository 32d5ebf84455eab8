import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Database } from '../../../store/database.ts'
import { createEmailWay, type EmailWay } from '../sending/by-email.ts'
import { isOpenSending, noteReadBack } from '../sending/read-back.ts'
import type { HandOver } from '../sending/hand-over.ts'
import type { SenderParts } from '../sending/sender.ts'
import { openPush } from '../push/open-push.ts'
import type { PostPush } from '../push/post-push.ts'
import { endSubscription } from '../subscribers/end-subscription.ts'
import { noteBounce } from '../subscribers/note-bounce.ts'
import { createBounceAddresses } from '../bounces/bounce-addresses.ts'
import { createSubscriptionLinks, subscriptionPath, unsubscribePath } from '../subscribers/subscription-links.ts'
import { createDrillEmailWay } from './by-drill-email.ts'
import { createPushWay } from './by-push.ts'
import { createSmsWay } from './by-sms.ts'
import { createWebHookWay } from './by-web-hook.ts'
import { mailSignature } from './dkim-key.ts'
import type { Reach } from './reach.ts'
import type { WaySettings } from './way-settings.ts'

export interface WayParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
  readonly settings: WaySettings
  /** Null: e-mail is not set up. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where the service is reached from outside. */
  readonly url: () => string
  readonly measure: (attempt: { readonly kind: string; readonly outcome: string; readonly tookMs: number }) => void
}

export interface Ways {
  readonly handOver: SenderParts['handOver']
  readonly reach: Reach
  /** Null: no messages to browsers. */
  readonly push: PostPush | null
  close(): void
}

/** So many e-mails, short messages and posts at the same time. */
export const CONNECTIONS = 8

/** Read where they stand by whoever wants to: they need nobody to set them up. No drill hangs in a lobby. */
const PUBLISHED = { live: ['feed', 'display'], training: ['feed'] } as const satisfies Readonly<Record<Alert['mode'], readonly Channel[]>>

/** The ways out of this house, those of drills apart from all others: nothing leads from the one to the other. */
export async function openWays(parts: WayParts): Promise<Ways> {
  const email = parts.smtpUrl === null ? null : createEmailWay(await emailWay(parts, parts.smtpUrl))
  const drillEmail = parts.smtpUrl === null ? null : createDrillEmailWay({ smtpUrl: parts.smtpUrl, from: parts.mailFrom })
  const push = parts.settings.pushContact === null ? null : openPush({ ...parts, db: parts.database.db }, parts.settings.pushContact)
  const { alertHookSecret, drillHookSecret, alertHooks, drillHooks } = parts.settings
  const live = waysOf(parts, 'live', { email: email?.handOver ?? null, sms: smsWay(parts), push: push && pushWay(parts, push), 'web-hook': hookWay(parts, alertHooks, alertHookSecret) })
  const training = waysOf(parts, 'training', { email: drillEmail?.handOver ?? null, 'web-hook': hookWay(parts, drillHooks, drillHookSecret) })
  return {
    handOver: { live, training }, push,
    reach: { live: new Set([...live.keys(), ...PUBLISHED.live]), training: new Set([...training.keys(), ...PUBLISHED.training]) },
    close: () => {
      email?.close()
      drillEmail?.close()
    },
  }
}

function waysOf({ clock, measure }: WayParts, mode: Alert['mode'], ways: Partial<Record<Channel, HandOver | null>>): ReadonlyMap<Channel, HandOver> {
  const setUp = (Object.entries(ways) as readonly (readonly [Channel, HandOver | null])[]).flatMap(([channel, way]) => (way ? [[channel, way] as const] : []))
  return new Map(setUp.map(([channel, way]) => [channel, ofOneMode(mode, measured(channel, way, { clock, measure }))]))
}

/** The loop goes by the mode of a message, and each way looks at it again: a drill that came here would stop for good and be seen. */
const ofOneMode = (mode: Alert['mode'], way: HandOver): HandOver => async (sending, delivery) => (sending.alert.mode === mode ? way(sending, delivery) : { failed: 'other-mode' })

const measured = (channel: Channel, way: HandOver, { clock, measure }: Pick<WayParts, 'clock' | 'measure'>): HandOver => async (sending, delivery) => {
  const beganMs = clock.nowMs()
  const told = (outcome: string): void => measure({ kind: `alert-${channel}`, outcome, tookMs: clock.nowMs() - beganMs })
  try {
    const outcome = await way(sending, delivery)
    told(outcome === 'handed' ? 'done' : 'failed')
    return outcome
  } catch (error) {
    told('retry')
    throw error
  }
}

async function emailWay({ database, clock, settings, mailFrom, url }: WayParts, smtpUrl: string): Promise<EmailWay> {
  const links = createSubscriptionLinks(database)
  const { bounceDomain } = settings
  return {
    smtpUrl, nameOf: senderName => senderName, from: mailFrom, connections: CONNECTIONS,
    dkim: await mailSignature(settings),
    links: async (townId, subscriberId) => {
      const key = await links.keyFor(townId, subscriberId)
      return { seen: `${url()}${subscriptionPath(key)}`, ended: `${url()}${unsubscribePath(key)}` }
    },
    reportTo: bounceDomain === null ? null : createBounceAddresses(database, bounceDomain).addressFor,
    onRefused: (townId, subscriberId) => noteBounce(database.db, townId, subscriberId, instantFromMs(clock.nowMs())),
  }
}

function smsWay({ database, clock, fetch, settings: { smsGatewayUrl, smsGatewayToken } }: WayParts): HandOver | null {
  if (!smsGatewayUrl || !smsGatewayToken) return null
  return createSmsWay({
    url: smsGatewayUrl, token: smsGatewayToken, fetch, isOpen: sending => isOpenSending(database.db, sending),
    note: (sending, readBack) => noteReadBack(database.db, sending, readBack, instantFromMs(clock.nowMs())),
  })
}

const pushWay = ({ database, clock, url }: WayParts, post: PostPush): HandOver =>
  createPushWay({ post, clock, url, onGone: (townId, subscriberId) => endSubscription(database.db, townId, subscriberId, 'bounced', instantFromMs(clock.nowMs())) })

const hookWay = ({ clock, fetch }: WayParts, hooks: readonly string[], secret: string | null): HandOver | null => (hooks.length > 0 && secret ? createWebHookWay({ secret, clock, fetch }) : null)
