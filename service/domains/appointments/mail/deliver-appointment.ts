import * as z from 'zod'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { messageIdFor, type Sender } from '../../../delivery/email.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { findAppointment, factsOf } from '../appointment-rows.ts'
import type { BookingLinks } from '../booking-links.ts'
import { TOLD } from './jobs.ts'
import { appointmentNotice } from './notice.ts'

const Payload = z.object({ appointmentId: AppointmentId, sequence: z.int(), what: z.enum(TOLD) })
type Payload = z.infer<typeof Payload>

/** Tells whoever has an appointment about it, as it stands at that moment. */
export function createAppointmentDelivery(parts: {
  readonly database: Database
  readonly clock: Clock
  readonly transport: MailTransport
  readonly sender: Sender
  readonly bookingLinks: BookingLinks
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}): Deliver {
  const { database, clock, transport, sender, bookingLinks, portalUrl } = parts
  return async job => {
    const payload = Payload.parse(job.payload)
    const now = instantFromMs(clock.nowMs())
    const appointment = await findAppointment(database.db, job.townId, payload.appointmentId, false)
    if (!appointment?.email || !isStillTrue(payload, appointment, now)) return 'done'
    const facts = await factsOf(database.db, job.townId, appointment)
    const bookingUrl = `${portalUrl()}/portal/appointments`
    const link = `${bookingUrl}/${await bookingLinks.keyFor(job.townId, payload.appointmentId)}`
    const notice = appointmentNotice(payload.what, { ...facts, sender, link, bookingUrl, now, messageId: messageIdFor(job.townId, job.key, sender.from) })
    return (await transport.send({ ...notice, from: sender.from, to: appointment.email })) === 'accepted' ? 'done' : 'failed'
  }
}

/** Whatever changed an appointment again has a job of its own, which says what is true now. */
const isStillTrue = ({ what, sequence }: Payload, appointment: Appointment, now: Instant): boolean =>
  appointment.sequence === sequence && appointment.status === (what === 'cancelled' ? 'cancelled' : 'booked') && appointment.startsAt > now
