import { createHmac } from 'node:crypto'
import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import { townSecret } from '../store/town-secret.ts'
import { createRefusedSenders } from './limit-asking-refused.ts'
import { RefusedRequest } from './refusal.ts'

/** What makes the town write to an address that anybody may have typed, or to a device that anybody may have made up. */
const ASKING: readonly string[] = ['/portal/info', '/public/v1/alerts/subscriptions', '/public/v1/alerts/devices', '/portal/notices', '/public/v1/notices/mailboxes']

const HOUR_MS = 3_600_000
/** Twenty in an hour where sixty requests in a minute are allowed: a household, a class in school, and no list of strangers. */
const SHARE_OF_A_MINUTE = 1 / 3

export interface LimitParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly requestsPerMinute: number
}

/** Counts one more of the sender at an internet address and answers 0; or the seconds until they may go on, and counts nothing. */
export type PerSender = (address: string) => Promise<number>

/** Counts for one sender what they ask in an hour, apart from all other limits and for all processes of a town. What is counted apart has a name of its own. */
export function perSenderInAnHour({ database, townId, clock, requestsPerMinute }: LimitParts, counted: 'asking' | 'conversation'): PerSender {
  const { db } = database
  const most = Math.max(1, Math.floor(requestsPerMinute * SHARE_OF_A_MINUTE))
  const secret = townSecret(database)
  const refused = createRefusedSenders()
  return async address => {
    // As the limits of a minute have it: a connection has a whole /64 of addresses, and IPv4 is written in two ways.
    const sender = normalizeIP(address)
    const nowMs = clock.nowMs()
    const knownUntilMs = refused.untilOf(sender)
    if (knownUntilMs > nowMs) return secondsTo(knownUntilMs, nowMs)
    // Whoever reads only the table learns no address; whoever has the secret, too, could try all of them.
    const key = createHmac('sha256', await secret(townId)).update(`sender/${counted}/${sender}`).digest('base64url')
    if ((await countOne(db, { townId, key, most, nowMs })) !== null) {
      await forgetSenders(db, townId, instantFromMs(nowMs))
      return 0
    }
    const known = await db.selectFrom('sender_counts').select('since').where('town_id', '=', townId).where('key', '=', key).executeTakeFirst()
    if (!known) return 0
    const untilMs = msOf(known.since) + HOUR_MS
    refused.note(sender, untilMs, nowMs)
    return secondsTo(untilMs, nowMs)
  }
}

const secondsTo = (untilMs: number, nowMs: number): number => Math.max(1, Math.ceil((untilMs - nowMs) / 1_000))

interface Counting {
  readonly townId: TownId
  readonly key: string
  readonly most: number
  readonly nowMs: number
}

/** The how manieth this is; null where it is one too many. One statement, so that of many at once, at whatever process, no two are the same one. */
async function countOne(db: Kysely<Schema>, { townId, key, most, nowMs }: Counting): Promise<number | null> {
  const [now, over] = [instantFromMs(nowMs), instantFromMs(nowMs - HOUR_MS)]
  const { rows } = await sql<{ readonly count: number }>`
    insert into sender_counts as known (town_id, key, count, since) values (${townId}, ${key}, 1, ${now})
    on conflict (town_id, key) do update set
      since = case when known.since <= ${over} then excluded.since else known.since end,
      count = case when known.since <= ${over} then 1 else known.count + 1 end
    where known.since <= ${over} or known.count < ${most}
    returning count`.execute(db)
  return rows[0]?.count ?? null
}

/** Takes away what counts no more; how many senders. */
export async function forgetSenders(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('sender_counts').where('town_id', '=', townId).where('since', '<=', instantFromMs(msOf(now) - HOUR_MS)).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** One who asks has the town write to a few addresses and not to one a second: three e-mails a day each, to thousands, would be the town's own flood. */
export function limitAsking(app: FastifyInstance, parts: LimitParts): void {
  const perSender = perSenderInAnHour(parts, 'asking')
  // After what the limits of a minute refuse, and before the body is read.
  app.addHook('preParsing', async request => {
    // By the route: an address can be written in many ways.
    if (request.method !== 'POST' || !ASKING.includes(request.routeOptions.url ?? '')) return
    const seconds = await perSender(request.ip)
    if (seconds > 0) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds } })
  })
}
