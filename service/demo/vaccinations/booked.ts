import { NOT_HERE_YET } from '../../../shared/domains/appointments/booking.ts'
import { minutesOf, onTheWall, type ClockTime } from '../../../shared/domains/appointments/clock-time.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import type { VaccinationSession } from '../../../shared/domains/vaccinations/tables.ts'
import { fullName, type Vaccinee } from '../../../shared/domains/vaccinations/vaccinee.ts'
import { AppointmentId, uuidV7 } from '../../../shared/ids.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../shared/time.ts'
import type { Random } from '../random.ts'
import type { VaccinationCentre } from './centre.ts'
import { inventElder } from './elders.ts'
import type { ProductKey } from './products.ts'
import { SLOT_MINUTES } from './sessions.ts'

const MINUTE_MS = 60_000

/** Somebody who has a time in a session, and what for. */
export interface BookedElder {
  readonly appointment: Appointment
  readonly person: Vaccinee
  readonly product: ProductKey
}

/** `count` people in a row over the stations, so many slots for each. */
export interface Booking {
  readonly session: VaccinationSession
  readonly count: number
  readonly slotsEach: number
}

/** Most come for influenza. */
const WISHES: readonly (readonly [index: number, weight: number])[] = [[0, 62], [1, 10], [2, 13], [3, 15]]

export function bookedElders({ centre, random, now }: { readonly centre: VaccinationCentre; readonly random: Random; readonly now: Instant }, { session, count, slotsEach }: Booking): readonly BookedElder[] {
  const startMs = onTheWall(session.day).msAt(minutesOf(session.startTime as ClockTime))
  const year = Number(session.day.slice(0, 4))
  return Array.from({ length: count }, (_, index) => {
    const wish = centre.offered[random.weighted(WISHES)]
    const station = centre.stations[index % centre.stations.length]
    if (!wish || !station) throw new Error('a centre without services or stations')
    const person = inventElder(random, year)
    const startsAt = instantFromMs(startMs + Math.floor(index * slotsEach) * SLOT_MINUTES * MINUTE_MS)
    const endsAt = instantFromMs(msOf(startsAt) + wish.service.minutes * MINUTE_MS)
    const createdAt = plusDays(now, -random.between(2, 20))
    const isOnline = person.email !== null
    const appointment: Appointment = {
      ...NOT_HERE_YET, id: AppointmentId.parse(uuidV7(msOf(createdAt), random.bytes(10))), scope: session.scope, version: 0, placeId: session.placeId, serviceIds: [wish.service.id], persons: 1,
      channel: isOnline ? 'portal' : 'telephone', resourceId: station.id, startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, name: fullName(person), email: person.email, phone: person.phone,
      note: '', priority: 2, ticket: null, sequence: 0, heldUntil: null, createdAt, createdByName: isOnline ? null : 'Lisa Ohm', status: 'booked',
    }
    return { appointment, person, product: wish.product }
  })
}
