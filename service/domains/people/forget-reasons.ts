import { sql, type Kysely } from 'kysely'
import { reasonsKeptSince } from '../../../shared/domains/people/secrecy.ts'
import { germanDay, startOfGermanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'

/** Takes away why secrecies that are long over were set, and what for somebody looked behind one long ago; that it was so stays in the history. Answers how many. */
export async function forgetReasons(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const since = reasonsKeptSince(germanDay(now))
  // The day of the town: as a date of the database it would begin when it does in the database's time zone.
  const begins = startOfGermanDay(since)
  const { numAffectedRows: changed = 0n } = await sql`update secrecy_changes c set reason = '' where c.town_id = ${townId} and c.reason <> '' and c.at < ${begins} and (c.until is null or c.until < ${since})
    and not exists (select from secrecies s where s.town_id = c.town_id and s.id = c.person_id)`.execute(db)
  const { numAffectedRows: removed = 0n } = await sql`delete from person_accesses where town_id = ${townId} and at < ${begins}`.execute(db)
  return Number(changed + removed)
}
