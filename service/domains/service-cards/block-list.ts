import { sql, type Kysely } from 'kysely'
import { isOut } from '../../../shared/domains/service-cards/card-steps.ts'
import { CARD_STATUSES } from '../../../shared/domains/service-cards/tables.ts'
import { germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { townKey } from '../../store/town-keys.ts'
import { listToken } from './card-token.ts'

/** A telephone whose clock is a day behind still finds a card that has just ended. */
const LISTED_BEYOND_DAYS = 2
const CARDS_OUT = CARD_STATUSES.filter(status => isOut({ status }))

/**
 * The cards that hold no more although their days are not over, signed as of now: by number and by nothing else. It may be trusted for as
 * many days as the strictest organisation says; one that gives out no more has its say as long as cards of it are out.
 */
export async function signedBlockList(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<string> {
  const lastDay = plusCalendarDays(germanDay(now), -LISTED_BEYOND_DAYS)
  const blocked = await db.selectFrom('service_cards').select('number')
    .where('town_id', '=', townId).where('status', 'in', ['blocked', 'replaced']).where('valid_until', '>=', lastDay).orderBy('number').execute()
  const { days } = await db.selectFrom('card_organisations as o').select(sql<number | null>`min(o.list_days)`.as('days')).where('o.town_id', '=', townId)
    .where(({ eb, or, exists, selectFrom }) => or([eb('o.active', '=', true), exists(selectFrom('service_cards as c').select('c.id')
      .where('c.town_id', '=', townId).whereRef('c.organisation_id', '=', 'o.id').where('c.status', 'in', CARDS_OUT).where('c.valid_until', '>=', lastDay))]))
    .executeTakeFirstOrThrow()
  const list = { t: townId, at: now, d: days ?? 0, b: blocked.map(({ number }) => number) }
  return listToken(list, await townKey(db, 'card_keys', townId, now))
}
