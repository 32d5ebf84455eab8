import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import type { NewJob } from '../../../delivery/jobs.ts'

/** What somebody is told about a house they asked for. */
export const TOLD = ['requested', 'approved', 'refused', 'cancelled', 'withdrawn', 'corrected'] as const
export type Told = (typeof TOLD)[number]

/**
 * The e-mail about a request, one for a whole series; none where nobody gave an address. No step is taken twice, so each thing is told once; corrections
 * are told apart by when they were made.
 */
export const hallMail = ({ id, tenant: { email }, corrections }: HallBooking, what: Told): readonly NewJob[] =>
  (email === null ? [] : [{ kind: 'hall-email', key: `hall/${id}/${what}${what === 'corrected' ? `/${corrections.at(-1)?.at ?? ''}` : ''}`, payload: { bookingId: id, what }, personId: null }])
