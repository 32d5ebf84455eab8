import type { Kysely } from 'kysely'
import type { OpeningHours, Place } from '../../../../shared/domains/appointments/tables.ts'
import type { AppointmentServiceId, TownId } from '../../../../shared/ids.ts'
import { isHealthScope } from '../../../../shared/scope.ts'
import type { InvitedDay } from '../../../../shared/wire/booking.ts'
import type { Schema } from '../../../store/schema.ts'

/** What the sessions of a place of health say about its times: for what they may be booked, and who is invited. */
export interface SessionDays {
  readonly lines: readonly OpeningHours[]
  readonly invited: readonly InvitedDay[]
}

/** The lines by which somebody may book what they want; a session gives only what it was planned for. */
export async function sessionDays(db: Kysely<Schema>, townId: TownId, place: Place, lines: readonly OpeningHours[], serviceIds: readonly AppointmentServiceId[]): Promise<SessionDays> {
  if (!isHealthScope(place.scope)) return { lines, invited: [] }
  const sessions = await db.selectFrom('vaccination_sessions').select(['opening_hours_id', 'service_ids', 'day', 'from_age', 'groups'])
    .where('town_id', '=', townId).where('place_id', '=', place.id).where('status', 'in', ['planned', 'open']).orderBy('day').orderBy('start_time').execute()
  const open = sessions.filter(session => session.service_ids.length === 0 || serviceIds.every(id => session.service_ids.includes(id)))
  const closed = new Set(sessions.filter(session => !open.includes(session)).map(session => session.opening_hours_id))
  return {
    lines: lines.filter(({ id }) => !closed.has(id)),
    invited: open.flatMap(({ day, from_age: fromAge, groups }) => (fromAge === null && groups === '' ? [] : [{ day, fromAge, groups }])),
  }
}
