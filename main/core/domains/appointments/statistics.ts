import { grantsIn, type Actor } from '../../../../shared/actor.ts'
import type { StatisticsQuestion } from '../../../../shared/contract/appointments.ts'
import { placeStatistics, type PlaceStatistics, type Visit } from '../../../../shared/domains/appointments/statistics.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { visitsAt } from './appointment-rows.ts'
import { furnishedPlace } from './places.ts'

/** What a period says about the planning of a place, for whoever leads its department; worked out from the rows of this desk. */
export function statisticsOf(db: Database, { placeId, fromDay, toDay }: StatisticsQuestion, actor: Actor): Result<PlaceStatistics> {
  const here = furnishedPlace(db, placeId)
  if (!here) return refuse('appointments/no-such-place')
  if (grantsIn(actor, ['lead'], here.place.scope).length === 0) return refuse('commands/not-allowed')
  const visits: readonly Visit[] = visitsAt(db, placeId, startOfGermanDay(fromDay), startOfGermanDay(plusCalendarDays(toDay, 1)))
  return ok(placeStatistics(visits, { fromDay, toDay, lines: here.lines, resources: here.resources }))
}
