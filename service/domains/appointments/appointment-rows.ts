import type { Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/command.ts'
import type { Appointment, AppointmentService, Place } from '../../../shared/domains/appointments/tables.ts'
import type { AppointmentId, TownId } from '../../../shared/ids.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { AppointmentFacts } from './mail/appointment-facts.ts'

export async function findAppointment(db: Kysely<Schema>, townId: TownId, id: AppointmentId, lock: boolean): Promise<Appointment | undefined> {
  return (await loadRecords(db, townId, [{ table: 'appointments', id }], lock)).get(`appointments/${id}`) as Appointment | undefined
}

/** An appointment with its place and what it is about. */
export async function factsOf(db: Kysely<Schema>, townId: TownId, appointment: Appointment): Promise<AppointmentFacts> {
  const services = appointment.serviceIds.map((id): RecordRef => ({ table: 'appointment_services', id }))
  const rows = await loadRecords(db, townId, [{ table: 'places', id: appointment.placeId }, ...services], false)
  const place = rows.get(`places/${appointment.placeId}`) as Place
  return { appointment, place, services: appointment.serviceIds.map(id => rows.get(`appointment_services/${id}`) as AppointmentService) }
}
