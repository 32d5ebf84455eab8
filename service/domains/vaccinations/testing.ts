import { aBatch, aSession, aVaccine, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import type { Change } from '../../../shared/command.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { msOf, type Clock } from '../../../shared/time.ts'

const PLACE: RowOf<'places'> = {
  id: aSession().placeId, scope: aSession().scope, version: 0, name: 'Bürgerhaus', address: 'Breite Straße 1, 39517 Tangerhütte', directions: '', position: 0, active: true,
  holdMinutes: 10, changeUntilMinutes: 60, maxPerEmail: 3, remindHoursBefore: 24, keepDays: 90,
}

/** A place of health, its catalogue and an open session, in the department `ordnung`. */
export const aVaccinationPlace = (): readonly Change[] => [
  { table: 'places', row: PLACE },
  { table: 'vaccines', row: aVaccine() },
  { table: 'vaccine_batches', row: aBatch() },
  { table: 'vaccination_sessions', row: aSession() },
]

/** At ten in the morning of the session. */
export const sessionClock: Clock = { nowMs: () => msOf(SESSION_NOW) }
