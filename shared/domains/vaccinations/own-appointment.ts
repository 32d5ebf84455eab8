import type { Change, State } from '../../command.ts'
import type { Instant } from '../../time.ts'
import { stageOf } from './stage.ts'
import type { Visit } from './tables.ts'

type Whose = Pick<Visit, 'appointmentId' | 'answers' | 'verdict' | 'consent' | 'vaccinationId' | 'observation' | 'departed' | 'twinId'>

/**
 * What a visit makes of the appointment it belongs to, so that the calendar of the place tells who has come: whoever is here is
 * being served, whoever has gone, vaccinated or not, was served. Nobody waits by it or is called: people go from station to
 * station. What was cancelled stays so; its time may be somebody else's by now. A step of the visit is never refused for it.
 */
export function ownAppointment(state: State, visit: Whose, { now, isDayOver = false }: { readonly now: Instant; readonly isDayOver?: boolean }): readonly Change[] {
  const appointment = visit.appointmentId === null ? undefined : state.get('appointments', visit.appointmentId)
  if (!appointment || appointment.status === 'cancelled' || appointment.status === 'finished') return []
  const isOver = isDayOver || hasGone(visit)
  if (appointment.status === 'serving' && !isOver) return []
  const servingSince = appointment.servingSince ?? now
  return [{ table: 'appointments', row: { ...appointment, status: isOver ? 'finished' : 'serving', servingSince, endedAt: isOver ? now : null, before: null, steppedAt: now } }]
}

/** Of two visits of one person, the one that is left for the other says nothing about the appointment of both. */
const hasGone = (visit: Whose): boolean => stageOf(visit) === 'done' || (stageOf(visit) === 'left' && visit.twinId === null)
