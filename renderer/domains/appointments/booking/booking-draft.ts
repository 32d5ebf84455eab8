import * as z from 'zod'
import { AppointmentServiceId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'

/** Where the draft lies among what this desk keeps. */
export const BOOKING_DRAFT = 'booking-draft'

/** An appointment being booked: everything as it was typed. The time is none of it, it may be gone by then. */
export const BookingDraft = z.object({
  serviceIds: z.array(AppointmentServiceId).max(10),
  persons: z.int().min(1).max(20),
  name: z.string().max(120),
  phone: z.string().max(40),
  email: z.string().max(254),
  note: z.string().max(1_000),
  channel: z.enum(['telephone', 'counter']),
})
export type BookingDraft = Readonly<z.infer<typeof BookingDraft>>

export const EMPTY_BOOKING: BookingDraft = { serviceIds: [], persons: 1, name: '', phone: '', email: '', note: '', channel: 'telephone' }

/** What lies in the file of this desk; a draft of an older version that does not fit is begun anew. */
export const bookingDraftFrom = (stored: Json): BookingDraft => BookingDraft.safeParse(stored).data ?? EMPTY_BOOKING

/** Whether there is anything that somebody would miss. */
export const isBegun = ({ serviceIds, name, phone, email, note }: BookingDraft): boolean =>
  serviceIds.length > 0 || [name, phone, email, note].some(text => text.trim() !== '')
