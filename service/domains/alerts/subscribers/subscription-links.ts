import type { TownId } from '../../../../shared/ids.ts'
import type { Database } from '../../../store/database.ts'
import { sealedIds } from '../../../store/sealed-ids.ts'

/** The keys with which people confirm, change and end their own subscription. */
export interface SubscriptionLinks {
  keyFor(townId: TownId, subscriberId: string): Promise<string>
  /** The subscription a key was made for; null for a key that never was. */
  subscriberOf(townId: TownId, key: string): Promise<string | null>
}

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createSubscriptionLinks(database: Database): SubscriptionLinks {
  const { keyFor, idOf } = sealedIds(database, 'subscription')
  return { keyFor, subscriberOf: idOf }
}

/** Where a subscription is seen, confirmed and changed. */
export const subscriptionPath = (key: string): string => `/portal/info/${key}`

/** Where one click ends it: a button to whoever opens it, the end itself to a mail program that posts to it (RFC 8058). */
export const unsubscribePath = (key: string): string => `${subscriptionPath(key)}/end`
