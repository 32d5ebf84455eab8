import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import type { NewJob } from '../../../delivery/jobs.ts'

/** What somebody is told about a house they asked for. */
export const TOLD = ['requested', 'approved', 'refused', 'cancelled', 'withdrawn'] as const
export type Told = (typeof TOLD)[number]

/** The e-mail about a request, one for a whole series; none where nobody gave an address. No step is taken twice, so each thing is told once. */
export const hallMail = ({ id, tenant: { email } }: HallBooking, what: Told): readonly NewJob[] =>
  (email === null ? [] : [{ kind: 'hall-email', key: `hall/${id}/${what}`, payload: { bookingId: id, what }, personId: null }])
