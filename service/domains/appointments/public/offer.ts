import type { Kysely } from 'kysely'
import { stateOf, type RecordRef } from '../../../../shared/command.ts'
import { bookable, minutesWanted, type Bookable, type Wanted } from '../../../../shared/domains/appointments/booking.ts'
import type { OpeningHours, Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import type { InvitedDay } from '../../../../shared/wire/booking.ts'
import { placeRows } from '../place-rows.ts'
import { sessionDays } from './session-days.ts'

/** What citizens want, with all that decides when they can have it. */
export interface PublicOffer extends Bookable {
  readonly minutes: number
  readonly lines: readonly OpeningHours[]
  readonly resources: readonly Resource[]
  readonly invited: readonly InvitedDay[]
}

/** Place and services as far as they are offered to the public. Who books holds the place: two that want one time come one after the other. */
export async function publicOffer(db: Kysely<Schema>, townId: TownId, wanted: Wanted, { lock }: { readonly lock: boolean }): Promise<Result<PublicOffer>> {
  const services = wanted.serviceIds.map((id): RecordRef => ({ table: 'appointment_services', id }))
  const place = await loadRecords(db, townId, [{ table: 'places', id: wanted.placeId }], lock)
  const state = stateOf(new Map([...place, ...(await loadRecords(db, townId, services, false))]))
  const found = bookable(state, wanted)
  if (!found.ok) return found
  if (found.value.services.some(({ isPublic }) => !isPublic)) return refuse('appointments/no-such-service')
  const { lines, resources } = await placeRows(db, townId, found.value.place.id)
  const days = await sessionDays(db, townId, found.value.place, lines, wanted.serviceIds)
  return ok({ ...found.value, ...days, resources, minutes: minutesWanted(found.value, wanted.persons) })
}
