import { placeStatistics, type PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { serve } from '../../cache/worker-side.ts'
import { visitsAt } from './appointment-rows.ts'
import type { StatisticsRequest } from './statistics-request.ts'

serve<StatisticsRequest>('reader', (db, { placeId, fromDay, toDay, lines, resources }): PlaceStatistics => {
  const visits = visitsAt(db, placeId, startOfGermanDay(fromDay), startOfGermanDay(plusCalendarDays(toDay, 1)))
  return placeStatistics(visits, { fromDay, toDay, lines, resources })
})
