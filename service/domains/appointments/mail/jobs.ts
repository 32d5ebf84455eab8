import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { NewJob } from '../../../delivery/jobs.ts'

/** What somebody is told about an appointment. */
export const TOLD = ['confirmed', 'moved', 'cancelled', 'reminder'] as const
export type Told = (typeof TOLD)[number]

/**
 * The e-mail about an appointment as it stands now; null where nobody gave an address. One for each state of its calendar
 * entry and each thing told, however often it is asked for.
 */
export const appointmentMail = ({ id, sequence, email }: Appointment, what: Told): NewJob | null =>
  (email === null ? null : { kind: 'appointment-email', key: `appointment/${id}/${sequence}/${what}`, payload: { appointmentId: id, sequence, what }, personId: null })
