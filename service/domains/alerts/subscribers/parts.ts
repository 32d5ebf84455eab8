import type { TownId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import type { PushKey } from '../push/push-keys.ts'
import type { SubscriptionLinks } from './subscription-links.ts'

/** What subscriptions work with. */
export interface SubscriptionParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly links: SubscriptionLinks
  readonly newId: () => string
  /** Null: there are no messages to browsers. */
  readonly push: PushDoor | null
}

/** By what browsers may subscribe. */
export interface PushDoor {
  /** The services of browsers to which the town sends. */
  readonly hosts: readonly string[]
  readonly key: () => Promise<PushKey>
}
