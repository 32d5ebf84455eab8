import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

const FREE_ATTEMPTS = 5
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 5 * 60_000
const MOST_DOUBLINGS = 10
const FORGET_AFTER_MS = 60 * 60_000

/** Slows guessing down without ever locking anybody out: five tries are free, then each costs a longer wait. Kept for all processes of a town. */
export interface Throttle {
  /** Counts a try as one that failed and answers 0; or how long to wait before the next one, in ms, and counts nothing. */
  tryOnce(login: string): Promise<number>
  /** Forgets what was counted. */
  succeeded(login: string): Promise<void>
}

interface Failures {
  readonly count: number
  readonly last_at: Instant
}

export function createThrottle(db: Kysely<Schema>, townId: TownId, clock: Clock): Throttle {
  // Whoever reads the table learns no login, not even one that somebody mistyped.
  const keyOf = (login: string): string => createHash('sha256').update(`${townId}/${login}`).digest('base64url')
  return {
    tryOnce: async login => {
      const nowMs = clock.nowMs()
      if (await counted(db, townId, keyOf(login), nowMs)) return 0
      const known: Failures | undefined = await db.selectFrom('sign_in_failures').select(['count', 'last_at']).where('town_id', '=', townId).where('key', '=', keyOf(login)).executeTakeFirst()
      return known ? Math.max(1, msOf(known.last_at) + waitAfter(known.count) - nowMs) : 0
    },
    succeeded: async login => {
      await db.deleteFrom('sign_in_failures').where('town_id', '=', townId).where('key', '=', keyOf(login)).execute()
      await db.deleteFrom('sign_in_failures').where('town_id', '=', townId).where('last_at', '<', instantFromMs(clock.nowMs() - FORGET_AFTER_MS)).execute()
    },
  }
}

/** One statement, so that of many tries at once, at whatever process, no two are the same one. */
async function counted(db: Kysely<Schema>, townId: TownId, key: string, nowMs: number): Promise<boolean> {
  const [now, forgotten] = [instantFromMs(nowMs), instantFromMs(nowMs - FORGET_AFTER_MS)]
  const { rows } = await sql`
    insert into sign_in_failures as known (town_id, key, count, last_at) values (${townId}, ${key}, 1, ${now})
    on conflict (town_id, key) do update set last_at = excluded.last_at,
      count = case when known.last_at <= ${forgotten} then 1 else known.count + 1 end
    where known.last_at <= ${forgotten} or known.count < ${FREE_ATTEMPTS}
      or known.last_at + least(${LONGEST_WAIT_MS}, ${FIRST_WAIT_MS} * 2 ^ least(${MOST_DOUBLINGS}, known.count - ${FREE_ATTEMPTS})) * interval '1 millisecond' <= ${now}
    returning key`.execute(db)
  return rows.length > 0
}

function waitAfter(count: number): number {
  if (count < FREE_ATTEMPTS) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(MOST_DOUBLINGS, count - FREE_ATTEMPTS))
}
