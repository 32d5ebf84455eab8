import { aPlace } from '../../../shared/domains/appointments/testing.ts'
import { aBatch, aSession, aVaccine, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import type { Change } from '../../../shared/command.ts'
import { msOf, type Clock } from '../../../shared/time.ts'

/** A place of health, its catalogue and an open session, in the department `ordnung`. */
export const aVaccinationPlace = (): readonly Change[] => [
  { table: 'places', row: aPlace({ scope: aSession().scope }) },
  { table: 'vaccines', row: aVaccine() },
  { table: 'vaccine_batches', row: aBatch() },
  { table: 'vaccination_sessions', row: aSession() },
]

/** At ten in the morning of the session. */
export const sessionClock: Clock = { nowMs: () => msOf(SESSION_NOW) }
