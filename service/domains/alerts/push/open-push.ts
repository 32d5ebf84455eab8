import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { createBusyServices } from './busy-services.ts'
import { createPostPush, type PostPush } from './post-push.ts'
import { createPushAuthorization } from './push-authorization.ts'
import { pushKey } from './push-keys.ts'

/** What has to be known to send to browsers. */
export interface PushParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}

/** Sends to browsers as the town; its key is made with the first message or with the first who asks for it. */
export function openPush({ db, townId, clock, fetch }: PushParts, contact: string): PostPush {
  const authorize = createPushAuthorization(() => pushKey(db, townId, instantFromMs(clock.nowMs())), contact, clock)
  return createPostPush({ fetch, authorize, busy: createBusyServices(clock) })
}
