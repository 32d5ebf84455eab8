import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { Effects } from '../../../commands/context.ts'
import { appointmentMail, type Told } from './jobs.ts'

/** What a change has to say to whoever comes; null where it changes nothing for them. */
export function toldBy(before: Appointment | undefined, after: Appointment): Told | null {
  const stoodBefore = before !== undefined && before.status !== 'held' && before.status !== 'cancelled'
  if (after.status === 'cancelled') return stoodBefore ? 'cancelled' : null
  if (after.status !== 'booked') return null
  if (!stoodBefore) return 'confirmed'
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) return 'moved'
  return before.email === after.email ? null : 'confirmed'
}

/** Whoever has an appointment is told what a clerk did to it. */
export const onAppointmentChanged: Effects = ({ changes, state }) => ({
  changes: [],
  jobs: changes.flatMap(change => {
    if (change.table !== 'appointments') return []
    const what = toldBy(state.get('appointments', change.row.id), change.row)
    return (what && appointmentMail(change.row, what)) ?? []
  }),
})
