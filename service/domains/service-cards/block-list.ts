import { sql, type Kysely } from 'kysely'
import { germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { townKey } from '../../store/town-keys.ts'
import { listToken } from './card-token.ts'

/** A telephone whose clock is a day behind still finds a card that has just ended. */
const LISTED_BEYOND_DAYS = 2

/**
 * The cards that hold no more although their days are not over, signed as of now: by number and by nothing else. It may be trusted for as
 * many days as the strictest organisation says.
 */
export async function signedBlockList(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<string> {
  const lastDay = plusCalendarDays(germanDay(now), -LISTED_BEYOND_DAYS)
  const blocked = await db.selectFrom('service_cards').select('number')
    .where('town_id', '=', townId).where('status', 'in', ['blocked', 'replaced']).where('valid_until', '>=', lastDay).orderBy('number').execute()
  const { days } = await db.selectFrom('card_organisations').select(sql<number | null>`min(list_days)`.as('days')).where('town_id', '=', townId).where('active', '=', true).executeTakeFirstOrThrow()
  const list = { t: townId, at: now, d: days ?? 0, b: blocked.map(({ number }) => number) }
  return listToken(list, await townKey(db, 'card_keys', townId, now))
}
