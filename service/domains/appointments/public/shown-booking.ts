import type { Kysely } from 'kysely'
import type { RecordRef } from '../../../../shared/command.ts'
import type { Appointment, AppointmentService, AppointmentStatus, Place } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Booking, BookingStatus } from '../../../../shared/wire/booking.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { changeableUntil, type AppointmentFacts } from '../mail/appointment-facts.ts'

/** What goes on at the counter is nobody's business who only has a link. */
const STATUS: Readonly<Record<AppointmentStatus, BookingStatus>> = {
  held: 'held', booked: 'booked', waiting: 'here', called: 'here', serving: 'here', parked: 'here', finished: 'over', missed: 'over', cancelled: 'cancelled',
}

export async function factsOf(db: Kysely<Schema>, townId: TownId, appointment: Appointment): Promise<AppointmentFacts> {
  const services = appointment.serviceIds.map((id): RecordRef => ({ table: 'appointment_services', id }))
  const rows = await loadRecords(db, townId, [{ table: 'places', id: appointment.placeId }, ...services], false)
  const place = rows.get(`places/${appointment.placeId}`) as Place
  return { appointment, place, services: appointment.serviceIds.map(id => rows.get(`appointment_services/${id}`) as AppointmentService) }
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
