import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'

export interface SessionLists {
  readonly today: readonly VaccinationSession[]
  readonly ahead: readonly VaccinationSession[]
  /** Those that are over or were cancelled, the last first. */
  readonly past: readonly VaccinationSession[]
}

/** The sessions of a place, which come in order of time, as one looks for them. */
export function sessionLists(sessions: readonly VaccinationSession[], placeId: string, today: string): SessionLists {
  const here = sessions.filter(session => session.placeId === placeId)
  const takesPlace = here.filter(({ status }) => status !== 'cancelled')
  return {
    today: takesPlace.filter(({ day }) => day === today),
    ahead: takesPlace.filter(({ day }) => day > today),
    past: here.filter(({ day, status }) => day < today || status === 'cancelled').toReversed(),
  }
}

export interface PossibleSteps {
  readonly change: boolean
  readonly open: boolean
  readonly close: boolean
  readonly cancel: boolean
}

/** What can be done with a session as a whole. It is opened on its day, and opened again as long as that lasts. */
export const possibleSteps = ({ status, day }: VaccinationSession, today: string): PossibleSteps => ({
  change: (status === 'planned' || status === 'open') && day >= today,
  open: (status === 'planned' || status === 'closed') && day === today,
  close: status === 'open',
  cancel: status === 'planned',
})
