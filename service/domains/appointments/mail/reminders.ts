import { sql, type Kysely } from 'kysely'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { appointmentMail } from './jobs.ts'

/**
 * Has everybody reminded whose appointment comes up, and says how many those are. Each state of an appointment is reminded of
 * once; nobody is who was told of it, because it was booked or moved, after the time for reminding had come.
 */
export async function remindOfAppointments(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const ids = await toRemindOf(db, townId, now)
  const rows = await loadRecords(db, townId, ids.map(id => ({ table: 'appointments', id }) as const), false)
  const jobs = ids.flatMap(id => appointmentMail(rows.get(`appointments/${id}`) as Appointment, 'reminder') ?? [])
  await db.transaction().execute(trx => enqueue(trx, townId, jobs, now))
  return jobs.length
}

async function toRemindOf(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select appointments.id from appointments
    join places on places.town_id = appointments.town_id and places.id = appointments.place_id
    cross join lateral (select appointments.starts_at - make_interval(hours => places.remind_hours_before::int) as remind_at) as due
    where appointments.town_id = ${townId} and appointments.status = 'booked' and appointments.email is not null
      and appointments.starts_at > ${now} and due.remind_at <= ${now} and appointments.created_at < due.remind_at
      and not exists (
        select from jobs where jobs.town_id = appointments.town_id
          and jobs.key in (${keyOf('reminder')}, ${keyOf('confirmed')}, ${keyOf('moved')})
          and (jobs.key = ${keyOf('reminder')} or jobs.created_at >= due.remind_at))
    order by appointments.starts_at, appointments.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** As `appointmentMail` names its jobs. */
const keyOf = (what: string) => sql`'appointment/' || appointments.id || '/' || appointments.sequence || ${`/${what}`}`
