import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'

/** The session somebody works in: the one they chose, else that of today that is open or begins first, else the next one, else the last. */
export function sessionFor(sessions: readonly VaccinationSession[], today: string, chosenId: string | undefined): VaccinationSession | undefined {
  const held = sessions.filter(({ status }) => status !== 'cancelled')
  const ofToday = held.filter(({ day }) => day === today)
  return sessions.find(({ id }) => id === chosenId)
    ?? ofToday.find(({ status }) => status === 'open')
    ?? ofToday.find(({ status }) => status === 'planned')
    ?? ofToday[0]
    ?? held.find(({ day }) => day > today)
    ?? held.at(-1)
}
