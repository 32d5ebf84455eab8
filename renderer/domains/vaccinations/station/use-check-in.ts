import { useState } from 'react'
import type { StandBy, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { derivedUuid, type AppointmentId } from '../../../../shared/ids.ts'
import type { Booked } from '../board/board-view.ts'
import { draftForAppointment, draftForStandBy, NOBODY, splitName, type PersonDraft } from './check-in-draft.ts'
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
  readonly save: (person: Vaccinee) => void
  readonly drop: () => void
}

/** Takes somebody in: with an appointment, from the stand-by list, or without either; `onIn` is told who they are now. */
export function useCheckIn({ id: sessionId }: Pick<VaccinationSession, 'id'>, station: Station, onIn: (visitId: string) => void): CheckIn {
  const [now, setNow] = useState<CheckingIn>()
  const begin = (draft: PersonDraft, appointmentId: AppointmentId | null = null): void => setNow({ draft, appointmentId })
  return {
    now,
    admit: appointment => begin(draftForAppointment(appointment), appointment.id),
    admitStandBy: entry => begin(draftForStandBy(entry)),
    admitNamed: name => begin({ ...NOBODY, ...splitName(name) }),
    save: person => station.step('check-in', { sessionId, appointmentId: now?.appointmentId ?? null, person }, commandId => {
      setNow(undefined)
      onIn(derivedUuid(commandId, 'visit'))
    }),
    drop: () => setNow(undefined),
  }
}
