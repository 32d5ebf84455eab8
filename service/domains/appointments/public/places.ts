import type { Kysely } from 'kysely'
import type { AppointmentService, Place } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { BookablePlace } from '../../../../shared/wire/booking.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

/** Where citizens can book an appointment, and for what, in the order the town gave. */
export async function bookablePlaces(db: Kysely<Schema>, townId: TownId): Promise<readonly BookablePlace[]> {
  const [placeIds, serviceIds] = await Promise.all([activeIds(db, townId, 'places'), activeIds(db, townId, 'appointment_services')])
  const rows = await loadRecords(db, townId, [
    ...placeIds.map(id => ({ table: 'places', id }) as const), ...serviceIds.map(id => ({ table: 'appointment_services', id }) as const),
  ], false)
  const places = placeIds.map(id => rows.get(`places/${id}`) as Place).toSorted(inOrder)
  const services = serviceIds.map(id => rows.get(`appointment_services/${id}`) as AppointmentService).filter(({ isPublic }) => isPublic).toSorted(inOrder)
  return places.map(place => bookablePlace(place, services)).filter(place => place.services.length > 0)
}

async function activeIds(db: Kysely<Schema>, townId: TownId, table: 'places' | 'appointment_services'): Promise<readonly string[]> {
  const rows = await db.selectFrom(table).select('id').where('town_id', '=', townId).where('active', '=', true).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const inOrder = (one: { readonly position: number }, other: { readonly position: number }): number => one.position - other.position

const bookablePlace = ({ id, name, address, directions, holdMinutes, changeUntilMinutes }: Place, services: readonly AppointmentService[]): BookablePlace => ({
  id, name, address, directions, holdMinutes, changeUntilMinutes,
  services: services.filter(({ placeId }) => placeId === id).map(service => ({
    id: service.id, title: service.title, minutes: service.minutes, minutesPerFurtherPerson: service.minutesPerFurtherPerson,
    maxPersons: service.maxPersons, bring: service.bring, followUp: service.followUp,
  })),
})
