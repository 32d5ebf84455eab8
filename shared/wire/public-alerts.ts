import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Language } from '../domains/alerts/content.ts'
import { AlertTopic } from '../domains/alerts/tables.ts'
import { TopicId } from '../ids.ts'

/** By what somebody can subscribe: an e-mail address, or the browser of a device. */
export const SubscribedWay = z.enum(['email', 'push'])
export type SubscribedWay = z.infer<typeof SubscribedWay>

/** What one can be told about and by what, and the places one can choose. */
export const InfoOffer = z.object({
  topics: z.array(z.object({ id: TopicId, kind: AlertTopic.shape.kind, name: AlertTopic.shape.name, description: AlertTopic.shape.description, ways: z.array(SubscribedWay) })),
  localities: z.array(z.string()),
  /** The town's key for a browser that subscribes (`applicationServerKey`, RFC 8292); null: there are no messages to browsers. */
  pushKey: z.string().nullable(),
})
export type InfoOffer = z.infer<typeof InfoOffer>

/** What somebody wants to be told; no locality: whatever concerns the town. */
export const SubscriptionChoice = z.object({
  language: Language,
  topicIds: z.array(TopicId).min(1).max(40),
  localities: z.array(z.string().min(1).max(80)).max(400),
})
export type SubscriptionChoice = z.infer<typeof SubscriptionChoice>

export const SubscriptionAsked = SubscriptionChoice.extend({ email: z.email().max(254) })
export type SubscriptionAsked = z.infer<typeof SubscriptionAsked>

/** A browser as it says itself how to reach it (`PushSubscription.toJSON()`). */
export const PushDevice = z.object({
  endpoint: z.string().min(1).max(1_000),
  keys: z.object({ p256dh: z.string().regex(/^[\w-]{87}$/), auth: z.string().regex(/^[\w-]{22}$/) }),
})
export type PushDevice = Readonly<z.infer<typeof PushDevice>>

export const DeviceAsked = SubscriptionChoice.extend({ device: PushDevice })
export type DeviceAsked = z.infer<typeof DeviceAsked>

export const SubscriptionShown = z.object({
  link: z.string(),
  state: z.enum(['unconfirmed', 'active', 'ended']),
  way: SubscribedWay,
  /** Enough of the address to know it again, too little to use it; empty for a device and once it has ended. */
  email: z.string(),
  language: Language,
  topicIds: z.array(TopicId),
  localities: z.array(z.string()),
})
export type SubscriptionShown = z.infer<typeof SubscriptionShown>

const ByLink = z.object({ link: z.string().min(1).max(200) })
const tags = ['info']

/** Subscriptions of citizens, under `/public/v1`, without sign-in and rate-limited. Whether an address is known is never told. */
export const publicAlertsContract = {
  alerts: {
    offer: oc.route({ method: 'GET', path: '/alerts/topics', tags, summary: 'What one can be told about, and the places one can choose' }).output(InfoOffer),
    subscribe: oc
      .route({ method: 'POST', path: '/alerts/subscriptions', tags, summary: 'Ask for messages; nothing is sent before the address has confirmed it', successStatus: 202 })
      .input(SubscriptionAsked)
      .output(z.object({})),
    subscribeDevice: oc
      .route({ method: 'POST', path: '/alerts/devices', tags, summary: 'Ask for messages on a device; the first message to it carries the link by which it confirms', successStatus: 202 })
      .input(DeviceAsked)
      .output(z.object({})),
    read: oc.route({ method: 'GET', path: '/alerts/subscriptions/{link}', tags, summary: 'A subscription by its link' }).input(ByLink).output(SubscriptionShown),
    confirm: oc.route({ method: 'POST', path: '/alerts/subscriptions/{link}/confirmation', tags, summary: 'Confirm a subscription, within 48 hours' }).input(ByLink).output(SubscriptionShown),
    change: oc.route({ method: 'PUT', path: '/alerts/subscriptions/{link}', tags, summary: 'Change what one is told about' }).input(ByLink.extend(SubscriptionChoice.shape)).output(SubscriptionShown),
    end: oc.route({ method: 'POST', path: '/alerts/subscriptions/{link}/end', tags, summary: 'End a subscription; its address is forgotten at once' }).input(ByLink).output(SubscriptionShown),
  },
}
