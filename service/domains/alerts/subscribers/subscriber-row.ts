import type { Kysely, Selectable } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { SubscribedWay, SubscriptionShown } from '../../../../shared/wire/public-alerts.ts'
import type { Schema } from '../../../store/schema.ts'
import type { SubscribersTable } from '../tables.ts'

export type Subscriber = Selectable<SubscribersTable>

const CONFIRMABLE_DAYS = 2

/** A citizen's subscription; `forUpdate` keeps others from it until the transaction ends. */
export function findSubscriber(db: Kysely<Schema>, townId: TownId, id: string, forUpdate: boolean): Promise<Subscriber | undefined> {
  const query = db.selectFrom('subscribers').selectAll().where('town_id', '=', townId).where('id', '=', id).where('mode', '=', 'live')
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** Whether the address has been asked for too long ago to confirm now. */
export const isTooLate = ({ state, created_at }: Subscriber, now: Instant): boolean => state === 'unconfirmed' && plusDays(created_at, CONFIRMABLE_DAYS) <= now

/** As whoever has its link sees it. One that was given up says no more than one that was ended. */
export function shownSubscription(row: Subscriber, link: string): SubscriptionShown {
  const { state, address, language, topic_ids: topicIds, localities } = row
  const way = wayOf(row)
  return { link, state: state === 'bounced' ? 'ended' : state, way, email: way === 'email' ? partOf(address) : '', language, topicIds: [...topicIds], localities: [...localities] }
}

/** By what somebody has subscribed; everything that is no browser has an address of its own. */
export const wayOf = ({ channel }: Pick<Subscriber, 'channel'>): SubscribedWay => (channel === 'push' ? 'push' : 'email')

/** `k…@example.org`: links are forwarded, and an address is nobody else's business. */
const partOf = (address: string): string => address.replace(/^(.)[^@]*/u, '$1…')
