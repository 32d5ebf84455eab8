import * as z from 'zod'
import type { HallStatus } from '../../../../shared/domains/halls/tables.ts'
import { HallBookingId } from '../../../../shared/ids.ts'
import { messageIdFor, type Sender } from '../../../delivery/email.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import type { HallLinks } from '../hall-links.ts'
import { bookingsOfRequest, findHall, findHallBooking } from '../hall-rows.ts'
import { TOLD, type Told } from './jobs.ts'
import { hallNotice } from './notice.ts'

const Payload = z.object({ bookingId: HallBookingId, what: z.enum(TOLD) })

/** What has to be true still for it to be told. */
const STATUS: Readonly<Record<Told, readonly HallStatus[]>> = {
  requested: ['requested'], approved: ['approved'], refused: ['refused'], cancelled: ['cancelled'], withdrawn: ['cancelled'], corrected: ['requested', 'approved', 'contracted'],
}

/** Tells whoever asked for a house about it, as it stands at that moment; what was overtaken has an e-mail of its own. */
export function createHallDelivery(parts: {
  readonly database: Database
  readonly transport: MailTransport
  readonly sender: Sender
  readonly hallLinks: HallLinks
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}): Deliver {
  const { database: { db }, transport, sender, hallLinks, portalUrl } = parts
  return async ({ townId, key, payload }) => {
    const { bookingId, what } = Payload.parse(payload)
    const booking = await findHallBooking(db, townId, bookingId)
    const hall = booking && (await findHall(db, townId, booking.hallId))
    if (!hall || booking.tenant.email === null || !STATUS[what].includes(booking.status)) return 'done'
    const times = (await bookingsOfRequest(db, townId, booking, false)).filter(({ status }) => status === booking.status)
    const link = `${portalUrl()}/portal/halls/requests/${await hallLinks.keyFor(townId, bookingId)}`
    const notice = hallNotice(what, { hall, times, sender, link, messageId: messageIdFor(townId, key, sender.from) })
    return (await transport.send({ ...notice, from: sender.from, to: booking.tenant.email })) === 'accepted' ? 'done' : 'failed'
  }
}
