import { sql, type Kysely } from 'kysely'
import { CARD_STATUSES, type ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { forgetPersonsOf } from '../../store/forget.ts'
import { eraseRecords } from '../../store/erase.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

const AT_ONCE = 100
const WITHOUT_DAYS = CARD_STATUSES.filter(status => status !== 'requested' && status !== 'approved')

/** The day a card ended: before its time, or with its last day; a request has none until somebody has decided. */
const endedOn = sql<string>`least(coalesce((c.ended_at at time zone 'Europe/Berlin')::date, 'infinity'), c.valid_until::date)`
const isEnded = sql<boolean>`c.status = any(${WITHOUT_DAYS}::text[])`

/** The card without its holder: that a number was given, when and by which unit stays. */
const withoutHolder = (row: ServiceCard): ServiceCard =>
  ({ ...row, familyName: '', givenName: '', rank: '', duty: '', photoId: null, token: '', reason: null, blocked: row.blocked && { ...row.blocked, note: '' } })

/** Forgets whose a card was, once it has ended for longer than its organisation keeps it. Answers how many. */
export const forgetOldCards = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  forgetPersonsOf(db, townId, {
    table: 'service_cards',
    action: 'service-cards.forgotten',
    without: withoutHolder,
    due: async (trx, limit) => {
      const { rows } = await sql<{ id: string }>`
        select c.id from service_cards c join card_organisations o on o.town_id = c.town_id and o.id = c.organisation_id
        where c.town_id = ${townId} and c.family_name <> '' and ${isEnded} and ${endedOn} < ${germanDay(now)}::date - make_interval(years => o.keep_years::int)
        order by c.id limit ${limit}`.execute(trx)
      return rows.map(({ id }) => id)
    },
  }, now)

/** Deletes photos that no card shows any more: each has ended for longer than its organisation keeps the photo. Answers how many. */
export async function deleteOldPhotos(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let deleted = 0
  for (;;) {
    const done = await db.transaction().execute(async trx => {
      const { rows } = await sql<{ id: string }>`
        select p.id from card_photos p
        where p.town_id = ${townId} and not exists (
          select from service_cards c join card_organisations o on o.town_id = c.town_id and o.id = c.organisation_id
          where c.town_id = p.town_id and c.photo_id = p.id and not (${isEnded} and ${endedOn} < ${germanDay(now)}::date - o.photo_days::int))
        order by p.id limit ${AT_ONCE}`.execute(trx)
      const found = await loadRecords(trx, townId, rows.map(({ id }) => ({ table: 'card_photos', id }) as const), true)
      const records = [...found.values()].map(row => ({ table: 'card_photos', row }) as const)
      if (records.length > 0) await eraseRecords(trx, { townId, actor: null, action: 'service-cards.photos-deleted', commandId: null, at: now }, records)
      return records.length
    })
    deleted += done
    if (done < AT_ONCE) return deleted
  }
}
