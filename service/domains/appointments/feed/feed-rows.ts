import { sql } from 'kysely'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import { titlesOutside } from '../mail/appointment-facts.ts'
import type { FedAppointment } from './feed-calendar.ts'
import type { FeedHolder } from './feed-keys.ts'

const DAYS_BACK = 28
const DAYS_AHEAD = 84

/** From four weeks ago to in twelve weeks; moves on at midnight only, so that a calendar that did not change stays the same all day. */
export interface FeedWindow {
  readonly from: Instant
  readonly until: Instant
}

export function feedWindow(now: Instant): FeedWindow {
  const today = germanDay(now)
  return { from: startOfGermanDay(plusCalendarDays(today, -DAYS_BACK)), until: startOfGermanDay(plusCalendarDays(today, DAYS_AHEAD + 1)) }
}

/** Changes with everything a feed shows, and is known without reading all of it. */
export async function feedMark({ db }: Database, { townId, placeId }: FeedHolder, { from, until }: FeedWindow): Promise<string> {
  const { rows } = await sql<{ readonly mark: string }>`
    select concat_ws('-', count(*), coalesce(max(version), 0),
      (select concat(count(*), '.', max(version)) from secrecy_marks where town_id = ${townId} and record_table = 'appointments'),
      (select max(version) from places where town_id = ${townId} and id = ${placeId}),
      (select max(version) from resources where town_id = ${townId} and place_id = ${placeId}),
      (select max(version) from appointment_services where town_id = ${townId} and place_id = ${placeId})) as mark
    from appointments where town_id = ${townId} and place_id = ${placeId} and starts_at >= ${from} and starts_at < ${until}`.execute(db)
  return `${from.slice(0, 10)}-${rows[0]?.mark ?? ''}`
}

/** What is booked at counters, in order of time. */
export async function fedAppointments({ db }: Database, { townId, placeId }: FeedHolder, { from, until }: FeedWindow): Promise<readonly FedAppointment[]> {
  const services = new Map((await db.selectFrom('appointment_services').select(['id', 'title', 'outside_title as outsideTitle']).where('town_id', '=', townId).where('place_id', '=', placeId).execute()).map(service => [service.id, service]))
  const rows = await db.selectFrom('appointments')
    .innerJoin('resources', join => join.onRef('resources.town_id', '=', 'appointments.town_id').onRef('resources.id', '=', 'appointments.resource_id'))
    .select([
      'appointments.id', 'appointments.sequence', 'appointments.starts_at as startsAt', 'appointments.ends_at as endsAt', 'appointments.ticket',
      'appointments.persons', 'appointments.service_ids as serviceIds', 'resources.name as counter',
      // Of somebody under secrecy not even the initials leave the house.
      sql<string>`case when exists (select from secrecy_marks m where m.town_id = appointments.town_id and m.record_table = 'appointments' and m.record_id = appointments.id) then '' else appointments.name end`.as('name'),
    ])
    .where('appointments.town_id', '=', townId).where('appointments.place_id', '=', placeId)
    .where('appointments.starts_at', '>=', from).where('appointments.starts_at', '<', until)
    .where('appointments.status', 'not in', ['cancelled', 'held'])
    .orderBy('appointments.starts_at').orderBy('appointments.id').execute()
  return rows.map(({ serviceIds, ...row }) => ({ ...row, services: titlesOutside(serviceIds.flatMap(id => services.get(id) ?? [])) }))
}
