import { sql, type Kysely } from 'kysely'
import type { AppointmentStatus } from '../../shared/domains/appointments/tables.ts'
import type { PersonId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'
import { isTheirs } from './person-links.ts'

const isOfHealth = sql`a.scope like 'health%'`

/** An appointment as it is told to the person who has it. */
export interface PersonAppointment {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place: string
  readonly services: readonly string[]
  readonly persons: number
  readonly status: AppointmentStatus
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly note: string
  /** The day from which on nobody remembers who came, `2026-12-24`. */
  readonly keptUntil: string
}

/**
 * Appointments are booked without an account: whose one is, its name and one thing more say, so that a family with one e-mail address gets each their own. What one at a
 * place of health was for is told by that place alone: whoever reads this holds no right there.
 */
export async function personAppointments(db: Kysely<Schema>, townId: TownId, people: readonly PersonId[]): Promise<readonly PersonAppointment[]> {
  const { rows } = await sql<PersonAppointment>`
    select a.starts_at as "startsAt", a.ends_at as "endsAt", places.name as place, a.persons, a.status, a.name, a.email, a.phone, case when ${isOfHealth} then '' else a.note end as note,
      ((a.ends_at at time zone 'Europe/Berlin')::date + places.keep_days::int + 1)::text as "keptUntil",
      (select coalesce(json_agg(case when ${isOfHealth} then s.outside_title else s.title end order by s.position), '[]') from appointment_services s
        where s.town_id = a.town_id and a.service_ids ? s.id and not (${isOfHealth} and s.outside_title = '')) as services
    from appointments a join places on places.town_id = a.town_id and places.id = a.place_id
    where a.town_id = ${townId} and ${isTheirs('appointments', 'a', people)} order by a.starts_at`.execute(db)
  return rows
}
