import type { AppointmentStatus } from '../../../../shared/domains/appointments/tables.ts'
import type { Booking, BookingStatus } from '../../../../shared/wire/booking.ts'
import { changeableUntil, type AppointmentFacts } from '../mail/appointment-facts.ts'

/** What goes on at the counter is nobody's business who only has a link. */
const STATUS: Readonly<Record<AppointmentStatus, BookingStatus>> = {
  held: 'held', booked: 'booked', waiting: 'here', called: 'here', serving: 'here', parked: 'here', finished: 'over', missed: 'over', cancelled: 'cancelled',
}

/** An appointment as whoever has its link sees it: neither note nor address, which only the town needs. */
export function shownBooking(facts: AppointmentFacts, link: string): Booking {
  const { appointment, place: { id, name, address, directions }, services } = facts
  const { status, persons, startsAt, endsAt, name: person, heldUntil } = appointment
  return {
    link,
    status: STATUS[status],
    place: { id, name, address, directions },
    services: services.map(service => ({ id: service.id, title: service.title, bring: service.bring })),
    persons,
    startsAt,
    endsAt,
    name: person,
    heldUntil: status === 'held' ? heldUntil : null,
    changeUntil: changeableUntil(facts),
  }
}
