import { useState } from 'react'
import type { StandBy, VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { derivedUuid, type AppointmentId } from '../../../../shared/ids.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Booked } from '../board/board-view.ts'
import { draftForAppointment, draftForPerson, draftForStandBy, NOBODY, splitName, type PersonDraft } from './check-in-draft.ts'
import type { Station } from './use-station.ts'

export interface CheckingIn {
  readonly draft: PersonDraft
  readonly appointmentId: AppointmentId | null
}

export interface CheckIn {
  /** Who is being written down; undefined for nobody. */
  readonly now: CheckingIn | undefined
  readonly admit: (appointment: Booked) => void
  readonly admitStandBy: (entry: StandBy) => void
  readonly admitNamed: (name: string) => void
  /** Somebody who had left is back. */
  readonly admitAgain: (visit: Pick<Visit, 'person' | 'appointmentId'>) => void
  readonly save: (person: Vaccinee) => void
  readonly drop: () => void
}

/** Takes somebody in: with an appointment, from the stand-by list, or without either; `onIn` is told who they are now. */
export function useCheckIn({ id: sessionId }: Pick<VaccinationSession, 'id'>, station: Station, onIn: (visitId: string) => void): CheckIn {
  const language = useLanguage()
  const [now, setNow] = useState<CheckingIn>()
  const begin = (draft: PersonDraft, appointmentId: AppointmentId | null = null): void => setNow({ draft, appointmentId })
  return {
    now,
    admit: appointment => begin(draftForAppointment(appointment), appointment.id),
    admitStandBy: entry => begin(draftForStandBy(entry)),
    admitNamed: name => begin({ ...NOBODY, ...splitName(name) }),
    admitAgain: ({ person, appointmentId }) => begin(draftForPerson(person, day => formatPlainDay(day, language)), appointmentId),
    save: person => station.step('check-in', { sessionId, appointmentId: now?.appointmentId ?? null, person }, commandId => {
      setNow(undefined)
      onIn(derivedUuid(commandId, 'visit'))
    }),
    drop: () => setNow(undefined),
  }
}
